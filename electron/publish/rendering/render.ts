import { renderEssay } from '#markdown/renderEssay.ts';
import type { RenderedEssay } from '#markdown/types.ts';

/** What publishing needs of a rendered essay. */
export type RenderedText = Pick<RenderedEssay, 'html' | 'outline' | 'statistics'>;

/** Renders a Markdown source, here or elsewhere. */
export type Render = (source: string) => RenderedText | Promise<RenderedText>;

export const renderHere: Render = (source) => {
  const { html, outline, statistics } = renderEssay(source);
  return { html, outline, statistics };
};
