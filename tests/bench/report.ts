import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bound, type Figure, passes, ratioOf } from './figure.ts';

const columns = ['Measured', 'Longhand', 'Beside it', '', 'Ratio', 'Bound', ''] as const;

/** A table in columns of even width. */
export function plainTable(figures: readonly Figure[]): string {
  const rows = [columns, ...figures.map(cells)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same as Markdown. */
export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const [name, value, beside, besideName, ratio, bound, verdict] = cells(figure);
    return [name, value, `${beside} (${besideName})`, ratio, bound, verdict];
  });
  return [['Measured', 'Longhand', 'Beside it', 'Ratio', 'Bound', ''], rule, ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const rule = ['---', '---:', '---', '---:', '---', '---'];

/** Writes the figures with all their details; gives the file's path. */
export function writeJson(figures: readonly Figure[], quick: boolean): string {
  const folder = resolve(import.meta.dirname, '../../bench-results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = {
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
  };
  const results = figures.map((figure) => ({
    ...figure,
    ratio: ratioOf(figure),
    passes: passes(figure),
  }));
  const path = join(folder, `${at.replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify({ at, quick, machine, results }, null, 2)}\n`);
  return path;
}

function cells(figure: Figure): string[] {
  const { name, unit, value, beside, bound } = figure;
  return [
    name,
    `${rounded(value)} ${unit}`,
    `${rounded(beside.value)} ${unit}`,
    beside.name,
    `${ratioOf(figure).toFixed(2)} x`,
    bound ? boundWords(bound, unit) : '',
    bound ? (passes(figure) ? 'pass' : 'miss') : 'no claim',
  ];
}

function boundWords(bound: Bound, unit: string): string {
  switch (bound.kind) {
    case 'at most':
      return `<= ${bound.value} ${unit}`;
    case 'ratio at most':
      return `<= ${bound.value} x`;
    case 'times faster':
      return `>= ${bound.value} x faster`;
  }
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
