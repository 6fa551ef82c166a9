import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Essay } from '#contract/essay.ts';
import { historyRecord } from '#export/historyRecord.ts';
import { writeWholeFile } from '#export/writeWholeFile.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { readHistory } from '#library/journal/readHistory.ts';
import { textAt } from '#library/journal/textAt.ts';
import type { Library } from '#library/openLibrary.ts';
import { type Answer, command, type Desk, UsageError } from './command.ts';
import { places } from './places.ts';
import { printable, printableLine } from './printable.ts';
import { withLibrary } from './withLibrary.ts';

export const historyCommand = command({
  name: 'history',
  usage: 'SLUG',
  summary: 'tell how an essay came to be, or write a record of it',
  about: `Without options, says how many changes there are, since when, and the hash of them all.
--at prints the text as it was after that change. --export writes a record that anyone can check without
Longhand: with a name that ends in .html a page that checks and replays itself in any browser, with
.jsonl the bare lines, whose SHA-256 is the hash of the history.`,
  options: {
    at: { type: 'string', value: 'CHANGE', about: 'the number of a change, counted from 1' },
    export: { type: 'string', value: 'FILE', about: 'where to write the record: .html or .jsonl' },
    force: { type: 'boolean', about: 'replace a file that is there already' },
  },
  async run(values, names, desk) {
    const [slug, ...others] = names;
    if (slug === undefined || others.length > 0)
      throw new UsageError('Name one essay by its slug.');
    if (values.at !== undefined && !/^[1-9]\d{0,14}$/.test(values.at)) {
      throw new UsageError(`“${values.at}” is no number of a change.`);
    }
    return withLibrary(values.library, desk, { create: false }, async (library) => {
      const essay = findEssay(library, slug);
      if (values.at !== undefined) return past(library, essay, Number(values.at), desk);
      if (values.export === undefined) return summary(library, essay);
      return record(library, essay, resolve(values.export), values.force ?? false);
    });
  },
});

function past(library: Library, essay: Essay, number: number, desk: Desk): Answer {
  const text = textAt(library, essay.id, number);
  return {
    text: desk.isTerminal ? printable(text) : text,
    json: { id: essay.id, title: essay.title, change: number, text },
    problems: [],
  };
}

function summary(library: Library, essay: Essay): Answer {
  const { id, title, revision, head } = essay;
  const [first = ''] = readHistory(library, id, 1).lines.split('\n', 1);
  const since = new Date((JSON.parse(first) as { at: number }).at).toISOString();
  const fields = { title, changes: String(revision), since, hash: head };
  const text = Object.entries(fields)
    .map(([name, value]) => `${name}: ${printableLine(value)}\n`)
    .join('');
  return { text, json: { id, title, changes: revision, since, hash: head }, problems: [] };
}

async function record(
  library: Library,
  essay: Essay,
  path: string,
  replace: boolean,
): Promise<Answer> {
  const kind = extname(path).toLowerCase();
  if (kind !== '.html' && kind !== '.jsonl') {
    throw new UsageError('The record is a file whose name ends in .html or .jsonl.');
  }
  const lines = allLines(library, essay);
  const content =
    kind === '.jsonl'
      ? lines
      : historyRecord(
          { ...essay, lines },
          await readFile(places.resources('record', 'record.html'), 'utf8'),
        );
  await writeWholeFile(path, content, replace ? 'always' : 'never');
  const { id, title, revision, head } = essay;
  return {
    text: `${printableLine(path)}\n`,
    json: { id, title, path, changes: revision, hash: head },
    problems: [],
  };
}

/** The lines of an essay's history up to what the essay is. */
function allLines(library: Library, essay: Essay): string {
  let lines = '';
  for (let next = 1; next <= essay.revision; ) {
    const part = readHistory(library, essay.id, next);
    lines += part.lines;
    next = part.last + 1;
  }
  return lines;
}
