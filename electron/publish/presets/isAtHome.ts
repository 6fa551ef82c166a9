import type { EssayFacts } from '#contract/publishing.ts';
import { readFences } from '#markdown/frontMatter/fences.ts';
import { parseValues } from '#markdown/frontMatter/parseValues.ts';
import type { Preset } from './preset.ts';

/**
 * Whether an essay came from a file of a target's own kind, so that its front matter and body are in the target's terms
 * already: it then goes out to the byte as it came, but for what was edited.
 */
export function isAtHome(
  { frontMatter, origin }: Pick<EssayFacts, 'frontMatter' | 'origin'>,
  { home, kind }: Preset,
): boolean {
  if (!origin || frontMatter === '') return kind === 'markdown' && origin !== null;
  const fenced = readFences(frontMatter);
  if (!fenced) return false;
  const parsed = parseValues(fenced);
  if ('failure' in parsed) return kind === 'markdown';
  const { values } = parsed;
  return home.formats.includes(fenced.format) && home.bears(values, origin);
}
