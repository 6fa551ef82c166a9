import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The published page's stylesheet, its fonts inlined as data: the same text for the preview and every export.
 * Reads `page/page.css` under the resources folder and the `fonts/*.woff2` beside it; throws when one is missing.
 */
export function pageStyle(resourcesFolder: string): string {
  const folder = join(resourcesFolder, 'page');
  const style = readFileSync(join(folder, 'page.css'), 'utf8');
  return style.replace(/url\(["']?(fonts\/[\w.-]+\.woff2)["']?\)/g, (_, font: string) => {
    const bytes = readFileSync(join(folder, font));
    return `url("data:font/woff2;base64,${bytes.toString('base64')}")`;
  });
}
