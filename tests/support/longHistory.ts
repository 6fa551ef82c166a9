import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { EssayId } from '#contract/essay.ts';
import type { Step } from '#contract/history.ts';
import { opening } from '#library/body/opening.ts';
import { bodyHash, hashOf, writeBody } from '#library/body/pieces.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { readRecord } from '#library/essays/readRecord.ts';
import { readParts } from '#library/journal/readParts.ts';
import { replayFrom } from '#library/journal/replay.ts';
import type { Library } from '#library/openLibrary.ts';

interface LongHistory {
  readonly title: string;
  /** Saves, each of a key or two; a hundred thousand take a second. */
  readonly saves: number;
  /** Characters the text grows to: from there on, what is written is taken away elsewhere. */
  readonly length?: number;
  readonly seed?: number;
}

const linesInBlock = 2_000;
const blocksToCheckpoint = 3;

/**
 * An essay with a long history, as if it had been typed: words, slips taken back, places gone back to. Written
 * straight into the tables, since typing it would take minutes; it proves like any other.
 */
export function writeLongHistory(library: Library, wanted: LongHistory): EssayId {
  const { title, saves, length = 60_000, seed = 1 } = wanted;
  const { id } = createEssay(library, { title, body: '' });
  const { key } = readRecord(library, id);
  const write = library.db.transaction(() => {
    const start = [...readParts(library, key)].map((part) => part.lines).join('');
    library.db.prepare('DELETE FROM journal_line WHERE essay_key = ?').run(key);
    const head = createHash('sha256');
    const replay = replayFrom('');
    const random = randomFrom(seed);
    const writer: Writer = { at: 0, length: 0, most: length, random };
    let now = Date.parse('2026-01-05T08:00:00Z');
    let block = start;
    let first = 1;
    let blocks = 0;
    for (let number = 2; number <= saves + 1; number++) {
      const steps = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, i) =>
        keystroke(writer, 150 - i * 100),
      );
      for (const step of steps) replay.apply(step);
      now += random() < 0.0005 ? 9 * 3_600_000 : 250 + Math.floor(random() * 400);
      block += `${JSON.stringify({ at: now, text: steps })}\n`;
      if (number - first + 1 < linesInBlock && number <= saves) continue;
      const text = replay.text();
      const textHash = hashOf(text);
      library.db
        .prepare('INSERT INTO journal_block VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(
          key,
          first,
          number,
          Buffer.byteLength(block),
          deflateRawSync(block),
          textHash,
          head.update(block).copy().digest(),
        );
      if (++blocks % blocksToCheckpoint === 0) {
        library.db
          .prepare('INSERT INTO checkpoint VALUES (?, ?, ?, ?)')
          .run(key, number, deflateRawSync(text), textHash);
      }
      first = number + 1;
      block = '';
    }
    settle(library, key, replay.text(), saves + 1, now);
  });
  write.immediate();
  return id;
}

interface Writer {
  at: number;
  length: number;
  readonly most: number;
  readonly random: () => number;
}

const letters = 'eeeetttaaaooiinnsshhrrdlu      cmfwygpbvk,.';

function keystroke(writer: Writer, ago: number): Step {
  const { random } = writer;
  if (random() < 0.01) writer.at = Math.floor(random() * (writer.length + 1));
  const takesBack = writer.at > 0 && random() < (writer.length < writer.most ? 0.07 : 0.52);
  if (takesBack) {
    writer.at--;
    writer.length--;
    return [ago, 'typed', writer.at, 1, ''];
  }
  const isNewParagraph = random() < 0.003;
  const letter = letters[Math.floor(random() * letters.length)] ?? ' ';
  const inserted = isNewParagraph ? '\n\nThe next ' : letter;
  const from = writer.at;
  writer.at += inserted.length;
  writer.length += inserted.length;
  return [ago, isNewParagraph ? 'pasted' : 'typed', from, 0, inserted];
}

function settle(library: Library, key: number, text: string, revision: number, at: number): void {
  const pieces = writeBody(library, key, text, '\n');
  library.db
    .prepare(
      `UPDATE essay
       SET revision = :revision, body_revision = :revision, updated_at = :at, body_hash = :hash,
           words = :words, opening = :opening
       WHERE key = :key`,
    )
    .run({
      key,
      revision,
      at: new Date(at).toISOString(),
      hash: bodyHash(pieces),
      words: pieces.reduce((sum, piece) => sum + piece.words, 0),
      opening: opening(pieces[0]?.text ?? ''),
    });
}

/** Numbers from 0 to 1 that are the same at every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
