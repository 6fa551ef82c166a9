import type { EssayFields, EssayId } from '#contract/essay.ts';
import type { RescuedEssay } from '#contract/recovery.ts';
import { type Description, fieldsHash } from '../essays/essayRecord.ts';
import { unflat } from '../journal/description.ts';
import type { EssayState } from '../journal/essayState.ts';
import type { Evidence } from './evidence.ts';
import { fromCheckpoint } from './fromCheckpoint.ts';
import { type JoinedHistory, joinHistory } from './joinHistory.ts';
import { rescueWords } from './rescueWords.ts';

/** An essay as it is to be put into another library. */
export interface Rescue {
  readonly id: EssayId;
  readonly text: string;
  readonly description: Description;
  /** Milliseconds since 1970. */
  readonly trashedAt: number | null;
  readonly history: JoinedHistory;
}

export interface Rescued {
  /** Null when nothing can be relied on. */
  readonly rescue: Rescue | null;
  readonly report: RescuedEssay;
}

/** Something known of an essay, at one of its changes. */
interface Known<T> {
  readonly value: T;
  readonly revision: number;
  readonly from: 'row' | 'history' | 'checkpoint' | 'backup';
  readonly backupAt: string | null;
  readonly trashedAt: number | null;
  /** False for a copy of a text of which nothing but itself says at which change it was. */
  readonly isSure: boolean;
}

/**
 * The newest of an essay that can be proved, from all that the damaged library and its backups have of it, the
 * damaged one first, then backups from the newest on.
 */
export function rescueEssay(id: EssayId | null, evidence: readonly Evidence[]): Rescued {
  const history = joinHistory(evidence.map(({ parts }) => parts));
  const last = newestChange(evidence, history);
  const { newest, isKnown } = last;
  const text = newestOf(textsOf(evidence, history, last));
  const description = newestOf(descriptionsOf(evidence, history));
  const title = description?.value.fields.title ?? unprovedTitle(evidence);
  const name = id ?? (history.state?.id as EssayId | undefined) ?? null;
  const about = { id: name, title, newest, entries: history.entries };
  if (text === null || name === null) {
    const message =
      text === null
        ? 'Nothing of its text can be relied on.'
        : 'It cannot be told which essay it is.';
    return {
      rescue: null,
      report: {
        ...about,
        outcome: 'lost',
        isComplete: false,
        revision: 0,
        backupAt: null,
        message,
      },
    };
  }

  const isLast = ({ from, revision, isSure }: Known<unknown>) =>
    from === 'row' || (isSure && isKnown && revision >= newest);
  const isAllLast = isLast(text) && description !== null && isLast(description);
  const backupAt = text.backupAt ?? description?.backupAt ?? null;
  const outcome = isAsRow(evidence, text.value, description?.value ?? null)
    ? 'whole'
    : text.from === 'backup' || description?.from === 'backup'
      ? 'backup'
      : isAllLast
        ? 'history'
        : backupAt !== null
          ? 'backup'
          : 'part';
  const report: RescuedEssay = {
    ...about,
    outcome,
    isComplete: outcome === 'whole' || isAllLast,
    revision: text.revision,
    backupAt: outcome === 'backup' ? backupAt : null,
    message: rescueWords(outcome, {
      isAllLast,
      isDescribed: description !== null,
      revision: text.revision,
      newest,
      entries: history.entries,
    }),
  };
  const isHistoryAsNew = history.state !== null && history.entries >= (description?.revision ?? 0);
  const rescue: Rescue = {
    id: name,
    text: text.value,
    description: description?.value ?? undescribed(name),
    trashedAt: (isHistoryAsNew ? history.state?.trashedAt : description?.trashedAt) ?? null,
    history,
  };
  return { rescue, report };
}

/** True for what the damaged library itself has as what was saved last. */
function isAsRow(
  evidence: readonly Evidence[],
  text: string,
  description: Description | null,
): boolean {
  return evidence.some(
    (each) =>
      each.source.backup === null &&
      each.text === text &&
      each.description !== null &&
      description !== null &&
      fieldsHash(each.description).equals(fieldsHash(description)),
  );
}

