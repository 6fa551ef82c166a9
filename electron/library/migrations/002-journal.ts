import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Version 2: every essay has a history, which begins with what version 1 had of it; a revision is the number
 * of an entry. The hash of a body is that of its text, no longer that of its pieces. An essay that version 1
 * would have called damaged stays so: it gets no history, and its hashes do not come to match what is there.
 */
export function makeJournal(db: Database): void {
  db.exec(`
    -- One row for each entry since the last block; see contract/history.ts for what a line is.
    CREATE TABLE journal_line (
      essay_key INTEGER NOT NULL REFERENCES essay (key) ON DELETE CASCADE,
      number    INTEGER NOT NULL,
      line      TEXT    NOT NULL,
      text_hash BLOB    NOT NULL,
      head_hash BLOB    NOT NULL,
      PRIMARY KEY (essay_key, number)
    ) STRICT, WITHOUT ROWID;

    -- Many lines together, compressed (raw DEFLATE), with the hashes of the last of them.
    CREATE TABLE journal_block (
      essay_key INTEGER NOT NULL REFERENCES essay (key) ON DELETE CASCADE,
      first     INTEGER NOT NULL,
      last      INTEGER NOT NULL,
      size      INTEGER NOT NULL,
      lines     BLOB    NOT NULL,
      text_hash BLOB    NOT NULL,
      head_hash BLOB    NOT NULL,
      PRIMARY KEY (essay_key, first)
    ) STRICT;

    -- The text after an entry, compressed (raw DEFLATE), so that the past is near and a hurt history is not the end of it.
    CREATE TABLE checkpoint (
      essay_key INTEGER NOT NULL REFERENCES essay (key) ON DELETE CASCADE,
      number    INTEGER NOT NULL,
      text      BLOB    NOT NULL,
      text_hash BLOB    NOT NULL,
      PRIMARY KEY (essay_key, number)
    ) STRICT;
  `);
  const add = db.prepare(
    'INSERT INTO journal_line (essay_key, number, line, text_hash, head_hash) VALUES (?, ?, ?, ?, ?)',
  );
  const settle = db.prepare(
    'UPDATE essay SET revision = ?, body_revision = 1, body_hash = ? WHERE key = ?',
  );
  const keys = db.prepare<[], number>('SELECT key FROM essay ORDER BY key').pluck().all();
  for (const key of keys) {
    const essay = wholeEssay(db, key);
    if (essay === null) continue;
    const textHash = sha256(essay.body);
    const head = createHash('sha256');
    essay.entries.forEach((entry, index) => {
      const line = `${JSON.stringify(entry)}\n`;
      head.update(line);
      add.run(key, index + 1, line, textHash, head.copy().digest());
    });
    settle.run(essay.entries.length, textHash, key);
  }
}

interface WholeEssay {
  readonly body: string;
  readonly entries: readonly object[];
}

/** An essay's text and first entries; null when it is not what version 1 had saved. */
function wholeEssay(db: Database, key: number): WholeEssay | null {
  const row = db.prepare<[number], Row>('SELECT * FROM essay WHERE key = ?').get(key) as Row;
  const pieces = db
    .prepare<[number], { hash: Buffer; text: string }>(
      'SELECT hash, text FROM body_piece WHERE essay_key = ? ORDER BY place',
    )
    .all(key);
  const ofPieces = createHash('sha256');
  for (const { hash } of pieces) ofPieces.update(hash);
  if (!ofPieces.digest().equals(row.body_hash)) return null;
  if (!pieces.every(({ hash, text }) => sha256(text).equals(hash))) return null;
  const description = describe(db, row);
  if (description === null) return null;
  const body = pieces.map(({ text }) => text).join('');
  const start = { from: 'upgraded', id: row.id, description, body };
  const trashed =
    row.trashed_at === null ? [] : [{ at: Date.parse(row.trashed_at), trashed: true }];
  return { body, entries: [{ at: Date.parse(row.updated_at), start }, ...trashed] };
}

interface Row {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly slug_is_set: number;
  readonly excerpt: string;
  readonly series: string;
  readonly series_place: number | null;
  readonly status: string;
  readonly language: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly published_at: string | null;
  readonly trashed_at: string | null;
  readonly canonical_url: string;
  readonly cover_image: string;
  readonly cover_alt: string;
  readonly fields_hash: Buffer;
  readonly body_hash: Buffer;
}

function describe(db: Database, row: Row): object | null {
  const tags = db
    .prepare<[number], string>('SELECT tag FROM essay_tag WHERE essay_key = ? ORDER BY place')
    .pluck()
    .all(row.key);
  const came = db
    .prepare<[number], { front_matter: string; origin: string | null }>(
      'SELECT front_matter, origin FROM essay_origin WHERE essay_key = ?',
    )
    .get(row.key) ?? { front_matter: '', origin: null };
  const slugIsSet = row.slug_is_set === 1;
  const said = [
    row.title,
    row.slug,
    slugIsSet,
    row.excerpt,
    tags,
    row.series,
    row.series_place,
    row.status,
    row.language,
    row.created_at,
    row.published_at,
    row.canonical_url,
    row.cover_image,
    row.cover_alt,
    came.front_matter,
    came.origin,
  ];
  if (!sha256(JSON.stringify(said)).equals(row.fields_hash)) return null;
  return {
    title: row.title,
    slug: row.slug,
    excerpt: row.excerpt,
    tags,
    series: row.series,
    seriesPlace: row.series_place,
    status: row.status,
    language: row.language,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    canonicalUrl: row.canonical_url,
    coverImage: row.cover_image,
    coverAlt: row.cover_alt,
    slugIsSet,
    frontMatter: came.front_matter,
    origin: came.origin === null ? null : JSON.parse(came.origin),
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
