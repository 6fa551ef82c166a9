import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { Outcome, RecoveryReport, RescuedEssay } from '#contract/recovery.ts';
import { usualBackupFolder } from '#library/backups/backupFolder.ts';
import { recoverLibrary } from '#library/recovery/recoverLibrary.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';

export const recoverCommand = command({
  name: 'recover',
  usage: 'DAMAGED --into NEW',
  summary: 'rescue the essays of a damaged library into a new one',
  about: `Takes from the library DAMAGED and its backups whatever can be proved, essay by essay, and makes the library NEW of it.
DAMAGED is only read. NEW must not be there yet; it is made whole or not at all.
Prints a line for each essay: what it was taken from (whole, history, backup, part, lost), its title, and what is missing.
Succeeds only when every essay is as it was saved last; --json says of each one whether it is.`,
  options: {
    into: { type: 'string', value: 'NEW', about: 'the library to make; must be said' },
    backups: {
      type: 'string',
      value: 'PATH',
      about: 'a backup, or a folder of them; else the folder Backups beside DAMAGED',
    },
  },
  async run(values, names, desk) {
    const [damaged] = names;
    if (damaged === undefined || names.length > 1)
      throw new UsageError('Name one damaged library.');
    if (values.into === undefined) throw new UsageError('Say --into and the library to make.');
    if (values.library !== undefined) {
      throw new UsageError('Name the damaged library without --library.');
    }
    const report = recoverLibrary({
      damaged,
      into: values.into,
      backups: backupsAt(values.backups, damaged),
      onEssay({ done, total }) {
        desk.showProgress(`Rescuing ${done + 1} of ${total}`);
        return !desk.signal.aborted;
      },
    });
    const cells = report.essays.map(({ outcome, title, message }) => [
      outcome,
      printableLine(title),
      printableLine(message),
    ]);
    for (const sentence of report.file) desk.say(printableLine(sentence));
    return {
      text: rowsAsText(cells, desk.isTerminal),
      json: report,
      problems: [...summary(report), ...report.missing.map(printableLine)],
    };
  },
});

function backupsAt(named: string | undefined, damaged: string): readonly string[] {
  if (named === undefined) return [usualBackupFolder(resolve(damaged))];
  const path = resolve(named);
  if (existsSync(path)) return [path];
  throw new StudioError('not-found', `There are no backups at “${path}”.`, 'Name another place.');
}

/** A sentence when not everything is there. */
function summary({ essays, file }: RecoveryReport): string[] {
  if (essays.length === 0 && file.length > 0) return ['Nothing could be rescued.'];
  const incomplete = essays.filter(({ isComplete }) => !isComplete);
  if (incomplete.length === 0) return [];
  const lost = count(essays, 'lost');
  return [
    `${incomplete.length} of ${essays.length} essays are not as they were saved last; nothing could be rescued of ${lost}.`,
  ];
}

function count(essays: readonly RescuedEssay[], outcome: Outcome): number {
  return essays.filter((essay) => essay.outcome === outcome).length;
}
