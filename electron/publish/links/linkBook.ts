import type { EssayFacts } from '#contract/publishing.ts';

/** Finds essays by what links call them. */
export interface LinkBook {
  /** By title, slug or file name, in whatever case; null when there is none. */
  readonly named: (name: string) => EssayFacts | null;
  /** By a relative address such as `../posts/one.md`; null when it leads elsewhere. */
  readonly at: (address: string) => EssayFacts | null;
}

/** A book of these essays. A name that several share means the exact one, else the one written first. */
export function linkBook(essays: readonly EssayFacts[]): LinkBook {
  const inOrder = [...essays].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const names = new Map<string, EssayFacts>();
  const files = new Map<string, EssayFacts>();
  const enter = (book: Map<string, EssayFacts>, name: string, essay: EssayFacts) => {
    if (name && !book.has(name)) book.set(name, essay);
  };
  const passes: ((essay: EssayFacts) => [Map<string, EssayFacts>, string][])[] = [
    ({ slug, origin }) => [
      [names, slug],
      [files, bundle(origin) || stem(origin?.fileName ?? '')],
      [files, slug],
    ],
    ({ title }) => [[names, spaced(title)]],
    ({ title, slug, origin }) => [
      [names, folded(title)],
      [names, folded(slug)],
      [names, folded(stem(origin?.fileName ?? ''))],
      // Jekyll's names begin with a date that links leave out.
      [files, stem(origin?.fileName ?? '').replace(/^\d{4}-\d\d-\d\d-/, '')],
    ],
  ];
  for (const pass of passes) {
    for (const essay of inOrder) for (const [book, name] of pass(essay)) enter(book, name, essay);
  }
  return {
    named: (name) => names.get(spaced(name)) ?? names.get(folded(stem(name))) ?? null,
    at: (address) => files.get(fileNamed(address)) ?? null,
  };
}

/** A page bundle is called by its folder: its file's own name is that of every other one. */
function bundle(origin: EssayFacts['origin']): string {
  if (!origin?.folder || !/^_?index\.\w+$/i.test(origin.fileName)) return '';
  return origin.folder.slice(origin.folder.lastIndexOf('/') + 1);
}

function spaced(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function folded(name: string): string {
  return spaced(name).toLowerCase();
}

function stem(fileName: string): string {
  return fileName.replace(/\.(?:md|markdown|mdown|mkd|mdx|html?)$/i, '');
}

/** The name of the essay that a relative address leads to, '' when it cannot lead to one. */
function fileNamed(address: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(address)) return '';
  const path = decoded(address.replace(/[?#].*$/s, '')).replace(/\/(?:index(?:\.\w+)?)?$/i, '');
  return stem(path.slice(path.lastIndexOf('/') + 1)).normalize('NFC');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
