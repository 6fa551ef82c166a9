import { readFileSync } from 'node:fs';
import { renderEssay } from '../electron/markdown/renderEssay.ts';
let base = readFileSync('/work/main/node_modules/commonmark-spec/spec.txt','utf8');
if (process.argv[2]==='prose') base = ['react','vite','zod','fast-check','yaml','smol-toml','better-sqlite3','axe-core','chai','debug','undici','postcss'].map(d=>{try{return readFileSync(`/work/main/node_modules/${d}/README.md`,'utf8')}catch{return ''}}).join('\n\n').replace(/```[\s\S]*?```/g,'').replace(/<[^>]*>/g,'');
let src=''; while(src.length<1e6) src+=base+'\n\n'; src=src.slice(0,1e6);
for(let i=0;i<12;i++) renderEssay(src);
