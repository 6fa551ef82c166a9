import { openLibrary } from '#library/openLibrary.ts';
import { createEssays, createEssay } from '#library/essays/createEssay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { rmSync } from 'node:fs';
for (const f of ['','-wal','-shm']) rmSync('/tmp/lib-spike/b.db'+f,{force:true});
const l=openLibrary('/tmp/lib-spike/b.db');
const base='The quick brown fox jumps over the lazy dog and then thinks about it for a while.\n'.repeat(20000);
let t0=performance.now();
for(let b=0;b<100;b++) createEssays(l,Array.from({length:100},(_,i)=>({title:`Essay ${b*100+i} on the École of things`,tags:['a'+i%7,'b'+i%50,'Go'],excerpt:'x'.repeat(200),body:base.slice(0,9000)})));
console.log('create 10k', performance.now()-t0);
l.db.pragma('wal_checkpoint(TRUNCATE)');
for (const [n,size] of [['10K',10240],['100K',102400],['1M',1<<20]] as const){
 let e=createEssay(l,{title:n,body:base.slice(0,size)}); let rev=e.revision,len=e.body.length; const t:number[]=[];
 let p=Math.floor(len*Math.random());
 for(let i=0;i<2000;i++){ if(i%20===0)p=Math.floor(len*Math.random()); const a=performance.now(); rev=changeBody(l,{id:e.id,baseRevision:rev,changes:[p,[0,'x'],len-p]}).revision; t.push(performance.now()-a); len++;p++;}
 t.sort((a,b)=>a-b); const q=(x:number)=>t[Math.floor(t.length*x)]!.toFixed(2); console.log(n,'p50',q(.5),'p99',q(.99),'p999',q(.999),'max',q(.99999));
}
import { listEssays } from '#library/essays/listEssays.ts';
for (const sort of ['updated','created','title'] as const) for (const tag of [null,'a3']) { const t=[];for(let i=0;i<21;i++){const a=performance.now();listEssays(l,{trashed:false,status:null,tag,sort});t.push(performance.now()-a);} t.sort((a,b)=>a-b); console.log('list',sort,tag,t[10]!.toFixed(1),t[19]!.toFixed(1)); }
const r=listEssays(l,{trashed:false,status:null,tag:null,sort:'updated'}); console.log(r.rows[0],r.counts,r.tags.slice(0,3),JSON.stringify(r).length);
