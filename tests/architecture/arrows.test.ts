import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which rooms a room may import from, besides itself. */
const arrows: Record<string, readonly string[]> = {
  contract: [],
  markdown: ['contract'],
  library: ['contract'],
  import: ['contract', 'markdown'],
  export: ['contract', 'markdown'],
  publish: ['contract', 'markdown', 'export'],
  preload: ['contract'],
  press: ['contract', 'library', 'publish'],
  main: ['contract', 'markdown', 'library', 'import', 'export', 'publish', 'press', 'cli'],
  cli: ['contract', 'markdown', 'library', 'import', 'export', 'publish', 'press'],
  launch: [],
  package: [],
  renderer: ['contract', 'markdown', 'resources'],
};

/** Packages that belong to one room only, or to a few. */
const packageRooms: Record<string, readonly string[]> = {
  electron: ['main', 'preload'],
  'better-sqlite3': ['library'],
  'playwright-core': ['launch'],
  '@electron/packager': ['package'],
  react: ['renderer'],
  'react-dom': ['renderer'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly specifier: string;
  /** `import type`: gone before anything runs. */
  readonly typeOnly: boolean;
}

describe('the arrows between rooms', () => {
  const imports = sourceFiles().flatMap(importsOf);

  it('finds the rooms and their imports', () => {
    expect(new Set(imports.map(({ room }) => room)).size).toBeGreaterThan(7);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('point one way only', () => {
    const wrong = imports.filter(({ room, specifier, file }) => {
      const target = roomOf(specifier, file);
      return target !== null && target !== room && !arrows[room]!.includes(target);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('keep each engine in its room: Electron in main and preload, SQLite in library', () => {
    const wrong = imports.filter(({ room, specifier }) => {
      const rooms = packageRooms[packageOf(specifier) ?? ''];
      return rooms !== undefined && !rooms.includes(room);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('let contract import no package, and contract, markdown and renderer nothing of Node', () => {
    const wrong = imports.filter(({ room, specifier }) => {
      if (room === 'contract') return packageOf(specifier) !== null || isBuiltin(specifier);
      return (room === 'markdown' || room === 'renderer') && isBuiltin(specifier);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('make no cycle between files, types aside', () => {
    expect(cyclesAmong(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return ['electron', 'renderer'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(root, top, name)),
  );
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const room = roomOfPath(file)!;
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => ({
    file,
    room,
    specifier: (match[1] ?? match[2] ?? match[3])!,
    typeOnly: /^\s*(?:import|export)\s+type\b/.test(match[0]),
  }));
}

function roomOf(specifier: string, file: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]!;
  if (specifier.startsWith('.')) return roomOfPath(resolve(dirname(file), specifier));
  return null;
}

function roomOfPath(path: string): string | null {
  const [top, second] = relative(root, path).split(/[\\/]/);
  return top === 'electron' ? (second ?? null) : (top ?? null);
}

function packageOf(specifier: string): string | null {
  if (/^[.#]/.test(specifier) || isBuiltin(specifier)) return null;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

function fileOf({ specifier, file }: Import): string | null {
  if (specifier.startsWith('.')) return resolve(dirname(file), specifier);
  const [room, ...rest] = specifier.slice(1).split('/');
  if (!specifier.startsWith('#')) return null;
  return join(root, room === 'renderer' ? '' : 'electron', room!, ...rest);
}

function cyclesAmong(imports: readonly Import[]): string[] {
  const edges = new Map<string, string[]>();
  for (const one of imports) {
    const target = fileOf(one);
    if (target !== null) edges.set(one.file, [...(edges.get(one.file) ?? []), target]);
  }
  const cycles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const walk = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const loop = [...path.slice(path.indexOf(file)), file];
      cycles.push(loop.map((one) => relative(root, one)).join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of edges.keys()) walk(file, []);
  return cycles;
}

function show({ file, specifier }: Import): string {
  return `${relative(root, file)} imports ${specifier}`;
}
