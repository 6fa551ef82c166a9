import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { RecoveryReport } from '#contract/recovery.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readRecord } from '#library/essays/readRecord.ts';
import { readParts } from '#library/journal/readParts.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { recoverLibrary } from '#library/recovery/recoverLibrary.ts';
import { statement } from '#library/statement.ts';
import { besidesOf, readings } from '../besides.ts';
import { type DamageKind, damage, damages } from '../damage.ts';
import { randomFrom } from '../random.ts';
import { type Specimen, said, type Truth } from '../specimens.ts';

/** What came of one damaged copy. */
export interface Trial {
  readonly seed: number;
  readonly kind: DamageKind;
  readonly specimen: string;
  /** How the studio took it: opened with everything in order, opened and said what is hurt, or did not open. */
  readonly opening: 'clean' | 'told' | 'refused';
  readonly essays: number;
  /** Essays by what the rescue said of them, with a backup and, at every third seed, without. */
  readonly withBackup: Readonly<Record<string, number>>;
  readonly alone: Readonly<Record<string, number>> | null;
  /** Of what is kept besides essays: how much there was, and how much of that came back with a backup. */
  readonly besides: { readonly there: number; readonly back: number };
  /** Of a log that was cut between two changes nothing can tell: the library as it was before them opens whole. */
  readonly olderAsAWhole: boolean;
  /** What must never be, a sentence each. */
  readonly faults: readonly string[];
}

