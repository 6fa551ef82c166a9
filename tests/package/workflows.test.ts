import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatNames } from '#package/formats.ts';
import { targetName, targets } from '#package/target.ts';

interface Workflow {
  readonly jobs: Record<
    string,
    {
      readonly strategy?: { readonly matrix: { readonly include?: Record<string, string>[] } };
      readonly steps: { readonly run?: string; readonly uses?: string }[];
    }
  >;
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name): [string, Workflow] => [
  name,
  parse(readFileSync(join(folder, name), 'utf8'), { strict: true }) as Workflow,
]);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(workflows)('%s', (_, { jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('runs scripts that there are', () => {
    const run = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)]);
    for (const [, name] of run) expect(Object.keys(scripts)).toContain(name);
  });

  it('uses others’ actions by their version', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });
});

it('a release has every package for every system', () => {
  const [, { jobs }] = workflows.find(([name]) => name === 'release.yml')!;
  const made = jobs.package!.strategy!.matrix.include!;
  const all = (key: string) => made.flatMap((each) => each[key]!.split(','));
  expect(all('targets').sort()).toEqual(targets.map(targetName).sort());
  expect([...new Set(all('formats'))].sort()).toEqual([...formatNames].sort());
});
