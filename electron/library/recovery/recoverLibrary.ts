import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { RecoveryProgress, RecoveryReport } from '#contract/recovery.ts';
import { givePath } from '../givePath.ts';
import type { Library } from '../library.ts';
import { libraryId } from '../libraryId.ts';
import { openLibrary } from '../openLibrary.ts';
import { essayKeys } from '../proof/essayKeys.ts';
import { fileProblems } from '../proof/fileProblems.ts';
import { proveLibrary } from '../proof/proveLibrary.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import { translateError } from '../translateError.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findIn, groupByEssay } from './groupByEssay.ts';
import { openCopy } from './openCopy.ts';
import { privateCopy } from './privateCopy.ts';
import { putEssay } from './putEssay.ts';
import { type Rescued, rescueEssay } from './rescueEssay.ts';
import { rescueImages } from './rescueImages.ts';
import { rescuePublishing } from './rescuePublishing.ts';
import { findBackups, openBackup, type Source } from './sources.ts';

interface RecoverOptions {
  /** The damaged library. It is only read, and nothing is made beside it. */
  readonly damaged: string;
  /** Where the new library is made. What is there already is refused with `exists`. */
  readonly into: string;
  /** Backups, or folders of them; what is not there and what belongs to other libraries is left out. */
  readonly backups: readonly string[];
  readonly now?: () => Date;
  /** Told before each essay; returning false stops with `cancelled`, and nothing is made. */
  readonly onEssay?: (progress: RecoveryProgress) => boolean;
}

/**
 * Rescues what can be proved of a damaged library and its backups into a new one, essay by essay. The new
 * library is proved before it gets its name: it is there whole, or not at all.
 */
