import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { highlightCode } from '#markdown/plugins/highlightCode.ts';

/**
 * Renders sources with bare markdown-it, footnotes and our colouring of code in as many threads as ours has, each source
 * in the thread that is free, and does nothing with what comes: no site with these can be quicker. Resolves to the
 * milliseconds; the clock begins when every thread has loaded what it renders with.
 */
export async function bareRendering(sources: readonly string[]): Promise<number> {
  const threads = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL(import.meta.url)),
  );
  await Promise.all(threads.map((thread) => answerOf(thread)));
  const start = performance.now();
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next < sources.length) {
        thread.postMessage(sources[next++]);
        await answerOf(thread);
      }
    }),
  );
  const took = performance.now() - start;
  await Promise.all(threads.map((thread) => thread.terminate()));
  return took;
}

function answerOf(thread: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (answer) => {
      thread.off('error', reject);
      resolve(answer);
    });
  });
}

if (!isMainThread) {
  const md = new MarkdownIt({ html: true, linkify: true, highlight: highlightCode }).use(footnote);
  parentPort?.on('message', (source: string) => parentPort?.postMessage(md.render(source).length));
  parentPort?.postMessage('ready');
}
