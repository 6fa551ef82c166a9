import type { Essay } from '#contract/essay.ts';
import type { ExportFormat } from '#contract/exchange.ts';

/**
 * A file name for an essay, from its slug: safe on Linux, macOS and Windows alike, and unlike every other one in `taken`
 * also where a disk ignores case or accents' composition. Start an export with an empty set: each name given is added to it.
 */
export function fileName(
  essay: Pick<Essay, 'slug' | 'title'>,
  format: ExportFormat,
  taken: Set<string>,
): string {
  const stem = safeStem(essay.slug) || safeStem(essay.title) || 'essay';
  const extension = format === 'markdown' ? 'md' : format === 'pdf' ? 'pdf' : 'html';
  for (let count = 1; ; count++) {
    const name = `${stem}${count > 1 ? `-${count}` : ''}.${extension}`;
    const key = name.normalize('NFKC').toUpperCase().toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

function safeStem(name: string): string {
  const stem = clip(
    name
      .toWellFormed()
      .normalize('NFC')
      .replace(unsafe, '-')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.-]+/, ''),
  ).replace(/[\s.-]+$/, '');
  return reserved.test(stem) ? `${stem}-essay` : stem;
}

/** What a path or a Windows file name cannot hold, and characters that are not seen or turn the reading direction. */
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Windows takes these for devices, whatever the extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** The start of a name: at most 200 characters, and 230 bytes of the 255 that a Linux file name has room for. */
function clip(name: string): string {
  let clipped = '';
  let characters = 0;
  for (const character of name) {
    if (++characters > 200 || Buffer.byteLength(clipped + character) > 230) break;
    clipped += character;
  }
  return clipped;
}
