import type { EssayFacts, Receipt, Shelf, Target } from '#contract/publishing.ts';
import { escapeText } from '#markdown/html/escape.ts';
import type { Typeset } from '#markdown/math/formula.ts';
import { openPage } from '#markdown/openPage.ts';
import { rendererVersion } from '#markdown/rendererVersion.ts';
import { linkBook } from '../links/linkBook.ts';
import { linkNow, rewriteLinks } from '../links/rewriteLinks.ts';
import { webHref } from '../links/webHref.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import type { Piece } from '../plan/piece.ts';
import type { Pieces } from '../plan/piecesFor.ts';
import { placeEssays } from '../plan/placeEssays.ts';
import { safeStem } from '../safeStem.ts';
import { stateOf } from '../stateOf.ts';
import { pasteHtml } from './pasteHtml.ts';

/** A page for each essay, to be opened, selected and pasted into Medium's editor. */
export function mediumPieces(
  target: Target,
  { essays, read }: Shelf,
  receipts: readonly Receipt[],
): Pieces {
  const { pathOf, notes } = placeEssays(essays, (essay) => `${safeStem(essay)}.html`, receipts);
  const book = linkBook(essays);
  const href = (essay: EssayFacts) => webHref({ essay }, target);
  const inputs = fingerprint([target.baseUrl]);
  const pieces = essays.map(
    ({ id, title, ...facts }): Piece => ({
      path: pathOf.get(id)!,
      title,
      essay: id,
      essays: [stateOf({ id, title, ...facts })],
      preset: `medium/${version}`,
      renderer: rendererVersion,
      inputs,
      relink: (asked) => linkNow(asked, book, href),
      make: async () => {
        const essay = await read(id);
        const { source, links } = rewriteLinks(essay.body, book, href);
        const { html } = openPage(source, asCode).page();
        return { content: pasteHtml(essay, html), links, notes: [], reading: null };
      },
    }),
  );
  return { pieces, notes };
}

const version = 1;

/** Medium has no formulas; their source is what can still be read. */
const asCode: Typeset = (tex) => ({ kind: 'right', html: `<code>${escapeText(tex)}</code>` });
