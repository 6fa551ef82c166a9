import type { Essay } from '#contract/essay.ts';
import type { PublishedField, Target } from '#contract/publishing.ts';
import { markdownFile } from '#export/markdownFile.ts';
import { type Entry, printFrontMatter } from '../frontMatter/printFrontMatter.ts';
import type { LinkBook } from '../links/linkBook.ts';
import type { Href } from '../links/rewriteLinks.ts';
import { rewriteLinks } from '../links/rewriteLinks.ts';
import { isAtHome } from './isAtHome.ts';
import type { Preset } from './preset.ts';
import { usualValue } from './usualValue.ts';

export interface EssayFile {
  readonly content: Uint8Array;
  readonly links: Readonly<Record<string, string>>;
  /** What the writer should know of it, in a sentence each; often empty. */
  readonly notes: readonly string[];
}

/** An essay as a file for a generator: UTF-8 without a mark, `\n` after each line of its front matter; one at home there keeps its own encoding and front matter. */
export function essayFile(
  essay: Essay,
  preset: Preset,
  target: Target,
  book: LinkBook,
  href: Href,
): EssayFile {
  if (isAtHome(essay, preset)) {
    const { source, links } = rewriteLinks(essay.body, book, href);
    return { ...markdownFile({ ...essay, body: source }), links };
  }
  const { source, links } = rewriteLinks(preset.escape(essay.body), book, href);
  const frontMatter = printFrontMatter(
    entriesOf(essay, preset, target),
    target.style ?? preset.styles[0],
  );
  const gap = frontMatter === '' || /^[\r\n]/.test(source) ? '' : '\n';
  return { content: Buffer.from(frontMatter + gap + source, 'utf8'), links, notes: [] };
}

function entriesOf(essay: Essay, preset: Preset, target: Target): Entry[] {
  const keys = { ...preset.keys, ...target.fields };
  const constants = { ...preset.constants(target), ...target.constants };
  const fields = (Object.entries(keys) as [PublishedField, string][]).flatMap(
    ([field, key]): Entry[] => {
      const own = preset.values[field];
      const value = own ? own(essay, target) : usualValue(field, essay, target);
      return key === '' || isEmpty(value) ? [] : [[key, value!]];
    },
  );
  return [...Object.entries(constants).filter(([, value]) => !isEmpty(value)), ...fields];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
