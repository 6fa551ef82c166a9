import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ErrorCode, StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { PublishReport, Receipt } from '#contract/publishing.ts';
import { writeFailure } from '#export/writeFailure.ts';
import { removeDrafts, syncFolder, writeWholeFile } from '#export/writeWholeFile.ts';
import type { Found } from './openFolder.ts';
import type { Piece } from './piece.ts';
import type { Plan, PlannedFile } from './planPublish.ts';

export interface CarryOutOptions {
  /** Paths where another hand's file may be replaced or removed after all. */
  readonly replace?: ReadonlySet<string>;
  /** Told of each receipt as soon as its file is on disk, and of each path whose receipt no longer holds, so that they can be kept. */
  readonly onReceipt?: (path: string, receipt: Receipt | null) => void;
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** Stops after the files under way. */
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

/**
 * Publishes: writes what changed, each file whole or not at all, and nothing else. A file that another hand has changed,
 * also since the plan was made, is left and named. A failure that the next file would meet too ends it; what was written
 * by then stands, with its receipts, and the next publish goes on from there. Throws that failure when nothing was written.
 */
export async function carryOut(plan: Plan, options: CarryOutOptions = {}): Promise<PublishReport> {
  const outcomes = new Map<PlannedFile, Outcome>();
  let ended: string | null = null;
  let failure: StudioError | null = null;

  const settleOne = async (file: PlannedFile): Promise<Outcome> => {
    if (options.signal?.aborted) ended ??= 'Publishing was stopped before it came to this file.';
    if (ended !== null) {
      const { state, receipt } = file;
      if (state === 'unchanged' && receipt) return { did: 'kept', receipt, notes: [] };
      return { did: 'left', reason: ended };
    }
    options.onProgress?.(outcomes.size, plan.files.length, file.path);
    try {
      const outcome = await settle(plan, file, options);
      if (outcome.did !== 'left' && outcome.receipt !== file.receipt) {
        options.onReceipt?.(file.path, outcome.receipt);
      }
      return outcome;
    } catch (thrown) {
      if (!(thrown instanceof StudioError)) throw thrown;
      if (endsPublishing.has(thrown.code)) {
        failure ??= thrown;
        ended ??= thrown.message;
      }
      return { did: 'left', reason: thrown.message };
    }
  };
  const settleAll = (files: readonly PlannedFile[]) =>
    eachOf(files, async (file) => {
      outcomes.set(file, await settleOne(file));
    });

  // Lists say of an essay what its own page has found out, and what goes, goes when the rest is there.
  const isEssay = ({ piece }: PlannedFile) => piece !== null && piece.essay !== null;
  await settleAll(plan.files.filter(isEssay));
  await settleAll(plan.files.filter((file) => !isEssay(file)));
  await syncFolders(plan, outcomes);
  const report = reportOf(plan, outcomes, options.signal?.aborted ?? false);
  if (failure && report.written.length + report.removed.length === 0) throw failure;
  if (!report.cancelled) options.onProgress?.(plan.files.length, plan.files.length, '');
  return report;
}

/** So many files are under way at once: while one is brought to the disk, others are made. */
const atOnce = 6;

async function eachOf<T>(items: readonly T[], settle: (item: T) => Promise<void>): Promise<void> {
  const remaining = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of remaining) await settle(item);
    }),
  );
}

/** New names last once their folder is synced; that is done once for a folder and not for each file. */
async function syncFolders(
  { folder }: Plan,
  outcomes: ReadonlyMap<PlannedFile, Outcome>,
): Promise<void> {
  const written = [...outcomes].filter(([, { did }]) => did === 'written');
  const folders = new Set(written.map(([{ path }]) => dirname(folder.ready(path))));
  for (const each of folders) {
    await removeDrafts(each);
    await syncFolder(each);
  }
}

