/** How much a finding weighs: `blocking` keeps everything from going out, `off` is not looked for. */
export type Weight = 'blocking' | 'advice' | 'off';

export interface RuleEntry {
  /** What is looked for, as a list of rules shows it. */
  readonly label: string;
  /** How much its findings weigh until the author says otherwise. */
  readonly weight: Weight;
}

/** What is looked for before an essay goes out. */
export const ruleTable = {
  title: { label: 'A title that is missing or too long', weight: 'blocking' },
  excerpt: { label: 'An excerpt that is missing or too long', weight: 'advice' },
  canonical: { label: 'A canonical address that is missing or wrong', weight: 'advice' },
  tags: { label: 'Tags that the target does not take', weight: 'advice' },
  'alt text': { label: 'Images without a description', weight: 'advice' },
  'missing images': { label: 'Images that the library has not', weight: 'blocking' },
  'remote images': { label: 'Images from other servers', weight: 'advice' },
  leftovers: { label: 'TODO, FIXME and the like', weight: 'blocking' },
  footnotes: { label: 'Footnotes that lead nowhere', weight: 'blocking' },
  formulas: { label: 'Formulas that cannot be shown', weight: 'blocking' },
  diagrams: { label: 'Diagrams that are not drawn', weight: 'blocking' },
  anchors: { label: 'References and anchors that lead nowhere', weight: 'advice' },
  'links between essays': { label: 'Links to essays that are not there', weight: 'blocking' },
  dropped: { label: 'What the target does not show', weight: 'advice' },
  'repeated words': { label: 'Words written twice', weight: 'advice' },
  secrets: { label: 'Keys, tokens and passwords', weight: 'blocking' },
  'private hosts': { label: 'Private addresses and host names', weight: 'blocking' },
  'e-mail addresses': { label: 'E-mail addresses', weight: 'advice' },
  names: { label: 'Names that must not leave', weight: 'blocking' },
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type RuleName = keyof typeof ruleTable;

export const ruleNames = Object.keys(ruleTable) as readonly RuleName[];
