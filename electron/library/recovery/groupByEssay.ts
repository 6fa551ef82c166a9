import type { EssayId } from '#contract/essay.ts';
import { statement } from '../statement.ts';
import { type Evidence, idInHistory } from './evidence.ts';
import { joinHistory } from './joinHistory.ts';
import type { Source } from './sources.ts';

/**
 * Evidence by the essay it is of. Which that is, a proved history says; else the row; else the backup, where the
 * same key is never another essay. What cannot be told goes by its key alone, unless it is nothing but text.
 */
export function groupByEssay(
  evidence: readonly Evidence[],
  backup: Source | null,
): ReadonlyMap<EssayId | string, readonly Evidence[]> {
  const groups = new Map<EssayId | string, Evidence[]>();
  for (const each of evidence) {
    const id = idOf(each, backup);
    const isAnEssay = id !== null || each.record !== null || each.parts.length > 0;
    if (!isAnEssay) continue;
    const name = id ?? `key ${each.key}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return groups;
}

function idOf(evidence: Evidence, backup: Source | null): EssayId | null {
  const ofHistory = idInHistory(evidence);
  const ofRow = evidence.record?.id ?? null;
  if (ofHistory !== null && ofHistory === ofRow) return ofRow;
  const proved = joinHistory([evidence.parts]).state?.id ?? null;
  if (proved !== null) return proved as EssayId;
  if (ofRow !== null && backup !== null && findIn(backup, ofRow) !== null) return ofRow;
  return (backup && idIn(backup, evidence.key)) ?? ofRow;
}

/** Where an essay is in a backup, and how new; null when it is not there. */
export function findIn(
  { library }: Source,
  id: EssayId,
): { readonly key: number; readonly revision: number } | null {
  try {
    const sql = 'SELECT key, revision FROM essay WHERE id = ?';
    return statement<{ key: number; revision: number }>(library.db, sql).get(id) ?? null;
  } catch {
    return null;
  }
}

function idIn({ library }: Source, key: number): EssayId | null {
  try {
    const sql = 'SELECT id FROM essay WHERE key = ?';
    return statement<EssayId>(library.db, sql).pluck().get(key) ?? null;
  } catch {
    return null;
  }
}
