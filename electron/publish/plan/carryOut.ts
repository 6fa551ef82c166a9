import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type ErrorCode, StudioError, toFailure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { PublishReport, Receipt } from '#contract/publishing.ts';
import { writeFailure } from '#export/writeFailure.ts';
import { writeWholeFile } from '#export/writeWholeFile.ts';
import type { Found } from './openFolder.ts';
import type { Piece } from './piece.ts';
import type { Plan, PlannedFile } from './planPublish.ts';

export interface CarryOutOptions {
  /** Paths where another hand's file may be replaced or removed after all. */
  readonly replace?: ReadonlySet<string>;
  /** Told of each receipt as soon as its file is on disk, and of each path whose receipt no longer holds, so that they can be kept. */
  readonly onReceipt?: (path: string, receipt: Receipt | null) => void;
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** Stops after the file under way. */
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

/**
 * Publishes: writes what changed, each file whole or not at all, and nothing else. A file that another hand has changed,
 * also since the plan was made, is left and named. A failure that the next file would meet too ends it; what was written
 * by then stands, with its receipts, and the next publish goes on from there. Throws that failure when nothing was written.
 */
export async function carryOut(plan: Plan, options: CarryOutOptions = {}): Promise<PublishReport> {
  const receipts = new Map(plan.receipts.map((receipt) => [receipt.path, receipt]));
  const written: string[] = [];
  const removed: string[] = [];
  const left: { path: string; reason: string }[] = [];
  const published = new Set<EssayId>();
  let unchanged = 0;
  let ended: string | null = null;

  const keep = (path: string, receipt: Receipt | null) => {
    if (receipt) receipts.set(path, receipt);
    else receipts.delete(path);
    options.onReceipt?.(path, receipt);
  };

  for (const [done, file] of plan.files.entries()) {
    options.onProgress?.(done, plan.files.length, file.path);
    if (options.signal?.aborted) ended ??= 'Publishing was stopped before it came to this file.';
    if (ended !== null) {
      if (file.state !== 'unchanged') left.push({ path: file.path, reason: ended });
      continue;
    }
    try {
      const outcome = await settle(plan, file, options);
      if (outcome.did === 'left') {
        left.push({ path: file.path, reason: outcome.reason });
        continue;
      }
      if (outcome.receipt !== file.receipt) keep(file.path, outcome.receipt);
      if (outcome.did === 'written') written.push(file.path);
      else if (outcome.did === 'removed') removed.push(file.path);
      else unchanged++;
      for (const { id } of file.piece?.essays ?? []) published.add(id);
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (!(thrown instanceof StudioError)) throw thrown;
      const ends = endsPublishing.has(failure.code);
      if (ends && written.length + removed.length === 0) throw thrown;
      if (ends) ended = failure.message;
      left.push({ path: file.path, reason: failure.message });
    }
  }
  const cancelled = options.signal?.aborted ?? false;
  if (!cancelled) options.onProgress?.(plan.files.length, plan.files.length, '');
  return {
    target: plan.target.id,
    written,
    removed,
    unchanged,
    left,
    essays: { given: plan.essaysGiven, published: published.size },
    cancelled,
    receipts: [...receipts.values()],
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
  | { readonly did: 'written' | 'kept'; readonly receipt: Receipt }
  | { readonly did: 'removed'; readonly receipt: null }
  | { readonly did: 'left'; readonly reason: string };

async function settle(
  plan: Plan,
  file: PlannedFile,
  { replace, now = () => new Date() }: CarryOutOptions,
): Promise<Outcome> {
  const { path, piece, receipt, found, state } = file;
  const mayReplace = replace?.has(path) ?? false;
  const isInTheWay = found.kind === 'other' || !mayReplace;
  if (file.isHeld && isInTheWay) return { did: 'left', reason: whyHeld(file) };
  if (!same(plan.folder.look(path), found)) {
    return { did: 'left', reason: `“${path}” was changed by someone else just now.` };
  }
  if (!piece) return remove(plan, file);
  if (state === 'unchanged' && receipt) return { did: 'kept', receipt };

  const made = await piece.make(plan.readings);
  if (made.reading && piece.essay) plan.readings.put(piece.essay, made.reading);
  const sha256 = hash('sha256', made.content);
  const next = receiptOf(plan, piece, { sha256, links: made.links, reading: made.reading, now });
  if (found.kind === 'file' && found.sha256 === sha256) return { did: 'kept', receipt: next };
  const overwrite = found.kind === 'nothing' ? 'never' : 'always';
  await writeWholeFile(plan.folder.ready(path), made.content, overwrite);
  return { did: 'written', receipt: next };
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
  made: Pick<Receipt, 'sha256' | 'links' | 'reading'> & { now: () => Date },
): Receipt {
  const { sha256, links, reading, now } = made;
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
