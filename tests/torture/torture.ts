import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, passes } from './finding.ts';
import { damagedCopies } from './measurements/damagedCopies.ts';
import { hardships } from './measurements/hardships.ts';
import { killedProcess } from './measurements/killedProcess.ts';
import { killedStudio } from './measurements/killedStudio.ts';

/** `npm run torture`: what may never happen to a library, tried many times. `--only NAME`, `--runs N`, `--seed N`. */
const measurements = { damagedCopies, killedProcess, killedStudio, hardships };
const names = Object.keys(measurements) as (keyof typeof measurements)[];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string' },
    seed: { type: 'string', default: '0' },
  },
});
const unknown = values.only.find((name) => !names.some((known) => known === name));
if (unknown) throw new Error(`There is no torture '${unknown}'. There are: ${names.join(', ')}.`);

const room = mkdtempSync(join(tmpdir(), 'longhand-torture-'));
const runs = values.runs === undefined ? null : Number(values.runs);
const findings: Finding[] = [];
try {
  for (const name of names) {
    if (values.only.length > 0 && !values.only.includes(name)) continue;
    console.error(`Trying ${name}`);
    findings.push(...(await measurements[name]({ runs, seed: Number(values.seed), room })));
  }
} finally {
  rmSync(room, { recursive: true, force: true });
}
console.log(table(findings));
console.error(`Written to ${writeJson(findings)}`);
if (!findings.every(passes)) process.exitCode = 1;

function table(all: readonly Finding[]): string {
  const rows = all.map((finding) => {
    const { name, value, of, bound } = finding;
    const must = bound === null ? '' : `${bound.kind} ${bound.value}`;
    return [name, `${value} ${of}`, must, bound === null ? '' : passes(finding) ? 'pass' : 'MISS'];
  });
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function writeJson(all: readonly Finding[]): string {
  const folder = resolve(import.meta.dirname, '../../torture-results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const path = join(folder, `${at.replaceAll(':', '-')}.json`);
  const results = all.map((finding) => ({ ...finding, passes: passes(finding) }));
  writeFileSync(path, `${JSON.stringify({ at, node: process.version, results }, null, 2)}\n`);
  return path;
}
