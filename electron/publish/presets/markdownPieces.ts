import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Receipt, Shelf, Target } from '#contract/publishing.ts';
import { markdownFile } from '#export/markdownFile.ts';
import { addressPath } from '#markdown/images/addressPath.ts';
import { imagePiece } from '../images/imagePieces.ts';
import { type ShelfImages, shelfImages } from '../images/shelfImages.ts';
import { linkBook } from '../links/linkBook.ts';
import { linkNow } from '../links/rewriteLinks.ts';
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
  shelf: Shelf,
  receipts: readonly Receipt[],
): Pieces {
  const { essays, read, readAsItCame } = shelf;
  const images = shelfImages(shelf);
  if (target.style && !preset.styles.includes(target.style)) {
    throw new StudioError(
      'invalid',
      `“${target.name}” cannot read front matter in ${styleNames[target.style]}.`,
      `It reads ${preset.styles.map((style) => styleNames[style]).join(' or ')}.`,
    );
  }
  const { pathOf, notes } = placeEssays(
    essays,
    (essay) => wantedPath(essay, preset, images),
    receipts,
  );
  const book = linkBook(essays);
  const hrefFrom = (path: string) => (essay: EssayFacts) =>
    preset.href({ path: pathOf.get(essay.id)!, essay }, path, target);
  const constants = preset.constants(target);
  const inputs = fingerprint([
    target.author,
    target.style,
    target.fields,
    target.constants,
    target.baseUrl,
    constants,
  ]);
  const pieces = essays.map((essay): Piece => {
    const path = pathOf.get(essay.id)!;
    const href = hrefFrom(path);
    return {
      path,
      title: essay.title,
      essay: essay.id,
      essays: [stateOf(essay)],
      preset: `${preset.kind}/${preset.version}`,
      renderer: '',
      inputs: fingerprint([
        inputs,
        images.of(essay.id).map(({ source, image }) => [source, image.name]),
      ]),
      relink: (asked) => linkNow(asked, book, href),
      make: async () => {
        const listed = images.of(essay.id).map(({ image }) => image);
        const made = essayFile(await read(essay.id), preset, target, book, href, listed);
        return { ...made, reading: null };
      },
      cameAs: () => {
        const first = isAtHome(essay, preset) ? (readAsItCame?.(essay.id) ?? null) : null;
        return first && hash('sha256', markdownFile(first).content);
      },
    };
  });
  return { pieces: [...pieces, ...imagesFor(essays, pathOf, preset, images)], notes };
}

/** A file for each image, where the essays that show it look for it. */
function imagesFor(
  essays: readonly EssayFacts[],
  pathOf: ReadonlyMap<EssayId, string>,
  preset: Preset,
  images: ShelfImages,
): Piece[] {
  const files = new Map<string, Piece>();
  for (const essay of essays) {
    const path = pathOf.get(essay.id)!;
    const atHome = isAtHome(essay, preset);
    for (const { source, image } of images.of(essay.id)) {
      const isOwn = atHome && essay.origin?.images?.[source] !== undefined;
      const file = isOwn ? pathBeside(path, source) : preset.images.file(path, image.name);
      if (file !== null && !files.has(file)) files.set(file, imagePiece(image, file, images));
    }
  }
  return [...files.values()];
}

/** Where a file at `path` finds what it calls so; null when that is not in the target's folder. */
function pathBeside(path: string, source: string): string | null {
  const written = addressPath(source);
  const file = written.startsWith('/') ? '' : posix.join(posix.dirname(path), written);
  return file === '' || file.startsWith('../') || /[\\\0]/.test(file) ? null : file;
}

const styleNames = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  module: 'a JavaScript module',
} as const;

/** An essay at home keeps its file's name and the folders it came in. */
function wantedPath(essay: EssayFacts, preset: Preset, images: ShelfImages): string {
  const usual = preset.path(safeStem(essay), essay);
  if (!essay.origin || !isAtHome(essay, preset)) {
    const { bundle } = preset.images;
    return bundle && images.of(essay.id).length > 0 ? bundle(safeStem(essay)) : usual;
  }
  const { fileName, folder } = essay.origin;
  const above = preset.home.folder?.(essay.origin) ?? '';
  if (folder) return `${above}${folder}/${fileName}`;
  // Every page bundle's file has the same name; what tells them apart is the folder.
  return folder === undefined && /^_?index\.\w+$/i.test(fileName)
    ? `${above}${safeStem(essay)}/${fileName}`
    : above + fileName;
}
