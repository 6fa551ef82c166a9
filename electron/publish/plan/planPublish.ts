import { hash } from 'node:crypto';
import type {
  ChangeReason,
  FileState,
  PublishPreview,
  Receipt,
  Shelf,
  Target,
} from '#contract/publishing.ts';
import { renderHere } from '../rendering/render.ts';
import { type Folder, type Found, openFolder } from './openFolder.ts';
import type { Piece, Readings } from './piece.ts';
import { type PublishTools, piecesFor } from './piecesFor.ts';
import { openReadings } from './readings.ts';

/** What publishing would do with one file. */
export interface PlannedFile {
  readonly path: string;
  /** Null for a file that goes. */
  readonly piece: Piece | null;
  readonly receipt: Receipt | null;
  readonly found: Found;
  readonly state: FileState;
  readonly reasons: readonly ChangeReason[];
  readonly isHeld: boolean;
}

/** What publishing would do; see carryOut. */
export interface Plan {
  readonly target: Target;
  readonly folder: Folder;
  readonly files: readonly PlannedFile[];
  readonly receipts: readonly Receipt[];
  readonly readings: Readings;
  readonly notes: readonly string[];
  readonly essaysGiven: number;
}

/**
 * Compares what is to be at a target with what went there last time and what is there now; writes nothing. Only essays
 * whose file stands in question are read. Throws a `StudioError` where the target's folder or settings cannot be used.
 */
export async function planPublish(
  target: Target,
  shelf: Shelf,
  receipts: readonly Receipt[],
  tools: PublishTools = {},
): Promise<Plan> {
  const own = receipts.filter((receipt) => receipt.target === target.id);
  const { pieces, notes } = piecesFor(target, shelf, own, tools);
  const folder = await openFolder(target);
  const readings = openReadings(shelf, own, tools.render ?? renderHere);
  const last = new Map(own.map((receipt) => [receipt.path, receipt]));
  const files: PlannedFile[] = [];
  for (const piece of pieces) {
    files.push(await planned(piece, last.get(piece.path) ?? null, folder, readings));
    last.delete(piece.path);
  }
  for (const receipt of last.values()) files.push(leaving(receipt, folder));
  return {
    target,
    folder,
    files,
    receipts: own,
    readings,
    notes,
    essaysGiven: shelf.essays.length,
  };
}

/** The plan as the window and the command line show it. */
export function previewOf({ target, files, notes }: Plan): PublishPreview {
  return {
    target: target.id,
    files: files.map(({ path, piece, receipt, state, reasons, isHeld }) => ({
      path,
      title: piece?.title ?? receipt?.essays[0]?.title ?? path,
      essay: piece?.essay ?? receipt?.essays[0]?.id ?? null,
      state,
      reasons,
      isHeld,
    })),
    notes,
  };
}

async function planned(
  piece: Piece,
  receipt: Receipt | null,
  folder: Folder,
  readings: Readings,
): Promise<PlannedFile> {
  const found = folder.look(piece.path);
  const reasons = receipt ? reasonsFor(piece, receipt) : [];
  const plain = { path: piece.path, piece, receipt, found, reasons };
  const file = (state: FileState, isHeld = false): PlannedFile => ({ ...plain, state, isHeld });
  if (found.kind === 'nothing') return file(receipt ? 'gone' : 'new');
  if (receipt && found.kind === 'file' && found.sha256 === receipt.sha256) {
    return file(reasons.length > 0 ? 'changed' : 'unchanged');
  }
  // A publish that was cut off has written files that no receipt tells of.
  if (found.kind === 'file' && found.sha256 === (await hashOf(piece, readings))) {
    return file('unchanged');
  }
  // The file that the essay came from: its own edits are all that is new.
  if (!receipt && found.kind === 'file' && found.sha256 === piece.cameAs?.()) {
    return { ...file('changed'), reasons: ['text'] };
  }
  return file(receipt ? 'edited' : 'occupied', true);
}

async function hashOf(piece: Piece, readings: Readings): Promise<string> {
  const { content, reading } = await piece.make(readings);
  if (reading && piece.essay) readings.put(piece.essay, reading);
  return hash('sha256', content);
}

function leaving(receipt: Receipt, folder: Folder): PlannedFile {
  const found = folder.look(receipt.path);
  const isOurs = found.kind === 'file' && found.sha256 === receipt.sha256;
  return {
    path: receipt.path,
    piece: null,
    receipt,
    found,
    state: isOurs || found.kind === 'nothing' ? 'removed' : 'edited',
    reasons: [],
    isHeld: !isOurs && found.kind !== 'nothing',
  };
}

/** Why a piece would come out otherwise than it went out last; none where it would not. */
export function reasonsFor(piece: Piece, receipt: Receipt): ChangeReason[] {
  const reasons: ChangeReason[] = [];
  const states = (essays: Receipt['essays']) =>
    essays.map(({ id, revision, head }) => `${id} ${revision} ${head}`).join('\n');
  if (states(piece.essays) !== states(receipt.essays)) reasons.push('text');
  if (piece.inputs !== receipt.inputs) reasons.push('surroundings');
  if (piece.preset !== receipt.preset) reasons.push('preset');
  if (piece.renderer !== receipt.renderer) reasons.push('renderer');
  const relinked = Object.entries(receipt.links).some(
    ([asked, led]) => piece.relink(asked) !== led,
  );
  if (relinked) reasons.push('links');
  const redrawn = Object.entries(receipt.diagrams ?? {}).some(
    ([source, drawn]) => piece.redraw?.(source) !== drawn,
  );
  if (redrawn) reasons.push('diagrams');
  return reasons;
}