/** In the order of the plan, whatever was done first. */
function reportOf(
  plan: Plan,
  outcomes: ReadonlyMap<PlannedFile, Outcome>,
  cancelled: boolean,
): PublishReport {
  const receipts = new Map(plan.receipts.map((receipt) => [receipt.path, receipt]));
  const published = new Set<EssayId>();
  const paths: Record<Outcome['did'], string[]> = { written: [], kept: [], removed: [], left: [] };
  const left: { path: string; reason: string }[] = [];
  const notes: { path: string; note: string }[] = [];
  for (const file of plan.files) {
    const outcome = outcomes.get(file)!;
    const { path } = file;
    paths[outcome.did].push(path);
    if (outcome.did === 'left') {
      left.push({ path, reason: outcome.reason });
      continue;
    }
    if (outcome.did === 'removed') {
      receipts.delete(path);
      continue;
    }
    receipts.set(path, outcome.receipt);
    notes.push(...outcome.notes.map((note) => ({ path, note })));
    for (const { id } of file.piece?.essays ?? []) published.add(id);
  }
  return {
    target: plan.target.id,
    written: paths.written,
    removed: paths.removed,
    unchanged: paths.kept.length,
    left,
    notes,
    essays: { given: plan.essaysGiven, published: published.size },
    cancelled,
    receipts: [...receipts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Failures of the place published to, not of one file. */
const endsPublishing: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'read-only',
  'no-permission',
  'not-found',
]);

type Outcome =
  | {
      readonly did: 'written' | 'kept';
      readonly receipt: Receipt;
      readonly notes: readonly string[];
    }
  | { readonly did: 'removed'; readonly receipt: null }
  | { readonly did: 'left'; readonly reason: string };

async function settle(
  plan: Plan,
  file: PlannedFile,
  { replace, now = () => new Date() }: CarryOutOptions,
): Promise<Outcome> {
  const { path, piece, receipt, found, state } = file;
  if (state === 'unchanged' && receipt) return { did: 'kept', receipt, notes: [] };
  const mayReplace = replace?.has(path) ?? false;
  const isInTheWay = found.kind === 'other' || !mayReplace;
  if (file.isHeld && isInTheWay) return { did: 'left', reason: whyHeld(file) };
  const changedNow = `“${path}” was changed by someone else just now.`;
  // Where nothing was found, writing refuses whatever has come.
  if (found.kind !== 'nothing' && !same(plan.folder.look(path), found)) {
    return { did: 'left', reason: changedNow };
  }
  if (!piece) return remove(plan, file);
  const made = await piece.make(plan.readings);
  if (made.reading && piece.essay) plan.readings.put(piece.essay, made.reading);
  const { notes } = made;
  const content = bytesOf(made.content);
  const sha256 = hash('sha256', content);
  const next = receiptOf(plan, piece, { ...made, sha256, now });
  if (found.kind === 'file' && found.sha256 === sha256)
    return { did: 'kept', receipt: next, notes };
  const overwrite = found.kind === 'nothing' ? 'never' : 'always';
  try {
    await writeWholeFile(plan.folder.ready(path), content, overwrite, 'by caller');
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'exists') throw thrown;
    return { did: 'left', reason: changedNow };
  }
  return { did: 'written', receipt: next, notes };
}

/** Text becomes bytes once, for its hash and for its file. */
function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

async function remove(plan: Plan, { path, found }: PlannedFile): Promise<Outcome> {
  const place = plan.folder.ready(path);
  if (found.kind === 'file') {
    await rm(place).catch((thrown) => {
      throw writeFailure(thrown, place);
    });
  }
  return { did: 'removed', receipt: null };
}

function receiptOf(
  { target }: Plan,
  { path, essays, preset, renderer, inputs }: Piece,
  made: Pick<Receipt, 'sha256' | 'links' | 'diagrams' | 'reading'> & { now: () => Date },
): Receipt {
  const { sha256, links, diagrams, reading, now } = made;
  const publishedAt = now().toISOString();
  return {
    target: target.id,
    path,
    sha256,
    essays,
    preset,
    renderer,
    inputs,
    links,
    ...(diagrams ? { diagrams } : {}),
    reading,
    publishedAt,
  };
}

function same(a: Found, b: Found): boolean {
  if (a.kind === 'file' && b.kind === 'file') return a.sha256 === b.sha256;
  return a.kind === b.kind;
}

function whyHeld({ path, state, found }: PlannedFile): string {
  if (found.kind === 'other' && found.what !== 'unreadable') {
    return `“${path}” is a ${found.what} there, not a file, so it was left as it is.`;
  }
  if (state === 'occupied') {
    return `A file “${path}” is already there and was not published from here, so it was left as it is.`;
  }
  return `“${path}” was edited in the folder since it was published, so it was left as it is.`;
}
