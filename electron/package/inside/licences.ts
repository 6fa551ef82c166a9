import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody else's work that the studio carries, and its terms. */
export interface Licence {
  readonly name: string;
  /** '' for what has none, such as a type face. */
  readonly version: string;
  /** By its SPDX name. */
  readonly licence: string;
  /** The terms themselves, with who holds the rights. */
  readonly text: string;
  readonly kind: 'library' | 'type face';
}

/** The terms of packages and of the type faces in `resources`, by name. */
export function licencesOf(project: string, packageFolders: readonly string[]): Licence[] {
  const libraries = packageFolders.map(ofPackage);
  const label = ({ name, version }: Licence) => `${name} ${version}`;
  const once = new Map([...libraries, ...ofTypeFaces(project)].map((each) => [label(each), each]));
  return [...once.values()].sort((one, other) => label(one).localeCompare(label(other), 'en'));
}

function ofPackage(folder: string): Licence {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string | { type: string } };
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)([-.].*)?$/i.test(each));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  const said = typeof license === 'string' ? license : license?.type;
  return { name, version, licence: said ?? namedIn(text), text, kind: 'library' };
}

/** By the title of the terms, for a package that has them and does not name them. */
function namedIn(text: string): string {
  return /^(?:the )?MIT licen[cs]e\b/i.test(text) ? 'MIT' : '';
}

function ofTypeFaces(project: string): Licence[] {
  return [join(project, 'resources', 'fonts'), join(project, 'resources', 'page', 'fonts')].flatMap(
    (folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.LICENSE'))
        .map((file) => ({
          name: file.replace('.LICENSE', '').replaceAll('-', ' '),
          version: '',
          licence: 'OFL-1.1',
          text: readFileSync(join(folder, file), 'utf8').trim(),
          kind: 'type face' as const,
        })),
  );
}
