import { openLivePage } from './livePage.ts';
import type { Problem, RenderedEssay, RenderOptions } from './types.ts';

/**
 * An essay's page: HTML that runs nothing and asks the network for nothing, with its outline, its statistics and what
 * ties it to source lines. CommonMark and GFM, with footnotes, heading anchors, alerts, figures and coloured code.
 * The very HTML that both the preview shows and an export holds.
 */
export function renderEssay(source: string, options: RenderOptions = {}): RenderedEssay {
  return openLivePage(source, options).page();
}

/** What is wrong in an essay, in the order of its lines. */
export function essayProblems(source: string, options: RenderOptions = {}): readonly Problem[] {
  return openLivePage(source, options).problems();
}
