import { parentPort } from 'node:worker_threads';
import { renderHere } from './render.ts';
import type { Rendered, ToRender } from './renderers.ts';

/** A thread of renderers.ts: renders what it is given, in order. */
const caller = parentPort!;

caller.on('message', ({ number, source, images }: ToRender) => {
  let answer: Rendered;
  try {
    answer = { number, page: renderHere(source, images) };
  } catch (thrown) {
    answer = { number, failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  caller.postMessage(answer);
});
