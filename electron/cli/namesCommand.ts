import { readPrivateNames, setPrivateNames } from '#library/targets/privateNames.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { withLibrary } from './withLibrary.ts';

export const namesCommand = command({
  name: 'names',
  usage: '[NAME...]',
  summary: 'keep the list of names that must not leave',
  about: `Adds these names (of people, customers, systems) to the list, or with --remove takes them off it, and prints the
list. Before an essay goes out to any target it is looked for each of them.`,
  options: { remove: { type: 'boolean', about: 'take the names off the list' } },
  async run(values, names, desk) {
    if (values.remove && names.length === 0)
      throw new UsageError('Name what to take off the list.');
    return withLibrary(values.library, desk, { create: names.length > 0 }, (library) => {
      const before = readPrivateNames(library);
      if (values.remove) {
        const gone = new Set(names.map((name) => name.normalize('NFC').trim()));
        setPrivateNames(
          library,
          before.filter((name) => !gone.has(name)),
        );
      } else if (names.length > 0) setPrivateNames(library, [...before, ...names]);
      const now = readPrivateNames(library);
      const text = now.map((name) => `${printableLine(name)}\n`).join('');
      return { text, json: { names: now }, problems: [] };
    });
  },
});
