import { dirname, relative, sep } from 'node:path';
import type { Status } from '#contract/essay.ts';
import { findProject, type Generator, generatorOf } from './project.ts';

/** What a file is to the generator whose project it is in, where its front matter does not say so; null where that cannot be told. */
export type StatusThere = (file: string) => Promise<Status | null>;

/**
 * Tells whether files on the disk are published already: a generator takes everything with a front matter where it looks
 * for pages, unless that calls it a draft. A note that lies elsewhere is nobody's page.
 */
export function statusesThere(): StatusThere {
  const folders = new Map<string, Promise<Status | null>>();
  return (file) => {
    const folder = dirname(file);
    const known = folders.get(folder) ?? statusIn(folder);
    folders.set(folder, known);
    return known;
  };
}

async function statusIn(folder: string): Promise<Status | null> {
  const project = await findProject(folder);
  const generator = await generatorOf(project);
  if (generator === null) return null;
  const inside = relative(project, folder).split(sep);
  if (inside.includes('_drafts')) return 'draft';
  return looksIn[generator](inside) ? 'published' : null;
}

/** Where each looks for pages, by a path's folders inside the project. */
const looksIn: Readonly<Record<Generator, (folders: readonly string[]) => boolean>> = {
  hugo: ([first]) => first === 'content',
  // A folder whose name begins with a line is left out, but for the posts.
  jekyll: (folders) => folders.every((name) => name === '_posts' || !name.startsWith('_')),
  astro: ([first]) => first === 'src',
  eleventy: (folders) => folders.every((name) => !name.startsWith('_')),
};
