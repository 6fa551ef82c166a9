import { highlightCode } from '#markdown/plugins/highlightCode.ts';
import { languages } from '#markdown/plugins/languages.ts';
const seeds = ['a','(','[','{','"','<','a ','<a ','$(', 'a.', '1', '_', 'a::', '@a', '=>','a<', '(a,', ' ', 'A', '${', '{{', '<?', '--', '::a', 'a, ', 'a(', 'a=', 'int a ', 'a*', '"\\','- ', 'aA','a<b '];
for (const w of [80, 500]) for (const n of [4000, 8000]) { const worst: [number,string,string][] = [];
for (const l of Object.keys(languages)) for (const s of seeds) { const line = s.repeat(Math.ceil(w/s.length))+'\n'; const c = line.repeat(n/w|0);
  highlightCode('x', l); const t = performance.now(); highlightCode(c, l); worst.push([Math.round(performance.now()-t), l, JSON.stringify(s)]); }
worst.sort((a,b)=>b[0]-a[0]); console.log(w, n, worst.slice(0,14).map(w=>w.join(' ')).join(' | ')); }
