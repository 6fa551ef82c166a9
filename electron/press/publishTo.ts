import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { EssayFindings, Publication, Receipt, Target } from '#contract/publishing.ts';
import type { Library } from '#library/openLibrary.ts';
import { keepReceipts } from '#library/receipts/receipts.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { onlyEssay } from '#publish/plan/onlyEssay.ts';
import type { Plan, PlannedFile } from '#publish/plan/planPublish.ts';
import { checkShelf } from './checkEssays.ts';
import { planTarget } from './planTarget.ts';
import type { PressDesk } from './pressDesk.ts';
import { damagedNote } from './statusOf.ts';

export interface PublishOptions {
  /** Paths where another hand's file may be replaced or removed after all. */
  readonly replace?: ReadonlySet<string>;
  /** Nothing but this essay; see onlyEssay. */
  readonly only?: EssayId | null;
}

/**
 * Publishes to a target: looks at what would be written, and where nothing blocks it, writes what changed and keeps a
 * receipt for each file. Throws as planPublish and carryOut do; `read-only` where receipts cannot be kept, before anything
 * is written.
 */
export function publishTo(
  desk: PressDesk,
  target: Target,
  { replace = new Set(), only = null }: PublishOptions = {},
): Promise<Publication> {
  refuseReadOnly(desk.library);
  return planTarget(desk, target, async (planned): Promise<Publication> => {
    const { plan: whole, shelf, damaged, rendering } = planned;
    const plan = only === null ? whole : onlyEssay(whole, shelf, only);
    const [first] = damaged;
    if (first) throw new StudioError('damaged', damagedNote(first), 'Rescue the library.');
    const written = toWrite(plan, replace);
    const blocked = blockingOnly(await checkShelf(desk, target, shelf, written, rendering));
    if (blocked.length > 0) return { kind: 'blocked', findings: blocked };
    const book = openReceiptBook(desk.library, target);
    try {
      const { receipts: _, ...report } = await carryOut(plan, {
        replace,
        onReceipt: book.note,
        onProgress: (done, total) => desk.onProgress?.({ stage: 'writing', done, total }),
        ...(desk.signal ? { signal: desk.signal } : {}),
        now: desk.library.now,
      });
      return { kind: 'published', report };
    } finally {
      book.keep();
    }
  });
}

/** The essays whose words would be written. */
function toWrite({ files }: Plan, replace: ReadonlySet<string>): EssayId[] {
  const isWritten = ({ state, isHeld, path }: PlannedFile) =>
    state !== 'unchanged' && (!isHeld || replace.has(path));
  const ids = files.filter(isWritten).flatMap(({ piece }) => piece?.essays ?? []);
  return [...new Set(ids.map(({ id }) => id))];
}

function blockingOnly(found: readonly EssayFindings[]): EssayFindings[] {
  return found
    .map((essay) => ({
      ...essay,
      findings: essay.findings.filter(({ weight }) => weight === 'blocking'),
    }))
    .filter(({ findings }) => findings.length > 0);
}

/** Keeps receipts many at a time. What could not be kept yet is tried again; at the end that is thrown. */
function openReceiptBook(library: Library, target: Target) {
  let waiting = new Map<string, Receipt | null>();
  const keep = () => {
    if (waiting.size === 0) return;
    keepReceipts(library, target.id, waiting);
    waiting = new Map();
  };
  return {
    note(path: string, receipt: Receipt | null) {
      waiting.set(path, receipt);
      if (waiting.size % many !== 0) return;
      try {
        keep();
      } catch {
        // Another program may be writing to the library; the files are there, and there is another chance.
      }
    },
    keep,
  };
}

const many = 100;

function refuseReadOnly({ readOnly, path }: Library): void {
  if (!readOnly) return;
  throw new StudioError(
    'read-only',
    `The library “${path}” is open for reading only, so no receipt could be kept of what goes out.`,
    'Copy it to a place where you may write, and publish from there.',
  );
}
