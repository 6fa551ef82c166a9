/**
 * The class for a stream parser's token, without its `hljs-`; '' for plain text. The classes are highlight.js's, for
 * which every site has a style already.
 */
export function classOf(style: string | null, language: string | undefined): string {
  if (!style) return '';
  const known = found.get(language)?.get(style);
  if (known !== undefined) return known;
  const name = lookedUp(style, language);
  const ofLanguage = found.get(language) ?? new Map<string, string>();
  // A parser may make names of what it reads.
  if (ofLanguage.size < mostKept) found.set(language, ofLanguage.set(style, name));
  return name;
}

/** By language and style. */
const found = new Map<string | undefined, Map<string, string>>();
const mostKept = 500;

function lookedUp(style: string, language: string | undefined): string {
  for (const name of style.split(' ')) {
    const own = exceptions[language ?? '']?.[name];
    const found = own ?? classes[name] ?? classes[name.split('.')[0] ?? ''];
    if (found === undefined) continue;
    // In programs a property is any word after a dot; in data and style sheets it is what a reader looks for.
    if (found === 'attr' && name.startsWith('property') && !keyedLanguages.has(language ?? '')) {
      continue;
    }
    return found;
  }
  return '';
}

const keyedLanguages = new Set([
  'css',
  'scss',
  'less',
  'json',
  'yaml',
  'toml',
  'properties',
  'graphql',
  'nix',
]);

/** Where a parser uses a name for something else than the others do. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  markdown: { quote: 'quote' },
  shell: { def: 'variable', quote: 'string' },
};

const classes: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  atom: 'literal',
  attribute: 'attr',
  attributeName: 'attr',
  attributeValue: 'string',
  annotation: 'meta',
  bool: 'literal',
  builtin: 'built_in',
  character: 'string',
  className: 'type',
  color: 'number',
  comment: 'comment',
  controlKeyword: 'keyword',
  def: 'title',
  definition: 'title',
  definitionKeyword: 'keyword',
  deleted: 'deletion',
  documentMeta: 'meta',
  emphasis: 'emphasis',
  escape: 'char',
  function: 'title',
  header: 'section',
  heading: 'section',
  inserted: 'addition',
  keyword: 'keyword',
  labelName: 'symbol',
  link: 'link',
  literal: 'string',
  macroName: 'meta',
  meta: 'meta',
  modifier: 'keyword',
  monospace: 'string',
  namespace: 'type',
  null: 'literal',
  number: 'number',
  processingInstruction: 'meta',
  propertyName: 'attr',
  regexp: 'regexp',
  self: 'literal',
  special: 'variable',
  string: 'string',
  strong: 'strong',
  tag: 'selector-tag',
  tagName: 'selector-tag',
  type: 'type',
  typeName: 'type',
  unit: 'number',
  url: 'link',
  'variableName.constant': 'literal',
  'variableName.definition': 'title',
  'variableName.function': 'title',
  'variableName.special': 'variable',
  'variableName.standard': 'built_in',
});
