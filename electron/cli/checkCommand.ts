import { findEssayId } from '#library/essays/findEssay.ts';
import { findTarget } from '#library/targets/readTargets.ts';
import { checkEssays } from '#press/checkEssays.ts';
import { command, UsageError } from './command.ts';
import { findingRows } from './findings.ts';
import { pressDesk } from './pressTools.ts';
import { rowsAsText } from './rowsAsText.ts';
import { withLibrary } from './withLibrary.ts';

export const checkCommand = command({
  name: 'check',
  usage: 'TARGET [SLUG...]',
  summary: 'look for what should not go out to a target',
  about: `Looks at every essay that goes to the target, or at those named, as publishing does before it writes, and prints
a line for each finding: blocking or advice, the essay and the line, the rule, what was found and what to do.
How much a rule weighs is said with target change --rule. Fails when something is blocking.`,
  options: {},
  async run(values, [name, ...slugs], desk) {
    if (name === undefined) throw new UsageError('Name the target to check for.');
    return withLibrary(values.library, desk, { create: false }, async (library) => {
      const target = findTarget(library, name);
      const ids = slugs.length === 0 ? null : slugs.map((slug) => findEssayId(library, slug));
      const essays = await checkEssays(pressDesk(library, desk), target, ids);
      desk.showProgress('');
      const blocking = essays.flatMap(({ findings }) =>
        findings.filter(({ weight }) => weight === 'blocking'),
      ).length;
      return {
        text: rowsAsText(findingRows(essays), desk.isTerminal),
        json: { target: target.name, essays },
        problems:
          blocking === 0 ? [] : [`${blocking} of these findings keep the essays from going out.`],
      };
    });
  },
});
