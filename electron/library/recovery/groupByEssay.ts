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
    const { id, own } = assigned(each, backup);
    const isAnEssay = id !== null || each.record !== null || each.parts.length > 0;
    if (!isAnEssay) continue;
    const name = id ?? `key ${each.key}`;
    groups.set(name, [...(groups.get(name) ?? []), own]);
  }
  return groups;
}

/** Which essay evidence is of, and what of it is that essay's own. */
function assigned(
  evidence: Evidence,
  backup: Source | null,
): { readonly id: EssayId | null; readonly own: Evidence } {
  const ofHistory = idInHistory(evidence);
  const ofRow = evidence.record?.id ?? null;
  if (ofHistory !== null && ofHistory === ofRow) return { id: ofRow, own: evidence };
  const proved = joinHistory([evidence.parts]).state?.id ?? null;
  if (proved !== null) {
    return { id: proved as EssayId, own: proved === ofRow ? evidence : besideRow(evidence) };
  }
  if (ofRow !== null && backup !== null && findIn(backup, ofRow) !== null) {
    return { id: ofRow, own: evidence };
  }
  return { id: (backup && idIn(backup, evidence.key)) ?? ofRow, own: evidence };
}

/**
 * What is left when the row says another essay's name: the row itself may be that essay's, with its key hurt. It is this
 * one's where it has the hash of this one's text; what it says besides might still be that of a copy.
 */
function besideRow(evidence: Evidence): Evidence {
  const record = evidence.text === null ? null : evidence.record;
  return { ...evidence, record, description: null };
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
