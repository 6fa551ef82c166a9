import { PackagingError } from './packagingError.ts';

/**
 * The version to make, held to the changelog: its newest heading, `## 1.2.3`, must be what package.json says.
 * Throws a `PackagingError` for any other state, and for a version that some system could not order.
 */
export function productVersion(packageVersion: string, changelog: string): string {
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(packageVersion)) {
    throw new PackagingError(
      `“${packageVersion}” in package.json is no version that every system can order. Write it as 1.2.3.`,
    );
  }
  const newest = /^## (.+)$/m.exec(changelog)?.[1]?.trim();
  if (newest !== packageVersion) {
    throw new PackagingError(
      `package.json says version ${packageVersion}, and the newest in CHANGELOG.md is ${newest ?? 'none'}. Make them the same.`,
    );
  }
  return packageVersion;
}

/** What the changelog says of a version: its paragraphs, without Markdown's marks. */
export function changesOf(version: string, changelog: string): string[] {
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.split('\n', 1)[0]?.trim() === version) ?? '';
  return section
    .split('\n')
    .slice(1)
    .join('\n')
    .split(/\n(?=- )|\n{2,}/)
    .map((part) => plain(part))
    .filter((part) => part !== '');
}

function plain(markdown: string): string {
  return markdown
    .replace(/^- /, '')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
