import type { PublishReport, Target, TargetStatus } from '#contract/publishing.ts';
import { findEssayId } from '#library/essays/findEssay.ts';
import { findTarget } from '#library/targets/readTargets.ts';
import { publishTo } from '#press/publishTo.ts';
import { statusOf } from '#press/statusOf.ts';
import { type Answer, command, type Desk, UsageError } from './command.ts';
import { stateWord } from './fileStates.ts';
import { findingRows } from './findings.ts';
import { pressDesk } from './pressTools.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';
import { withLibrary } from './withLibrary.ts';

export const publishCommand = command({
  name: 'publish',
  usage: 'TARGET',
  summary: 'write what changed to the folder of a target',
  about: `Writes the files of a target that are new or would come out otherwise than last time, removes those whose essays
no longer go there, and prints a line for each: written or removed, and its path. Each file is written whole or not at
all. A file that somebody else has changed, or that was there before, is left, and named on standard error.
What would be written is checked first: a blocking finding keeps everything from going out (see check).
Stopped or killed, it leaves what is written, and the next run goes on from there.`,
  options: {
    'dry-run': { type: 'boolean', about: 'print what would be done, and write nothing' },
    only: {
      type: 'string',
      value: 'SLUG',
      about: 'publish this essay alone, with its images, and leave the others as they are there',
    },
    replace: {
      type: 'string',
      value: 'PATH',
      multiple: true,
      about: "write this file although it is another hand's; a path as status prints it",
    },
  },
  async run(values, [name, ...others], desk) {
    if (name === undefined || others.length > 0) throw new UsageError('Name one target.');
    const replace = new Set(values.replace ?? []);
    return withLibrary(values.library, desk, { create: false }, async (library) => {
      const target = findTarget(library, name);
      const press = pressDesk(library, desk);
      const only = values.only === undefined ? null : findEssayId(library, values.only);
      if (values['dry-run']) return wouldDo(await statusOf(press, target, only), replace, desk);
      const ended = await publishTo(press, target, { replace, only });
      desk.showProgress('');
      if (ended.kind === 'published') return did(ended.report, target, desk);
      return {
        text: rowsAsText(findingRows(ended.findings), desk.isTerminal),
        json: { target: target.name, blocked: ended.findings },
        problems: [
          'Nothing was published: put these right, or give their rules less weight (target change --rule).',
        ],
      };
    });
  },
});

function wouldDo({ files, notes }: TargetStatus, replace: ReadonlySet<string>, desk: Desk): Answer {
  for (const note of notes) desk.say(printableLine(note));
  const touched = files.filter(({ state }) => state !== 'unchanged');
  const isLeft = ({ isHeld, path }: (typeof files)[number]) => isHeld && !replace.has(path);
  const rows = touched.map((file) => {
    const verb = isLeft(file) ? 'leave' : file.state === 'removed' ? 'remove' : 'write';
    return [verb, file.path, stateWord(file)].map(printableLine);
  });
  return { text: rowsAsText(rows, desk.isTerminal), json: { dryRun: true, files }, problems: [] };
}

function did(report: Omit<PublishReport, 'receipts'>, { name }: Target, desk: Desk): Answer {
  for (const { path, note } of report.notes) desk.say(printableLine(`${path}: ${note}`));
  desk.say(
    printableLine(
      `${name}: ${report.written.length} written, ${report.removed.length} removed, ${report.unchanged} as they were, ${report.left.length} left.`,
    ),
  );
  const rows = [
    ...report.written.map((path) => ['written', path]),
    ...report.removed.map((path) => ['removed', path]),
  ];
  return {
    text: rowsAsText(
      rows.map((row) => row.map(printableLine)),
      desk.isTerminal,
    ),
    json: report,
    problems: report.left.map(({ path, reason }) => printableLine(`${path}: ${reason}`)),
  };
}
