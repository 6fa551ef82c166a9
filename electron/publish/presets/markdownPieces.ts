import { StudioError } from '#contract/errors.ts';
import type { EssayFacts, Receipt, Shelf, Target } from '#contract/publishing.ts';
import { linkBook } from '../links/linkBook.ts';
import { whereTo } from '../links/rewriteLinks.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import type { Piece } from '../plan/piece.ts';
import type { Pieces } from '../plan/piecesFor.ts';
import { placeEssays } from '../plan/placeEssays.ts';
import { safeStem } from '../safeStem.ts';
import { stateOf } from '../stateOf.ts';
import { essayFile } from './essayFile.ts';
import { isAtHome } from './isAtHome.ts';
import type { Preset } from './preset.ts';

/** A Markdown file for each essay. Throws `invalid` where the target asks for a style that the kind does not read. */
export function markdownPieces(
  preset: Preset,
  target: Target,
  { essays, read }: Shelf,
  receipts: readonly Receipt[],
): Pieces {
  if (target.style && !preset.styles.includes(target.style)) {
    throw new StudioError(
      'invalid',
      `“${target.name}” cannot read front matter in ${styleNames[target.style]}.`,
      `It reads ${preset.styles.map((style) => styleNames[style]).join(' or ')}.`,
    );
  }
  const { pathOf, notes } = placeEssays(essays, (essay) => wantedPath(essay, preset), receipts);
  const book = linkBook(essays);
  const href = (essay: EssayFacts) => preset.href({ path: pathOf.get(essay.id)!, essay }, target);
  const constants = preset.constants(target);
  const inputs = fingerprint([
    target.author,
    target.style,
    target.fields,
    target.constants,
    target.baseUrl,
    constants,
  ]);
  const pieces = essays.map(
    (essay): Piece => ({
      path: pathOf.get(essay.id)!,
      title: essay.title,
      essay: essay.id,
      essays: [stateOf(essay)],
      preset: `${preset.kind}/${preset.version}`,
      renderer: '',
      inputs,
      relink: (asked) => whereTo(asked, book, href),
      make: async () => {
        const made = essayFile(await read(essay.id), preset, target, book, href);
        return { ...made, reading: null };
      },
    }),
  );
  return { pieces, notes };
}

const styleNames = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  module: 'a JavaScript module',
} as const;

/** An essay at home keeps its file's name. */
function wantedPath(essay: EssayFacts, preset: Preset): string {
  const usual = preset.path(safeStem(essay), essay);
  if (!essay.origin || !isAtHome(essay, preset)) return usual;
  const folder = usual.slice(0, usual.lastIndexOf('/') + 1);
  const { fileName } = essay.origin;
  // Every page bundle's file has the same name; what tells them apart is the folder.
  return /^_?index\.\w+$/i.test(fileName)
    ? `${folder}${safeStem(essay)}/${fileName}`
    : folder + fileName;
}
