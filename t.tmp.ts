import { highlightCode } from '#markdown/plugins/highlightCode.ts';
const seeds = ['a','(','[','{','"',"'",'<','`','/','*','#','a ','<a ','$(', '/*', 'a.', '1', '_', 'a::', '@a', '=>','a<', '(a,', ' ', '\t','A', '&', '${', '{{', '<?', '--', '::a', 'a, ', 'a(', 'a=', 'int a ', 'a*', '"\\', '- ', '[a', 'aA', 'a<b ', 'a: ', '~a/', '@"""', "''", '\\'];
import { languageNames } from '#markdown/code/languages.ts';
const worst: [number,string][] = []; let fails = new Set();
for (const l of languageNames) for (const s of seeds) for (const w of [80, 4900]) { const line = s.repeat(Math.floor(w/s.length))+'\n'; const c = line.repeat(20000/w|0);
  const t = performance.now(); const r = highlightCode(c, l); worst.push([Math.round(performance.now()-t), l+' '+s+' '+w]); if (!r.includes('hljs')) fails.add(l+' '+s) }
worst.sort((a,b)=>b[0]-a[0]); console.log(worst.slice(0,30).map(w=>w.join(' ')).join(' | '));
