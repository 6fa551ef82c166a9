import { readFileSync, readdirSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { renderEssay } from '/work/main/electron/markdown/renderEssay.ts';
import { openLivePage } from '/work/main/electron/markdown/livePage.ts';
import { gfmAutolinks } from '/work/main/electron/markdown/plugins/gfmAutolinks.ts';
import { taskLists } from '/work/main/electron/markdown/plugins/taskLists.ts';
import { alerts } from '/work/main/electron/markdown/plugins/alerts.ts';
import { figures } from '/work/main/electron/markdown/plugins/figures.ts';
import { highlightCode } from '/work/main/electron/markdown/plugins/highlightCode.ts';
const kind = process.argv[2] ?? 'spec';
let base = kind==='spec' ? readFileSync('/work/main/node_modules/commonmark-spec/spec.txt','utf8') : ['react','vite','zod','fast-check','yaml','smol-toml','better-sqlite3','axe-core','chai','debug','undici','postcss'].map(d=>{try{return readFileSync(`/work/main/node_modules/${d}/README.md`,'utf8')}catch{return ''}}).join('\n\n');
if (kind==='prose') base = base.replace(/```[\s\S]*?```/g,'').replace(/<[^>]*>/g,'');
let src=''; while(src.length<1e6) src+=base+'\n\n';
src = src.slice(0,1e6);
const bare = new MarkdownIt({html:true, highlight: (c,l)=>highlightCode(c,l).replace(/^<pre><code[^>]*>|<\/code><\/pre>$/g,'')}).use(gfmAutolinks).use(taskLists).use(alerts).use(figures);
const time=(f:()=>void)=>{const t=process.cpuUsage().user; f(); return (process.cpuUsage().user-t)/1000;};
{const b=[],o=[];for(let i=0;i<12;i++){b.push(time(()=>bare.render(src)));o.push(time(()=>renderEssay(src)));} b.sort((x,y)=>x-y);o.sort((x,y)=>x-y);console.log("bare",b[0].toFixed(0),b[4].toFixed(0),"ours",o[0].toFixed(0),o[4].toFixed(0));}
const live=openLivePage(src); const ts:number[]=[];
const mid=src.indexOf('\n\n', 500000)-3;
for(let i=0;i<300;i++){ ts.push(time(()=>live.edit([{from:mid+i,to:mid+i,insert:'abc de'[i%6]!}]))); }
ts.sort((a,b)=>a-b); console.log('edit p50', ts[150]!.toFixed(2),'p95',ts[285]!.toFixed(2),'max',ts[299]!.toFixed(2), 'units', live.page().units.length);
