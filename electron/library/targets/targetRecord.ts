import { createHash } from 'node:crypto';
import { StudioError } from '#contract/errors.ts';
import type { Target, TargetId, TargetSettings } from '#contract/publishing.ts';

/** A row of the table `target`; `settings` is JSON. */
export interface TargetRecord {
  readonly id: TargetId;
  readonly settings: string;
  readonly made_at: string;
  readonly removed_at: string | null;
  readonly hash: Buffer;
}

/** Throws `damaged` when a target is not what was saved. */
export function toTarget(record: TargetRecord): Target {
  if (!isAsSaved(record)) throw damagedTarget();
  return { id: record.id, ...(JSON.parse(record.settings) as TargetSettings) };
}

/** SHA-256 over all that is kept of a target. */
export function targetHash({ id, settings, made_at, removed_at }: Omit<TargetRecord, 'hash'>) {
  return createHash('sha256')
    .update(JSON.stringify([id, settings, made_at, removed_at]))
    .digest();
}

export function isAsSaved(record: TargetRecord): boolean {
  return Buffer.isBuffer(record.hash) && targetHash(record).equals(record.hash);
}

function damagedTarget(): StudioError {
  return new StudioError(
    'damaged',
    'What is said about a place to publish to is damaged: it is not what was last saved.',
    'Nothing was published. Rescue the library: a backup may give it back.',
  );
}
