import { createHash, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { countWords } from '#library/body/countWords.ts';
import { opening } from '#library/body/opening.ts';
import { titleKey } from '#library/essays/titleKey.ts';
import { migrate } from '#library/migrate.ts';
import { makeEssays } from '#library/migrations/001-essays.ts';

export interface EssayOfOne {
  readonly title: string;
  /** The body in the pieces it is stored in. */
  readonly pieces: readonly string[];
  readonly tags?: readonly string[];
  readonly frontMatter?: string;
  readonly trashedAt?: string;
}

export const writtenAt = '2026-03-01T09:00:00.000Z';

/** Makes a library as version 1 of the studio did, and gives the ids of its essays. */
export function makeLibraryOfOne(path: string, essays: readonly EssayOfOne[]): string[] {
  const db = new Database(path);
  const now = () => new Date('2026-02-01T00:00:00Z');
  migrate(db, { path, readOnly: false, migrations: [makeEssays], now });
  const ids = db.transaction(() => essays.map((essay, index) => insert(db, essay, index)))();
  db.close();
  return ids;
}

function insert(db: Database.Database, essay: EssayOfOne, index: number): string {
  const { title, pieces, tags = [], frontMatter = '', trashedAt = null } = essay;
  const id = randomUUID();
  const slug = `essay-${index}`;
  const hashes = pieces.map(sha256);
  const said = [title, slug, false, '', tags, '', null, 'draft', 'en', writtenAt, null, '', '', ''];
  const { lastInsertRowid: key } = db
    .prepare(
      `INSERT INTO essay (
         id, revision, body_revision, title, title_key, slug, slug_is_set, excerpt, series, status,
         language, created_at, created_ms, updated_at, trashed_at, canonical_url, cover_image,
         cover_alt, opening, words, line_break, fields_hash, body_hash
       ) VALUES (?, 7, 5, ?, ?, ?, 0, '', '', 'draft', 'en', ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      title,
      titleKey(title),
      slug,
      writtenAt,
      Date.parse(writtenAt),
      writtenAt,
      trashedAt,
      opening(pieces[0] ?? ''),
      countWords(pieces.join('')),
      pieces.join('').includes('\r\n') ? '\r\n' : '\n',
      sha256(JSON.stringify([...said, frontMatter, null])),
      createHash('sha256').update(Buffer.concat(hashes)).digest(),
    );
  pieces.forEach((text, place) => {
    db.prepare(
      'INSERT INTO body_piece (essay_key, place, length, words, hash, text) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(key, place, text.replaceAll('\r\n', '\n').length, countWords(text), hashes[place], text);
  });
  tags.forEach((tag, place) => {
    db.prepare('INSERT INTO essay_tag (essay_key, place, tag) VALUES (?, ?, ?)').run(
      key,
      place,
      tag,
    );
  });
  if (frontMatter !== '') {
    db.prepare(
      'INSERT INTO essay_origin (essay_key, front_matter, origin) VALUES (?, ?, NULL)',
    ).run(key, frontMatter);
  }
  return id;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
