import type { Database } from 'better-sqlite3';
import { statement } from '../statement.ts';
import { segmented } from './words.ts';

export interface CatchUp {
  /** Works for about `milliseconds`; true when nothing is left to do. */
  readonly step: (milliseconds: number) => boolean;
}

interface Work {
  readonly key: number;
  /** What the essay is to be found as, or null when it is not to be found any more. */
  readonly stamp: string | null;
}

/** The work of bringing an index level with the library as it is now, the newest essays first. */
export function createCatchUp(library: Database, index: Database): CatchUp {
  const work = compare(library, index);
  let done = 0;
  return {
    step(milliseconds) {
      if (done === work.length) return true;
      const until = performance.now() + milliseconds;
      index
        .transaction(() => {
          for (; done < work.length; done++) {
            update(library, index, work[done] as Work);
            if (performance.now() > until) {
              done++;
              break;
            }
          }
        })
        .immediate();
      return done === work.length;
    },
  };
}

type Stamps = readonly { readonly key: number; readonly stamp: string }[];

function compare(library: Database, index: Database): readonly Work[] {
  const wanted = statement<Stamps[number]>(
    library,
    `SELECT key, revision || ' ' || updated_at AS stamp
     FROM essay
     WHERE trashed_at IS NULL
     ORDER BY updated_at DESC`,
  ).all();
  const known = new Map(
    statement<Stamps[number]>(index, 'SELECT key, stamp FROM indexed')
      .all()
      .map(({ key, stamp }) => [key, stamp]),
  );
  const work: Work[] = [];
  for (const { key, stamp } of wanted) {
    if (known.get(key) !== stamp) work.push({ key, stamp });
    known.delete(key);
  }
  for (const key of known.keys()) work.push({ key, stamp: null });
  return work;
}

interface Words {
  readonly title: string;
  readonly excerpt: string;
  readonly tags: string;
  readonly body: string;
}

function update(library: Database, index: Database, { key, stamp }: Work): void {
  statement(index, 'DELETE FROM head WHERE rowid = ?').run(key);
  statement(index, 'DELETE FROM whole WHERE rowid = ?').run(key);
  statement(index, 'DELETE FROM indexed WHERE key = ?').run(key);
  const words = stamp === null ? undefined : readWords(library, key);
  if (words === undefined) return;
  const { title, excerpt, tags, body } = words;
  const head = [key, segmented(title), segmented(excerpt), segmented(tags)];
  statement(index, 'INSERT INTO head (rowid, title, excerpt, tags) VALUES (?, ?, ?, ?)').run(head);
  statement(
    index,
    'INSERT INTO whole (rowid, title, excerpt, tags, body) VALUES (?, ?, ?, ?, ?)',
  ).run([...head, segmented(body)]);
  statement(index, 'INSERT INTO indexed (key, stamp) VALUES (?, ?)').run(key, stamp);
}

function readWords(library: Database, key: number): Words | undefined {
  return statement<Words>(
    library,
    `SELECT
       title, excerpt,
       (SELECT coalesce(group_concat(tag, ' · '), '') FROM essay_tag WHERE essay_key = key) AS tags,
       (SELECT group_concat(text, '')
        FROM (SELECT text FROM body_piece WHERE essay_key = key ORDER BY place)) AS body
     FROM essay
     WHERE key = ?`,
  ).get(key);
}
