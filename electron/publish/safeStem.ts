import type { EssayFacts } from '#contract/publishing.ts';
import { fileName } from '#export/fileName.ts';

/** An essay's slug as a name that every disk takes, without an extension. */
export function safeStem(essay: Pick<EssayFacts, 'slug' | 'title'>): string {
  return fileName(essay, 'markdown', new Set()).slice(0, -'.md'.length);
}
