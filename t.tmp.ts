import { highlightCode } from '#markdown/plugins/highlightCode.ts';
import { languages } from '#markdown/plugins/languages.ts';
const seeds = ['a','(','[','{','"',"'",'<','`','/','*','#','a ','((','<a ','"a','$(', '/*', 'a.', '1', '_', '-', 'a::', '@a', '\\', '=>','a<', '(a,', ' ', '\t', ': ', 'A', '&', ';', '${', '{{', '<?', '--', '::a', 'a, ', 'a(', 'a=', 'int a ', 'a*', '"\\', 'a-', '1.', '1_', '=', '!', '%', '~', '+', '>', 'function ', 'class ', 'def ', 'a:', '- ', '[a', 'a\\', 'aA'];
for (const n of [500, 1000, 2000, 4000]) { const worst: [number,string,string][] = [];
for (const l of Object.keys(languages)) for (const s of seeds) { const c = s.repeat(Math.ceil(n/s.length));
  highlightCode('x', l); const t = performance.now(); highlightCode(c, l); worst.push([Math.round(performance.now()-t), l, JSON.stringify(s)]); }
worst.sort((a,b)=>b[0]-a[0]); console.log(n, worst.slice(0,14).map(w=>w.join(' ')).join(' | ')); }
