import { deflateRawSync } from 'node:zlib';
import type { Entry, Step } from '#contract/history.ts';
import { dominantLineBreak, editorLength } from '../body/lineBreaks.ts';
import { opening } from '../body/opening.ts';
import { bodyHash, hashOf, writeBody } from '../body/pieces.ts';
import { type Description, fieldsHash } from '../essays/essayRecord.ts';
import { writeDescription } from '../essays/writeDescription.ts';
import { append } from '../journal/append.ts';
import { changed, flat, unflat } from '../journal/description.ts';
import { afterEntry, type EssayState } from '../journal/essayState.ts';
import { parseLines } from '../journal/parseLines.ts';
import type { StoredPart } from '../journal/readParts.ts';
import type { Library } from '../library.ts';
import { freeSlug } from '../slugs/freeSlug.ts';
import { statement } from '../statement.ts';
import type { JoinedHistory } from './joinHistory.ts';
import type { Rescue } from './rescueEssay.ts';

/**
 * Puts a rescued essay into a library, inside a transaction: the proved part of its history as it was written,
 * and entries after it that bring it to what was rescued. Where its slug is taken it gets another.
 */
export function putEssay(library: Library, rescue: Rescue): void {
  const { id, text } = rescue;
  const description = withFreeSlug(library, rescue.description);
  const now = library.now().getTime();
  const { parts, more, state, startBody } = continued({ ...rescue, description }, now);

  const lineBreak = dominantLineBreak(startBody);
  const updatedAt = new Date(state.updatedAt).toISOString();
  const entries = (parts.at(-1)?.last ?? 0) + more.length;
  const { trashedAt } = state;
  const added = statement(
    library.db,
    `INSERT INTO essay (
       id, revision, body_revision, title, title_key, slug, slug_is_set, excerpt, series, status,
       language, created_at, created_ms, updated_at, trashed_at, canonical_url, cover_image, cover_alt,
       opening, words, line_break, fields_hash, body_hash
     ) VALUES (
       :id, :entries, :bodyRevision, '', '', :slug, 0, '', '', '',
       '', '', 0, :updatedAt, :trashedAt, '', '', '',
       '', 0, :lineBreak, x'', x''
     )`,
  ).run({
    ...{ id, entries, bodyRevision: state.bodyRevision, slug: description.fields.slug, updatedAt },
    ...{ trashedAt: trashedAt === null ? null : new Date(trashedAt).toISOString(), lineBreak },
  });
  const key = Number(added.lastInsertRowid);
  writeDescription(library, key, description);
  const pieces = writeBody(library, key, text, lineBreak);
  const hash = bodyHash(pieces);
  statement(library.db, 'UPDATE essay SET words = ?, opening = ?, body_hash = ? WHERE key = ?').run(
    pieces.reduce((sum, piece) => sum + piece.words, 0),
    opening(pieces[0]?.text ?? ''),
    hash,
    key,
  );
  storeParts(library, key, parts);
  let revision = parts.at(-1)?.last ?? 0;
  for (const { entry, textHash } of more)
    append(library, { key, revision: revision++ }, entry, textHash);
}

interface Continued {
  readonly parts: readonly StoredPart[];
  readonly more: readonly { readonly entry: Entry; readonly textHash: Buffer }[];
  readonly state: EssayState;
  /** The text that the history begins with. */
  readonly startBody: string;
}

/** The proved history and what has to follow it; a new beginning where there is none, or where none can lead on. */
function continued(rescue: Rescue, at: number): Continued {
  return goneOn(rescue, at) ?? begunAnew(rescue, at);
}

function goneOn({ history, text, description, trashedAt }: Rescue, at: number): Continued | null {
  const { parts, state } = history;
  if (state === null) return null;
  const entries: Entry[] = [];
  const step = stepBetween(state.replay.text(), text);
  if (step !== null) entries.push({ at, text: [step] });
  const before = unflat(state.description);
  if (!fieldsHash(before).equals(fieldsHash(description))) {
    entries.push({ at, fields: changed(before, description) });
  }
  if ((trashedAt === null) !== (state.trashedAt === null)) {
    entries.push({ at: trashedAt ?? at, trashed: trashedAt !== null });
  }
  let now = state;
  let number = history.entries;
  const more = entries.map((entry) => {
    now = afterEntry(now, entry, ++number);
    return { entry, textHash: hashOf(now.replay.text()) };
  });
  // A text whose line breaks are of several kinds may be out of reach for a step.
  if (now.replay.text() !== text) return null;
  return { parts, more, state: now, startBody: startBodyOf(history) };
}

function begunAnew({ id, text, description, trashedAt }: Rescue, at: number): Continued {
  const start = { from: 'recovered', id, description: flat(description), body: text } as const;
  const trashed: Entry[] = trashedAt === null ? [] : [{ at: trashedAt, trashed: true }];
  const entries: Entry[] = [{ at, start }, ...trashed];
  const state = entries.reduce<EssayState | null>(
    (before, entry, index) => afterEntry(before, entry, index + 1),
    null,
  );
  const textHash = hashOf(text);
  const more = entries.map((entry) => ({ entry, textHash }));
  return { parts: [], more, state: state as EssayState, startBody: text };
}

function startBodyOf({ parts }: JoinedHistory): string {
  const [first] = parts;
  const line = first?.lines.slice(0, first.lines.indexOf('\n') + 1) ?? '';
  const [entry] = parseLines(line);
  return entry && 'start' in entry ? entry.start.body : '';
}

/** The step from one text to another, from where they part to where they meet again; null when they are one. */
function stepBetween(before: string, after: string): Step | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  // Neither a character nor a line break may be parted.
  while (start > 0 && isInside(before, after, start)) start--;
  while (same > 0 && isInside(before, after, -same)) same--;
  const lineBreak = dominantLineBreak(before);
  const from = editorLength(before.slice(0, start));
  const gone = editorLength(before.slice(start, before.length - same));
  const comes = after.slice(start, after.length - same).replaceAll(lineBreak, '\n');
  return [0, 'recovered', from, gone, comes];
}

function isInside(before: string, after: string, at: number): boolean {
  return [before, after].some((text) =>
    /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test((text.at(at - 1) ?? '') + (text.at(at) ?? '')),
  );
}

function storeParts(library: Library, key: number, parts: readonly StoredPart[]): void {
  const store = statement(
    library.db,
    `INSERT INTO journal_block (essay_key, first, last, size, lines, text_hash, head_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { first, last, lines, textHash, headHash } of inBlocks(parts)) {
    const bytes = Buffer.from(lines);
    store.run(key, first, last, bytes.length, deflateRawSync(bytes), textHash, headHash);
  }
}

/** The same lines in parts that are worth a block each. */
function inBlocks(parts: readonly StoredPart[]): readonly StoredPart[] {
  const blocks: StoredPart[] = [];
  for (const part of parts) {
    const open = blocks.at(-1);
    if (open === undefined || open.lines.length >= 64 * 1024) blocks.push(part);
    else blocks.splice(-1, 1, { ...part, first: open.first, lines: open.lines + part.lines });
  }
  return blocks;
}

function withFreeSlug(library: Library, description: Description): Description {
  const slug = freeSlug(library, description.fields.slug);
  return { ...description, fields: { ...description.fields, slug } };
}
