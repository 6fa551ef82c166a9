import { writeConstant } from '#contract/constants.ts';
import { newTarget } from '#contract/newTarget.ts';
import type { Target, TargetId, TargetSettings } from '#contract/publishing.ts';
import type { Library } from '#library/openLibrary.ts';
import { findTarget, listTargets } from '#library/targets/readTargets.ts';
import { addTarget, changeTarget, removeTarget } from '#library/targets/saveTarget.ts';
import { tryTarget } from '#press/tryTarget.ts';
import { type Answer, command, UsageError } from './command.ts';
import { places } from './places.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';
import { kindNamed, targetOptions, withOptions } from './targetOptions.ts';
import { withLibrary } from './withLibrary.ts';

export const targetCommand = command({
  name: 'target',
  usage: 'list | add NAME | show NAME | change NAME | remove NAME',
  summary: 'name the places to publish to',
  about: `list prints a line for each target: its name, kind, folder. add makes one, for which --kind and --folder must be
said; change sets what is said and leaves the rest; show prints all that is known of one. remove takes it out of the
list: its files stay in their folder, and the receipts of what went out stay in the library.
Settings that cannot work are refused when they are made.`,
  options: {
    ...targetOptions,
    name: { type: 'string', value: 'NAME', about: 'with change: another name' },
  },
  async run(values, [action = 'list', name, ...others], desk) {
    if (others.length > 0 || (action === 'list') !== (name === undefined)) {
      throw new UsageError('Say list, or add, show, change or remove and the name of one target.');
    }
    const create = action === 'add';
    return withLibrary(values.library, desk, { create }, async (library): Promise<Answer> => {
      switch (action) {
        case 'list':
          return list(listTargets(library), desk.isTerminal);
        case 'show':
          return one(findTarget(library, name!));
        case 'add': {
          const kind = kindNamed(values.kind);
          if (values.folder === undefined) throw new UsageError('Say --folder and where it goes.');
          const settings = withOptions({ ...newTarget(kind), name: name! }, values);
          await tryTarget({ id: '' as TargetId, ...settings }, places.resources());
          return one(addTarget(library, settings));
        }
        case 'change':
          return change(library, findTarget(library, name!), values);
        case 'remove': {
          const target = findTarget(library, name!);
          removeTarget(library, target.id);
          return { text: '', json: { removed: target }, problems: [] };
        }
        default:
          throw new UsageError(
            `“${action}” is nothing to do with a target.`,
            'Say list, add, show, change or remove.',
          );
      }
    });
  },
});

async function change(
  library: Library,
  { id, ...before }: Target,
  values: Parameters<typeof withOptions>[1] & { readonly name?: string | undefined },
): Promise<Answer> {
  const kind = values.kind === undefined ? before.kind : kindNamed(values.kind);
  const settings = withOptions({ ...before, kind, name: values.name ?? before.name }, values);
  await tryTarget({ id, ...settings }, places.resources());
  return one(changeTarget(library, id, settings));
}

function list(targets: readonly Target[], linedUp: boolean): Answer {
  const rows = targets.map(({ name, kind, folder }) => [name, kind, folder].map(printableLine));
  return { text: rowsAsText(rows, linedUp), json: { targets }, problems: [] };
}

function one(target: Target): Answer {
  const text = Object.entries(said(target))
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${printableLine(value)}\n`)
    .join('');
  return { text, json: target, problems: [] };
}

function said(target: TargetSettings): Record<string, string> {
  const { site, chosen } = target;
  return {
    name: target.name,
    kind: target.kind,
    folder: target.folder,
    url: target.baseUrl,
    author: target.author,
    style: target.style ?? '',
    field: equations(target.fields),
    constant: equations(
      Object.fromEntries(
        Object.entries(target.constants).map(([key, value]) => [key, writeConstant(value)]),
      ),
    ),
    status: chosen.statuses.join(', '),
    tag: chosen.tag,
    rule: equations(target.weights),
    heading: site.heading,
    introduction: site.introduction,
    template: site.template,
  };
}

function equations(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
