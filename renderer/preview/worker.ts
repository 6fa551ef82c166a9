import { imageBook } from '#markdown/images/imageBook.ts';
import { mayHoldFormula, type Typeset } from '#markdown/math/formula.ts';
import { openPage } from '#markdown/openPage.ts';
import type { LivePage, Unit } from '#markdown/types.ts';
import { holdsLongRun } from './longRun.ts';
import type { PageAnswer, PageRequest } from './messages.ts';

/** The window's side of a dedicated worker, by the few members used here: the renderer is checked against the DOM's types. */
interface WorkerScope {
  postMessage(answer: PageAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
/** What was asked for and not drawn, in the request under way. */
const undrawn = new Set<string>();
let livePage: LivePage | null = null;
let typesetLoaded: Typeset | null = null;

scope.addEventListener('message', async ({ data: request }) => {
  try {
    // One request comes at a time, so waiting puts none before another.
    if (request.kind === 'edit' || mayHoldFormula(request.source)) await loadMath();
    undrawn.clear();
    const answered = answer(request);
    if (undrawn.size > 0) {
      const { version } = request;
      scope.postMessage({ kind: 'undrawn', version, sources: [...undrawn] });
    }
    scope.postMessage(answered);
    // An edit may bring the first formula, and should not have to wait for it.
    loadMath().catch(() => undefined);
  } catch (thrown) {
    livePage = null;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    scope.postMessage({ kind: 'failed', version: request.version, reason });
  }
});
scope.postMessage({ kind: 'ready' });

/** What reads formulas is as large as the rest of the worker, and a first page without any does not wait for it. */
async function loadMath(): Promise<void> {
  typesetLoaded ??= (await import('#markdown/math/typeset.ts')).typeset;
}

const typeset: Typeset = (tex, isDisplay) => {
  if (!typesetLoaded) throw new Error('A formula came before what reads it was loaded.');
  return typesetLoaded(tex, isDisplay);
};

function answer(request: PageRequest): PageAnswer {
  const { version } = request;
  if (request.kind === 'open') {
    const { listed, addresses, drawings } = request.pictures;
    const opened = openPage(request.source, typeset, {
      image: imageBook(listed, addresses),
      diagram(source) {
        if (!drawings[source]) undrawn.add(source);
        return drawings[source];
      },
    });
    livePage = opened;
    const { units, footnotes, outline, statistics } = opened.page();
    if (isUnfit(units, footnotes)) return { kind: 'unfit', version };
    return { kind: 'page', version, page: { units, footnotes, outline, statistics } };
  }
  if (!livePage) throw new Error('An edit came before its essay was opened.');
  const patch = livePage.edit(request.edits);
  const touched = patch.touched.map(({ unit }) => unit);
  const replaced = patch.runs.flatMap(({ units }) => units);
  if (isUnfit([...replaced, ...touched], patch.footnotes ?? '')) return { kind: 'unfit', version };
  return { kind: 'patch', version, patch };
}

function isUnfit(units: readonly Unit[], footnotes: string): boolean {
  return holdsLongRun(footnotes) || units.some(({ html }) => holdsLongRun(html));
}
