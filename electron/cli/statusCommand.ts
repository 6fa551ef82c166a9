import { failureWords, toFailure } from '#contract/errors.ts';
import type { Target, TargetStatus } from '#contract/publishing.ts';
import { findTarget, listTargets } from '#library/targets/readTargets.ts';
import { statusOf } from '#press/statusOf.ts';
import { command, UsageError } from './command.ts';
import { reasonWords, stateWord } from './fileStates.ts';
import { pressDesk } from './pressTools.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';
import { withLibrary } from './withLibrary.ts';

export const statusCommand = command({
  name: 'status',
  usage: '[TARGET]',
  summary: 'tell how the folder of a target stands to the library',
  about: `Prints a line for each file of the target, or of every target, that publishing would change or has to leave:
how it stands, its path, its title, and why. How it stands is one of
  new            not published yet
  edited         its essay has been edited since it was published
  changed        it would come out otherwise, for what the last column says
  removed        its essay is no longer published there, so publishing removes it
  gone           it was published, but is no longer in the folder; publishing writes it again
  edited-there   somebody has edited it in the folder; publishing leaves it unless --replace names it
  occupied       a file that was not published from here has its name; the same
Nothing is written.`,
  options: {},
  async run(values, [name, ...others], desk) {
    if (others.length > 0) throw new UsageError('Name one target, or none for all of them.');
    return withLibrary(values.library, desk, { create: false }, async (library) => {
      const targets = name === undefined ? listTargets(library) : [findTarget(library, name)];
      const found: { readonly target: Target; readonly status: TargetStatus }[] = [];
      const problems: string[] = [];
      for (const target of targets) {
        try {
          found.push({ target, status: await statusOf(pressDesk(library, desk), target) });
        } catch (thrown) {
          if (name !== undefined) throw thrown;
          problems.push(printableLine(`${target.name}: ${failureWords(toFailure(thrown))}`));
        }
      }
      for (const { target, status } of found) {
        for (const note of status.notes) desk.say(printableLine(`${target.name}: ${note}`));
        desk.say(printableLine(summary(target, status)));
      }
      const rows = found.flatMap(({ target, status }) =>
        rowsOf(status).map((row) => (name === undefined ? [target.name, ...row] : row)),
      );
      return {
        text: rowsAsText(
          rows.map((row) => row.map(printableLine)),
          desk.isTerminal,
        ),
        json: { targets: found.map(({ target, status }) => ({ name: target.name, ...status })) },
        problems,
      };
    });
  },
});

function rowsOf({ files }: TargetStatus): string[][] {
  return files
    .filter(({ state }) => state !== 'unchanged')
    .map((file) => [stateWord(file), file.path, file.title, reasonWords(file)]);
}

function summary({ name }: Target, { files, publishedAt }: TargetStatus): string {
  const same = files.filter(({ state }) => state === 'unchanged').length;
  const others = files.length - same;
  const last = publishedAt === null ? 'nothing was published yet' : `last published ${publishedAt}`;
  if (others === 0 && same > 0)
    return `${name}: all ${same} files are as they were published; ${last}.`;
  return `${name}: ${others} of ${files.length} files are not as the library has them; ${last}.`;
}
