import { openLivePage } from '#markdown/livePage.ts';
import type { LivePage, Unit } from '#markdown/types.ts';
import { holdsLongRun } from './longRun.ts';
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
    if (isUnfit(units, footnotes)) return { kind: 'unfit', version };
    return { kind: 'page', version, page: { units, footnotes, outline, statistics } };
  }
  if (!livePage) throw new Error('An edit came before its essay was opened.');
  const patch = livePage.edit(request.edits);
  const touched = patch.touched.map(({ unit }) => unit);
  if (isUnfit([...patch.units, ...touched], patch.footnotes ?? ''))
    return { kind: 'unfit', version };
  return { kind: 'patch', version, patch };
}

function isUnfit(units: readonly Unit[], footnotes: string): boolean {
  return holdsLongRun(footnotes) || units.some(({ html }) => holdsLongRun(html));
}
