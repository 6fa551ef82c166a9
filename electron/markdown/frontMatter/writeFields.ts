import type { Essay, EssayFields } from '#contract/essay.ts';
import { editFrontMatter } from './editFrontMatter.ts';
import { type Fenced, readFences } from './fences.ts';
import { type DraftKey, fieldEdits } from './fieldEdits.ts';
import { interpret } from './interpret.ts';
import { isoTime } from './isoTime.ts';
import { fieldNames } from './knownKeys.ts';
import { newFrontMatter } from './newFrontMatter.ts';
import { parseValues } from './parseValues.ts';
import { lineBreakOf } from './values.ts';

export interface WrittenFields {
  /** The front matter with its fences and the line break after; '' when there is nothing to say. */
  readonly text: string;
  /** A sentence when changes could not be put into the front matter the essay came with. */
  readonly problem: string | null;
}

/**
 * The front matter an export of the essay carries. One that came with a file is changed only in the values of fields
 * that changed since, to the byte otherwise; where it cannot be edited safely it stays as it is and `problem` says so.
 * An essay without gets YAML. `draftKey` is what the reader of the file knows a draft by; left out, any will do.
 */
export function writeFrontMatter(essay: Essay, draftKey?: DraftKey): WrittenFields {
  const wanted = wantedFields(essay);
  if (essay.frontMatter === '')
    return { text: newFrontMatter(wanted, lineBreakOf(essay.body)), problem: null };
  if (Object.keys(wanted).length === 0) return { text: essay.frontMatter, problem: null };
  const fenced = readFences(essay.frontMatter);
  const parsed = fenced && parseValues(fenced);
  if (!fenced || !parsed || 'failure' in parsed) {
    const why = parsed && 'failure' in parsed ? ` (${parsed.failure})` : '';
    const problem = `The front matter could not be read${why}, so it was kept as it is and does not hold what changed since.`;
    return { text: essay.frontMatter, problem };
  }
  const silence = silenceIn(essay);
  const held = heldFields(essay, interpret(parsed.values).fields, silence);
  return edited(fenced, { ...held, ...wanted }, silence, draftKey);
}

/** What the front matter has to say: for an imported essay what changed since, else everything. */
function wantedFields(essay: Essay): Partial<EssayFields> {
  const baseline = essay.origin?.baseline;
  const wanted: Partial<Record<keyof EssayFields, unknown>> = {};
  for (const field of fieldNames) {
    if (!baseline || !same(field, essay[field], baseline[field], unsaid))
      wanted[field] = essay[field];
  }
  // A slug that follows the title is not the writer's word; one the file set and the writer took back goes.
  if (baseline && !essay.slugIsSet && wanted.slug !== undefined) wanted.slug = '';
  // A reader takes the day of publishing for the day of writing unless that is said too.
  if (wanted.publishedAt) wanted.createdAt = essay.createdAt;
  return wanted as Partial<EssayFields>;
}

/** What the front matter says already and must go on saying while something beside it is edited. */
function heldFields(
  essay: Essay,
  said: Partial<EssayFields>,
  silence: EssayFields,
): Partial<EssayFields> {
  const held = fieldNames.filter((field) => same(field, said[field], essay[field], silence));
  return Object.fromEntries(held.map((field) => [field, essay[field]]));
}

function edited(
  start: Fenced,
  wanted: Partial<EssayFields>,
  silence: EssayFields,
  draftKey: DraftKey | undefined,
): WrittenFields {
  let fenced = start;
  const tries = new Map<keyof EssayFields, number>();
  const stuck = new Set<keyof EssayFields>();
  // One edit can bring out what another key says, so each round reads again.
  for (;;) {
    const parsed = parseValues(fenced);
    if ('failure' in parsed) break;
    const found = interpret(parsed.values);
    const field = fieldNames.find(
      (name) =>
        name in wanted &&
        !stuck.has(name) &&
        !same(name, found.fields[name], wanted[name], silence),
    );
    if (!field) break;
    const edits = fieldEdits(field, wanted[field] ?? null, parsed.values, found, draftKey);
    const next = edits.reduce<Fenced | null>(
      (text, edit) => text && editFrontMatter(text, edit),
      fenced,
    );
    tries.set(field, (tries.get(field) ?? 0) + 1);
    if (!next || next.content === fenced.content || tries.get(field) === 8) stuck.add(field);
    fenced = next ?? fenced;
  }
  const problem =
    stuck.size > 0
      ? `The front matter has no safe place for what changed since (${[...stuck].join(', ')}), so that was left out.`
      : null;
  return { text: fenced.opening + fenced.content + fenced.closing, problem };
}

/** Whether a front matter that says `said` of a field, or what its silence means, means `wanted`. */
function same(
  field: keyof EssayFields,
  said: unknown,
  wanted: unknown,
  silence: EssayFields,
): boolean {
  const meant = said ?? silence[field];
  if (Array.isArray(meant) && Array.isArray(wanted)) {
    return meant.length === wanted.length && meant.every((item, at) => item === wanted[at]);
  }
  if (field === 'createdAt' || field === 'publishedAt') {
    return (
      meant === wanted ||
      (typeof meant === 'string' &&
        typeof wanted === 'string' &&
        isoTime(meant) === isoTime(wanted))
    );
  }
  return meant === wanted;
}

/** A file that does not call itself a draft may have been published where it came from. */
function silenceIn({ origin }: Essay): EssayFields {
  return origin ? { ...unsaid, status: origin.baseline.status } : unsaid;
}

/** What a reader takes for said where nothing is. */
const unsaid: EssayFields = {
  title: '',
  slug: '',
  excerpt: '',
  tags: [],
  series: '',
  seriesPlace: null,
  status: 'draft',
  language: 'en',
  createdAt: '',
  publishedAt: null,
  canonicalUrl: '',
  coverImage: '',
  coverAlt: '',
};
