import { openLibrary } from '#library/openLibrary.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { openSearch } from '#library/search/openSearch.ts';
import { rmSync, existsSync, statSync } from 'node:fs';
const path='/tmp/lib-spike/s.db';
if(!existsSync(path)){
const l=openLibrary(path);
let seed=1; const rnd=()=>{seed=(seed*1103515245+12345)&0x7fffffff;return seed/0x7fffffff;};
const syl=['ka','fo','re','mi','ta','lo','ser','ver','data','base','con','pro','in','ter','er','ing','tion','al','un','de','st','pl','ex','qu','ab','we','yo','ji','za','hu'];
const vocab=Array.from({length:20000},()=>Array.from({length:1+Math.floor(rnd()*3)},()=>syl[Math.floor(rnd()*syl.length)]).join(''));
const word=()=>vocab[Math.floor(Math.pow(rnd(),3)*vocab.length)]!;
const text=(n:number)=>{let s='';while(s.length<n){for(let i=0;i<12;i++)s+=word()+' ';s=s.trimEnd()+'. ';if(rnd()<.1)s+='\n\n';}return s;};
for(let b=0;b<100;b++) createEssays(l,Array.from({length:100},()=>({title:`${word()} ${word()} ${word()}`,tags:[word()],excerpt:text(150),body:text(9000)})));
l.close();}
for(const e of ['','-wal','-shm']) if(process.argv[2]) rmSync(path+'.search'+e,{force:true});
const s=openSearch(path,new URL('./electron/library/search/worker.ts',import.meta.url));
let t=performance.now();
s.refresh(); let first=await s.find({text:'ka',limit:20}); console.log('first find',first.length,performance.now()-t);
const during:number[]=[]; let done=false; const c=s.caughtUp().then(()=>{done=true;});
while(!done){const a=performance.now(); await s.find({text:'kafo',limit:20}); during.push(performance.now()-a); await new Promise(r=>setTimeout(r,100));}
await c; console.log('caught up',performance.now()-t); during.sort((a,b)=>a-b); console.log('finds while building: p50',during[during.length>>1],'max',during.at(-1));
console.log('index MB',statSync(path+'.search').size/1e6);
const qs=[...'abcdefghijklmnopqrstuvwxyz'.split(''),'ka','fo','re','con','data','inte','serv','verta','tion','prodata','ka fo','data b','ka data i','e e e','con pro in','serv dat','zz','xyz','kafore mi t','日本'];
const all:number[]=[];
for(const q of qs){const u=[];for(let i=0;i<5;i++){const a=performance.now();await s.find({text:q,limit:20});u.push(performance.now()-a);}all.push(...u);u.sort((a,b)=>a-b);process.stdout.write(`${q}:${u[2]!.toFixed(0)} `);}
all.sort((a,b)=>a-b);console.log('\np50',all[all.length>>1]!.toFixed(1),'p95',all[Math.floor(all.length*.95)]!.toFixed(1),'max',all.at(-1)!.toFixed(1));
const h=await s.find({text:'data',limit:3});console.log(h);
await s.close();
