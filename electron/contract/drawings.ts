/** A diagram as it was drawn: an SVG for light grounds and one for dark ones, or why there is none, as the end of a sentence. */
export type Drawing =
  | { readonly kind: 'drawn'; readonly light: string; readonly dark: string }
  | { readonly kind: 'wrong'; readonly reason: string };

/** What draws, and the version of how its drawings are made: another one draws everything anew. */
export const drawnBy = 'mermaid 12.3.0, 1';

/** The longest source of a diagram that is drawn. */
export const longestDiagram = 50_000;