export function recoverLibrary(options: RecoverOptions): RecoveryReport {
  const damaged = resolve(options.damaged);
  const into = resolve(options.into);
  try {
    if (statSync(damaged, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new StudioError(
        'not-found',
        `There is no library at “${damaged}”.`,
        'Choose another one.',
      );
    }
    refuseExisting(into);
    const folder = mkdtempSync(join(dirname(into), '.longhand-rescue-'));
    try {
      return recoverIn(folder, { ...options, damaged, into });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw translateError(error, into);
  }
}

function recoverIn(folder: string, options: RecoverOptions): RecoveryReport {
  const { damaged, into, now = () => new Date(), onEssay = () => true } = options;
  const unfinished = join(folder, basename(into));
  const fresh = openLibrary(unfinished, { now });
  const sources = openSources(folder, options, now);
  try {
    const found = findEssays(sources);
    const rescued: Rescued[] = [];
    const missing: string[] = [];
    writing(fresh, () => {
      for (const [id, evidence] of found) {
        if (!onEssay({ done: rescued.length, total: found.size })) throw stopped();
        const each = rescueWithBackups(id, evidence, sources);
        if (each.rescue !== null) putEssay(fresh, each.rescue);
        rescued.push(each);
      }
      const isListWhole = sources.damaged !== null && sources.problems.length === 0;
      const gone = rescueImages(fresh, {
        damaged: sources.damaged,
        backups: backupsOf(sources),
        isListWhole,
      });
      const ofPublishing = [sources.damaged, sources.backup(0)];
      missing.push(
        ...gone.map((name) => `The image “${name}” could not be rescued.`),
        ...rescuePublishing(fresh, { sources: ofPublishing, isListWhole }),
      );
    });
    refuseUnproved(fresh);
    fresh.close();
    givePath(unfinished, into);
    const backups = sources.opened().flatMap(({ backup }) => (backup === null ? [] : [backup]));
    const essays = rescued.map(({ report }) => report);
    const { problems: file } = sources;
    return { damaged, into, at: now().toISOString(), essays, file, missing, backups };
  } finally {
    fresh.close();
    for (const { library } of sources.opened()) library.close();
  }
}

function* backupsOf(sources: Sources): Generator<Source> {
  for (let place = 0; ; place++) {
    const backup = sources.backup(place);
    if (backup === null) return;
    yield backup;
  }
}

interface Sources {
  /** The damaged library; null when nothing in it can be reached. */
  readonly damaged: Source | null;
  /** The backup that is the so many-th newest; opened when it is first asked for. */
  readonly backup: (place: number) => Source | null;
  readonly opened: () => readonly Source[];
  readonly problems: string[];
}

function openSources(folder: string, options: RecoverOptions, now: () => Date): Sources {
  const path = options.damaged;
  const files = findBackups(options.backups, path);
  const copy = join(folder, 'damaged');
  const problems = [...privateCopy(path, copy)];
  const opened: Source[] = [];
  const backups: Source[] = [];
  let next = 0;
  let own: string | null = null;

  const sound = () => {
    const blank = join(folder, 'blank');
    openLibrary(blank, { now }).close();
    return [...files.slice(0, 2).map((file) => file.path), blank];
  };
  const library = openCopy(copy, { path, now, sound });
  const damaged: Source | null = library && { library, backup: null };
  if (damaged === null) problems.push('The file as a whole cannot be read.');
  else {
    opened.push(damaged);
    own = libraryId(damaged.library);
    if (fileProblems(damaged.library).length > 0) problems.push('The file does not hold together.');
  }

  function openNext(): boolean {
    const file = files[next];
    if (file === undefined) return false;
    next++;
    const source = openBackup(file, join(folder, `backup-${next}`), now);
    if (source === null) return true;
    // Where the damaged library cannot say which it is, its newest backup does.
    own ??= libraryId(source.library);
    if (own === null || libraryId(source.library) !== own) {
      source.library.close();
      return true;
    }
    backups.push(source);
    opened.push(source);
    return true;
  }

  return {
    damaged,
    backup(place) {
      while (backups.length <= place && openNext());
      return backups[place] ?? null;
    },
    opened: () => opened,
    problems,
  };
}

/** What the damaged library has of each essay; of those it has nothing of, though they were not deleted, nothing. */
function findEssays(sources: Sources): ReadonlyMap<EssayId | string, readonly Evidence[]> {
  const { damaged } = sources;
  const newest = sources.backup(0);
  const evidence =
    damaged === null ? [] : essayKeys(damaged.library).map((key) => gatherEvidence(damaged, key));
  const found = new Map(groupByEssay(evidence, newest));
  if (newest === null) return found;
  const isWhole = sources.problems.length === 0;
  const everMade = damaged === null ? 0 : lastKey(damaged.library);
  const there = statement<{ key: number; id: EssayId }>(
    newest.library.db,
    'SELECT key, id FROM essay',
  );
  for (const { key, id } of there.all()) {
    const isDeleted = isWhole && key <= everMade;
    if (!found.has(id) && !isDeleted) found.set(id, []);
  }
  return found;
}

/** The last key that was ever given to an essay; 0 when that cannot be read. */
function lastKey(library: Library): number {
  try {
    const sql = "SELECT seq FROM sqlite_sequence WHERE name = 'essay'";
    return statement<number>(library.db, sql).pluck().get() ?? 0;
  } catch {
    return 0;
  }
}

/** Takes backups in from the newest on, for as long as the essay is not whole without them or they have a newer one. */
function rescueWithBackups(
  id: EssayId | string,
  ofDamaged: readonly Evidence[],
  sources: Sources,
): Rescued {
  const evidence = [...ofDamaged];
  const name = isId(id) ? id : null;
  let rescued = rescueEssay(name, evidence);
  for (let place = 0; ; place++) {
    const backup = sources.backup(place);
    if (backup === null) return rescued;
    const there = name && findIn(backup, name);
    const { outcome, entries, newest } = rescued.report;
    const isAllThere = outcome !== 'lost' && outcome !== 'part' && entries >= newest;
    if (isAllThere && (there === null || there.revision <= newest)) return rescued;
    if (there === null) continue;
    evidence.push(gatherEvidence(backup, there.key));
    rescued = rescueEssay(name, evidence);
  }
}

function isId(id: EssayId | string): id is EssayId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new StudioError(
    'exists',
    `“${path}” is there already, and was left as it is.`,
    'Choose another name for the new library.',
  );
}

/** A library that does not prove what was put into it is a defect, and must not pass for a rescue. */
function refuseUnproved(library: Library): void {
  const { damage, file } = proveLibrary(library);
  const [first] = [...damage.map(({ title, message }) => `${title}: ${message}`), ...file];
  if (first === undefined) return;
  throw new Error(`What was rescued cannot be proved: ${first}`);
}

function stopped(): StudioError {
  return new StudioError('cancelled', 'The rescue was stopped; nothing was made.');
}