/** Damages a copy of a specimen as the seed says, opens it, has it rescued with its backup and without, and holds all that comes out against the truth. */
export function tryDamagedCopy(seed: number, specimens: readonly Specimen[], room: string): Trial {
  const random = randomFrom(seed);
  const kind = random.pick(damages);
  const specimen = kind.includes('log')
    ? specimens.find(({ hasLog }) => hasLog)!
    : random.pick(specimens);
  const folder = join(room, String(seed));
  const faults: string[] = [];
  const hurt = join(folder, 'hurt');
  mkdirSync(hurt, { recursive: true });
  const path = join(hurt, 'essays.longhand');
  copyFileSync(specimen.path, path);
  if (specimen.hasLog) copyFileSync(`${specimen.path}-wal`, `${path}-wal`);
  damage(path, kind, random);
  const before = readFileSync(path);
  const namesBefore = readdirSync(hurt).join();
  try {
    const rescue = (name: string, backups: readonly string[]) =>
      tryRescue(join(folder, name), path, backups, { specimen, kind, faults });
    const { counts: withBackup, besides } = rescue('rescued.longhand', [specimen.backups]);
    const alone = seed % 3 === 0 ? rescue('alone.longhand', []).counts : null;
    if (!readFileSync(path).equals(before)) faults.push('The rescue wrote to the damaged file.');
    if (readdirSync(hurt).join() !== namesBefore) faults.push('The rescue left files beside it.');
    const opening = tryOpening(path, specimen, kind, faults);
    return {
      ...{
        seed,
        kind,
        specimen: specimen.name,
        opening: opening.opening,
        essays: specimen.essays.size,
      },
      ...{ withBackup, alone, olderAsAWhole: opening.olderAsAWhole, faults },
      besides: { there: specimen.lastBesides.size, back: besides },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryOpening(
  path: string,
  specimen: Specimen,
  kind: DamageKind,
  faults: string[],
): { readonly opening: Trial['opening']; readonly olderAsAWhole: boolean } {
  const { essays } = specimen;
  let library: Library;
  try {
    library = openLibrary(path, { create: false });
  } catch (error) {
    if (!(error instanceof StudioError)) faults.push(`Opening threw ${String(error)}.`);
    return { opening: 'refused', olderAsAWhole: false };
  }
  try {
    const stale = new Set<EssayId>(essays.keys());
    let isTold = false;
    for (const id of idsIn(library)) {
      try {
        const { body } = readEssay(library, id);
        const truth = essays.get(id);
        if (truth === undefined) isTold = true;
        else {
          const description = said(library, id);
          if (!truth.texts.has(body)) faults.push(`${id} opened with a text it never had.`);
          if (!truth.descriptions.has(description)) faults.push(`${id} has a title it never had.`);
          const isLast = body === truth.lastText && description === truth.lastDescription;
          if (isLast) stale.delete(id);
        }
      } catch (error) {
        isTold = true;
        if (!(error instanceof StudioError)) faults.push(`Reading ${id} threw ${String(error)}.`);
      }
    }
    faults.push(...falseBesides(library, specimen));
    const { damage, file } = proveLibrary(library);
    const isClean = damage.length === 0 && file.length === 0;
    const changed = isClean ? differing(specimen.lastBesides, besidesOf(library)) : 0;
    const isOlder = isClean && !isTold && (stale.size > 0 || changed > 0);
    if (isOlder && !isLogEnd(kind)) {
      faults.push(
        `${stale.size} essays are older, ${changed} lines besides are others, and nothing was said.`,
      );
    }
    return { opening: isClean && !isTold ? 'clean' : 'told', olderAsAWhole: isOlder };
  } catch (error) {
    faults.push(`Proving threw ${String(error)}.`);
    return { opening: 'told', olderAsAWhole: false };
  } finally {
    library.close();
  }
}

/** SQLite itself cannot tell the end of a log from a place where it was hurt or cut within its last change. */
function isLogEnd(kind: DamageKind): boolean {
  return kind.includes('log');
}

/** What is read of what is kept besides essays, and was never kept so. */
function falseBesides(library: Library, { everBesides }: Specimen): string[] {
  return readings.flatMap((read) => {
    try {
      return read(library)
        .filter((each) => !everBesides.has(each))
        .map((each) => `This was never so: ${each.slice(0, 300)}`);
    } catch (error) {
      return error instanceof StudioError ? [] : [`Reading besides threw ${String(error)}.`];
    }
  });
}

/** How many are in the one and not in the other. */
function differing(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = inBoth(one, other);
  return one.size - common + (other.size - common);
}

function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((each) => other.has(each)).length;
}

function idsIn(library: Library): readonly EssayId[] {
  try {
    return statement<EssayId>(library.db, 'SELECT id FROM essay').pluck().all();
  } catch {
    return [];
  }
}

interface RescueTrial {
  readonly specimen: Specimen;
  readonly kind: DamageKind;
  readonly faults: string[];
}

function tryRescue(
  into: string,
  damaged: string,
  backups: readonly string[],
  { specimen, kind, faults }: RescueTrial,
): { readonly counts: Record<string, number>; readonly besides: number } {
  let report: RecoveryReport;
  try {
    report = recoverLibrary({ damaged, into, backups });
  } catch (error) {
    const where = backups.length === 0 ? 'alone' : 'with its backup';
    faults.push(
      `The rescue ${where} threw ${error instanceof Error ? error.stack : String(error)}.`,
    );
    return { counts: {}, besides: 0 };
  }
  const counts: Record<string, number> = {};
  const library = openLibrary(into, { create: false });
  try {
    const missing = new Set(specimen.essays.keys());
    for (const { id, outcome } of report.essays) {
      const truth = id === null ? undefined : specimen.essays.get(id);
      if (outcome === 'lost' || id === null) continue;
      if (truth === undefined) {
        const { body } = readEssay(library, id);
        const own = [...missing].find((each) => specimen.essays.get(each)?.lastText === body);
        // Its name alone was hurt, where only the row had it.
        if (own !== undefined && missing.delete(own)) continue;
        faults.push(`An essay that never was came back: ${id}.`);
        continue;
      }
      missing.delete(id);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      const problem = problemWith(library, id, truth, outcome);
      const isOlder = kind.includes('log') && problem === notLast;
      if (problem !== null && !(isOlder && report.file.length > 0)) {
        if (isOlder) counts.untold = (counts.untold ?? 0) + 1;
        else faults.push(`${id}, ${outcome}: ${problem}`);
      }
    }
    if (missing.size > 0) counts.lost = missing.size;
    const besides = besidesOf(library);
    faults.push(...falseBesides(library, specimen));
    const back = inBoth(specimen.lastBesides, besides);
    const isTold = report.file.length + report.missing.length > 0;
    if (back < specimen.lastBesides.size && !isTold && !kind.includes('log'))
      faults.push(`Besides essays only ${back} lines came back, and nothing was said.`);
    return { counts, besides: back };
  } finally {
    library.close();
  }
}

const notLast = 'It is not as it was saved last.';

function problemWith(library: Library, id: EssayId, truth: Truth, outcome: string): string | null {
  const { body } = readEssay(library, id);
  const description = said(library, id);
  const lines = [...readParts(library, readRecord(library, id).key)].map((part) => part.lines);
  if (!truth.texts.has(body)) return 'It has a text that it never had.';
  if (outcome !== 'part' && !truth.descriptions.has(description))
    return 'It has a title it never had.';
  const isLast = body === truth.lastText && description === truth.lastDescription;
  if (outcome === 'whole' || outcome === 'history') {
    if (!isLast) return notLast;
  }
  const history = lines.join('').split('\n');
  const written = truth.lines.split('\n');
  const parting = history.findIndex((line, at) => line !== written[at]);
  const added = parting === -1 ? 0 : history.length - 1 - parting;
  return added <= 3 ? null : 'Its history is not what was written.';
}
