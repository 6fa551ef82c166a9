import { openLivePage } from '#markdown/livePage.ts';
import type { LivePage } from '#markdown/types.ts';
import type { PageAnswer, PageRequest } from './messages.ts';

/** The window's side of a dedicated worker, by the few members used here: the renderer is checked against the DOM's types. */
interface WorkerScope {
  postMessage(answer: PageAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let livePage: LivePage | null = null;

scope.addEventListener('message', ({ data: request }) => {
  try {
    scope.postMessage(answer(request));
  } catch (thrown) {
    livePage = null;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    scope.postMessage({ kind: 'failed', version: request.version, reason });
  }
});
scope.postMessage({ kind: 'ready' });

function answer(request: PageRequest): PageAnswer {
  const { version } = request;
  if (request.kind === 'open') {
    const opened = openLivePage(request.source);
    livePage = opened;
    const { units, footnotes, outline, statistics } = opened.page();
    return { kind: 'page', version, page: { units, footnotes, outline, statistics } };
  }
  if (!livePage) throw new Error('An edit came before its essay was opened.');
  return { kind: 'patch', version, patch: livePage.edit(request.edits) };
}
