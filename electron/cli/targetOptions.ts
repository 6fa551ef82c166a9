import { isAbsolute, resolve } from 'node:path';
import { readConstant } from '#contract/constants.ts';
import { type Status, statuses } from '#contract/essay.ts';
import { ruleNames, ruleTable, type Weight } from '#contract/preflight.ts';
import type {
  FrontMatterStyle,
  PublishedField,
  TargetKind,
  TargetSettings,
} from '#contract/publishing.ts';
import { frontMatterStyles, publishedFields, targetKinds } from '#contract/publishing.ts';
import { type Options, UsageError } from './command.ts';

/** Everything that can be said of a target. An option that is not given leaves what is there. */
export const targetOptions = {
  kind: { type: 'string', value: 'KIND', about: `one of ${targetKinds.join(', ')}` },
  folder: { type: 'string', value: 'PATH', about: 'where the files go; it must be there' },
  url: { type: 'string', value: 'ADDRESS', about: 'where readers find the folder, https://…' },
  author: { type: 'string', value: 'NAME', about: 'who is named as the author' },
  style: { type: 'string', value: 'STYLE', about: 'front matter as yaml, toml, json or module' },
  field: {
    type: 'string',
    value: 'FIELD=KEY',
    multiple: true,
    about: 'the key a field is written under; nothing after = leaves it out. Again for more',
  },
  constant: {
    type: 'string',
    value: 'KEY=VALUE',
    multiple: true,
    about: 'the same in every essay, as layout=post; nothing after = takes it away',
  },
  status: {
    type: 'string',
    value: 'STATUS,…',
    about: `which essays go there: of ${statuses.join(', ')}; published if not said`,
  },
  tag: { type: 'string', value: 'TAG', about: 'only essays with this tag' },
  rule: {
    type: 'string',
    value: 'RULE=WEIGHT',
    multiple: true,
    about: 'how much a rule of the check weighs: blocking, advice, off or usual',
  },
  heading: { type: 'string', value: 'TEXT', about: 'the heading of an HTML site' },
  introduction: {
    type: 'string',
    value: 'TEXT',
    about: 'a sentence on what the site is about',
  },
  template: {
    type: 'string',
    value: 'FILE',
    about: "an HTML site's own page template; '' for the usual one",
  },
} as const satisfies Options;

export interface TargetValues {
  readonly kind?: string | undefined;
  readonly folder?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly style?: string | undefined;
  readonly field?: string[] | undefined;
  readonly constant?: string[] | undefined;
  readonly status?: string | undefined;
  readonly tag?: string | undefined;
  readonly rule?: string[] | undefined;
  readonly heading?: string | undefined;
  readonly introduction?: string | undefined;
  readonly template?: string | undefined;
}

/** Settings with what the command line says about them. Throws `UsageError`. */
export function withOptions(settings: TargetSettings, values: TargetValues): TargetSettings {
  const { site, chosen } = settings;
  return {
    ...settings,
    folder: values.folder === undefined ? settings.folder : resolve(values.folder),
    baseUrl: values.url ?? settings.baseUrl,
    author: values.author ?? settings.author,
    style: values.style === undefined ? settings.style : styleNamed(values.style),
    fields: pairs(values.field ?? [], 'field').reduce(withField, settings.fields),
    constants: pairs(values.constant ?? [], 'constant').reduce(withConstant, settings.constants),
    site: {
      heading: values.heading ?? site.heading,
      introduction: values.introduction ?? site.introduction,
      template: values.template === undefined ? site.template : pathOrNone(values.template),
    },
    chosen: {
      statuses: values.status === undefined ? chosen.statuses : statusesNamed(values.status),
      tag: values.tag ?? chosen.tag,
    },
    weights: pairs(values.rule ?? [], 'rule').reduce(withWeight, settings.weights),
  };
}

export function kindNamed(name: string | undefined): TargetKind {
  if (name === undefined) throw new UsageError('Say --kind and what the target is.', kinds());
  const kind = targetKinds.find((each) => each === name);
  if (!kind) throw new UsageError(`“${name}” is no kind of target.`, kinds());
  return kind;
}

function kinds(): string {
  return `Use one of ${targetKinds.join(', ')}.`;
}

function styleNamed(name: string): FrontMatterStyle | null {
  const styles = frontMatterStyles;
  const style = styles.find((each) => each === name);
  if (name === 'usual') return null;
  if (!style) throw new UsageError(`“${name}” is no style.`, `Use usual or ${styles.join(', ')}.`);
  return style;
}

function statusesNamed(list: string): Status[] {
  return list.split(',').map((name) => {
    const status = statuses.find((each) => each === name.trim());
    if (status) return status;
    throw new UsageError(`“${name}” is no status.`, `Use one of ${statuses.join(', ')}.`);
  });
}

function pathOrNone(path: string): string {
  return path === '' || isAbsolute(path) ? path : resolve(path);
}

type Pair = readonly [name: string, value: string];

function pairs(given: readonly string[], option: string): Pair[] {
  return given.map((each) => {
    const at = each.indexOf('=');
    if (at < 1) throw new UsageError(`--${option} takes NAME=VALUE, and “${each}” is none.`);
    return [each.slice(0, at).trim(), each.slice(at + 1)];
  });
}

function withField(fields: TargetSettings['fields'], [name, key]: Pair) {
  const field = publishedFields.find((each): each is PublishedField => each === name);
  if (!field) {
    throw new UsageError(`“${name}” is no field.`, `Use one of ${publishedFields.join(', ')}.`);
  }
  return { ...fields, [field]: key };
}

function withConstant(constants: TargetSettings['constants'], [key, value]: Pair) {
  if (value !== '') return { ...constants, [key]: readConstant(value) };
  return Object.fromEntries(Object.entries(constants).filter(([each]) => each !== key));
}

function withWeight(weights: TargetSettings['weights'], [name, weight]: Pair) {
  const rule = ruleNames.find((each) => each === name);
  if (!rule) throw new UsageError(`“${name}” is no rule.`, `Use one of ${ruleNames.join(', ')}.`);
  const known = (['blocking', 'advice', 'off'] as const).find((each) => each === weight);
  if (!known && weight !== 'usual') {
    throw new UsageError(
      `“${weight}” is no weight.`,
      `Use blocking, advice, off, or usual for ${ruleTable[rule].weight}.`,
    );
  }
  const others = Object.fromEntries(Object.entries(weights).filter(([each]) => each !== rule));
  return known ? { ...others, [rule]: known satisfies Weight } : others;
}
