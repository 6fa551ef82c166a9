import type { Beginning, StepSource } from '#contract/history.ts';
import { grouped } from '#renderer/state/countWords.ts';
import { dateWords, momentWords, timeWords } from '#renderer/state/dateWords.ts';
import type { Moment } from './moments.ts';

/** When a moment was, in full. */
export function whenWords(at: number, locale?: string): string {
  return momentWords(new Date(at).toISOString(), locale);
}

/** When a session began, as a list shows it: `Today, 14:05`, `Sunday, 9:30`, `3 May, 9:30`. */
export function beganWords(at: number, now: Date, locale?: string): string {
  const iso = new Date(at).toISOString();
  const time = timeWords(iso, locale);
  const day = dateWords(iso, now, locale);
  return `${day === time ? 'Today' : day}, ${time}`;
}

/** The name a moment was given; '' when it has none. */
export function nameOf(moment: Moment | undefined): string {
  return moment?.kind === 'named' ? moment.version.name : '';
}

/** What happened at a moment, in a few words. */
export function happenedWords(moment: Moment): string {
  switch (moment.kind) {
    case 'start':
      return beginnings[moment.from];
    case 'text':
      return sources[moment.source];
    case 'fields':
      return `Details: ${fieldWords(Object.keys(moment.fields))}`;
    case 'trashed':
      return moment.trashed ? 'Moved to the trash' : 'Brought back from the trash';
    case 'named':
      return `Named “${moment.version.name}”`;
  }
}

/** How text came in, and how often, where it was not only typed: `pasted 3 times`. */
export function sourceWords(counts: Readonly<Partial<Record<StepSource, number>>>): string[] {
  return (['pasted', 'replaced', 'restored', 'merged', 'recovered'] as const).flatMap((source) => {
    const count = counts[source];
    if (!count) return [];
    return count === 1 ? [noted[source]] : [`${noted[source]} ${grouped(count)} times`];
  });
}

/** How long something took, as one says it: `1 h 20 min`. */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const beginnings: Record<Beginning, string> = {
  created: 'Begun',
  imported: 'Imported',
  duplicated: 'Begun as a copy',
  upgraded: 'Here before its history was kept',
  recovered: 'Recovered',
};

const sources: Record<StepSource, string> = {
  typed: 'Written',
  pasted: 'Pasted',
  replaced: 'Found and replaced',
  undone: 'Undone',
  redone: 'Redone',
  restored: 'Brought back',
  merged: 'Written in another window or program',
  recovered: 'Recovered from a damaged library',
};

const noted = {
  pasted: 'pasted',
  replaced: 'replaced',
  restored: 'brought back',
  merged: 'merged',
  recovered: 'recovered',
};

function fieldWords(names: readonly string[]): string {
  const words = names.flatMap((name) => (name in fields ? [fields[name]!] : []));
  return [...new Set(words)].join(', ') || 'other';
}

const fields: Readonly<Record<string, string>> = {
  title: 'title',
  slug: 'slug',
  excerpt: 'excerpt',
  tags: 'tags',
  series: 'series',
  seriesPlace: 'series',
  status: 'status',
  language: 'language',
  createdAt: 'dates',
  publishedAt: 'dates',
  canonicalUrl: 'address',
  coverImage: 'cover',
  coverAlt: 'cover',
  frontMatter: 'front matter',
};