/** The last change that is known to have been, and whether no later one can have been. */
interface NewestChange {
  readonly newest: number;
  readonly isKnown: boolean;
}

function newestChange(evidence: readonly Evidence[], history: JoinedHistory): NewestChange {
  const ends = evidence.map(({ parts }) => parts.at(-1)?.last ?? 0);
  const ofRows = evidence
    .filter(({ description, text }) => description !== null || text !== null)
    .map(({ record }) => record?.revision ?? 0);
  const newest = Math.max(history.entries, ...ends, ...ofRows);
  const damaged = evidence.filter(({ source }) => source.backup === null);
  const isKnown = damaged.some(
    ({ record, isReadToTheEnd }) => isReadToTheEnd || record?.revision === newest,
  );
  return { newest, isKnown };
}

function textsOf(
  evidence: readonly Evidence[],
  history: JoinedHistory,
  last: NewestChange,
): Known<string>[] {
  const texts = evidence.flatMap((each) => [
    ...(each.text === null ? [] : [ofRow(each, each.text)]),
    ...ofCheckpoint(each, last),
  ]);
  const { state } = history;
  if (state === null) return texts;
  return [...texts, ofHistory(evidence, history, state, state.replay.text())];
}

function ofCheckpoint(evidence: Evidence, { newest, isKnown }: NewestChange): Known<string>[] {
  const reached = fromCheckpoint(evidence);
  if (reached === null) return [];
  const { text: value, isBorneOut: isSure } = reached;
  const revision = isKnown ? Math.min(reached.revision, newest) : reached.revision;
  const backupAt = evidence.source.backup?.at ?? null;
  return [{ value, revision, from: 'checkpoint', backupAt, trashedAt: null, isSure }];
}

function descriptionsOf(
  evidence: readonly Evidence[],
  history: JoinedHistory,
): Known<Description>[] {
  const ofRows = evidence.flatMap((each) =>
    each.description === null ? [] : [ofRow(each, each.description)],
  );
  const { state } = history;
  if (state === null) return ofRows;
  return [...ofRows, ofHistory(evidence, history, state, unflat(state.description))];
}

function ofHistory<T>(
  evidence: readonly Evidence[],
  { entries, lastFrom }: JoinedHistory,
  { trashedAt }: EssayState,
  value: T,
): Known<T> {
  const backupAt = evidence[lastFrom]?.source.backup?.at ?? null;
  return { value, revision: entries, from: 'history', backupAt, trashedAt, isSure: true };
}

function ofRow<T>({ source, record }: Evidence, value: T): Known<T> {
  const trashedAt = Date.parse(record?.trashed_at ?? '');
  return {
    value,
    revision: record?.revision ?? 0,
    from: source.backup === null ? 'row' : 'backup',
    backupAt: source.backup?.at ?? null,
    trashedAt: Number.isNaN(trashedAt) ? null : trashedAt,
    isSure: true,
  };
}

/** The newest; of several, the first as they are preferred. */
function newestOf<T>(known: readonly Known<T>[]): Known<T> | null {
  const order = ['row', 'history', 'checkpoint', 'backup'] as const;
  const sorted = known.toSorted(
    (a, b) =>
      b.revision - a.revision ||
      Number(b.isSure) - Number(a.isSure) ||
      order.indexOf(a.from) - order.indexOf(b.from),
  );
  return sorted[0] ?? null;
}

function unprovedTitle(evidence: readonly Evidence[]): string {
  return evidence.find(({ record }) => typeof record?.title === 'string')?.record?.title ?? '';
}

/** For an essay of which only the text is left. */
function undescribed(id: EssayId): Description {
  const slug = `rescued-${id.slice(0, 8)}`;
  const fields: EssayFields = {
    title: 'Rescued essay',
    slug,
    excerpt: '',
    tags: [],
    series: '',
    seriesPlace: null,
    status: 'draft',
    language: 'en',
    createdAt: new Date(0).toISOString(),
    publishedAt: null,
    canonicalUrl: '',
    coverImage: '',
    coverAlt: '',
  };
  return { fields, slugIsSet: false, frontMatter: '', origin: null };
}
