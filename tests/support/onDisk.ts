import Database from 'better-sqlite3';

interface OnDisk {
  readonly title: string;
  readonly body: string;
}

/** Every essay as it stands in a library's file at this moment, read past the studio. */
export function essaysOnDisk(library: string): OnDisk[] {
  const db = new Database(library, { readonly: true });
  try {
    return db
      .prepare<[], OnDisk>(
        `SELECT title, (
           SELECT coalesce(group_concat(text, '' ORDER BY place), '')
           FROM body_piece
           WHERE essay_key = essay.key
         ) AS body
         FROM essay
         ORDER BY key`,
      )
      .all();
  } finally {
    db.close();
  }
}

/** An essay's text in a library's file; null where there is no essay of that title. */
export function bodyOnDisk(library: string, title: string): string | null {
  return essaysOnDisk(library).find((essay) => essay.title === title)?.body ?? null;
}
