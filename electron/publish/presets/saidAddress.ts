import type { EssayFacts, Target } from '#contract/publishing.ts';
import { readFences } from '#markdown/frontMatter/fences.ts';
import { parseValues } from '#markdown/frontMatter/parseValues.ts';
import { isAtHome } from './isAtHome.ts';
import type { Preset } from './preset.ts';

/**
 * The address that an essay's own front matter gives its page, under a key of its generator: from the root of the site,
 * with the folders of the target's base URL before it. Null where it says none, and where only the generator can tell:
 * in a pattern or a template, or a file of another kind, which goes out without the key.
 */
export function saidAddress(
  essay: EssayFacts,
  key: string,
  preset: Preset,
  { baseUrl }: Pick<Target, 'baseUrl'>,
): string | null {
  if (!isAtHome(essay, preset)) return null;
  const fenced = readFences(essay.frontMatter);
  const parsed = fenced && parseValues(fenced);
  const said = parsed && 'values' in parsed ? parsed.values[key] : undefined;
  if (typeof said !== 'string' || !/^[^:{}%?#\\]+$/.test(said)) return null;
  const path = said.replace(/^\/+/, '').replace(/(^|\/)index\.html$/, '$1');
  return `${foldersOf(baseUrl)}/${path}`;
}

function foldersOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/, '') : '';
}
