import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The published page's stylesheet, its fonts inlined as data: the same text for the preview and every export.
 * Throws when a part of it, or one of the `fonts/*.woff2` beside it, is missing.
 */
export function pageStyle(resourcesFolder: string): string {
  const style = pageSheet(resourcesFolder);
  return style.replace(/url\(["']?(fonts\/[\w.-]+\.woff2)["']?\)/g, (_, font: string) => {
    const bytes = readFileSync(join(resourcesFolder, 'page', font));
    return `url("data:font/woff2;base64,${bytes.toString('base64')}")`;
  });
}

/** The same with its fonts in files beside it. `page/page.css` under the resources folder names its parts; they become one. */
export function pageSheet(resourcesFolder: string): string {
  const folder = join(resourcesFolder, 'page');
  const parts = readFileSync(join(folder, 'page.css'), 'utf8');
  return parts.replace(/@import "\.\/([\w-]+\.css)";\n/g, (_, part: string) => {
    return `${readFileSync(join(folder, part), 'utf8')}\n`;
  });
}
