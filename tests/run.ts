import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '#launch/electronBinary.ts';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';
import { haveTool } from '#package/tools.ts';
import { haveChromium } from './support/haveChromium.ts';
import { runTool } from './support/runTool.ts';

/** `npm test`: every check in order, each to its end; the last line counts what passed and what failed. */
interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly note: string;
}

const reports = mkdtempSync(join(tmpdir(), 'longhand-'));
const unitReport = join(reports, 'unit.json');
const packageReport = join(reports, 'packages.json');
const endToEndReport = join(reports, 'e2e.json');
const outcomes: Outcome[] = [];

await check('types of electron/', ['tsc', '-p', 'electron']);
await check('types of renderer/', ['tsc', '-p', 'renderer']);
await check('types of tests/', ['tsc', '-p', 'tests']);
await check('lint', ['biome', 'check', '.']);
await check('dead code', ['knip']);
await count(
  'unit tests',
  [
    ...['vitest', 'run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
  ],
  { report: unitReport, read: readUnitCounts, env: {} },
);
const built = await check('build', ['electron-vite', 'build']);
if (built) await checkPackages();
if (built) await runEndToEnd();
else outcomes.push(notRun('end to end', 'not run: there is no build'));
finish();

/** Packages made, installed and used; in full with LONGHAND_CHECK=full, as `npm run package:check` does it. */
async function checkPackages(): Promise<void> {
  const missing = ['dpkg', 'xz', 'desktop-file-validate', 'appstreamcli'].filter(
    (tool) => !haveTool(tool),
  );
  if (missing.length > 0) {
    console.log(`\nThe packages are not checked: ${missing.join(', ')} not on this machine.`);
    return;
  }
  await count(
    'packages',
    [
      ...['vitest', 'run', '--config', 'tests/package/check/vitest.config.ts'],
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${packageReport}`],
    ],
    {
      report: packageReport,
      read: readUnitCounts,
      env: { LONGHAND_CHECK: process.env.LONGHAND_CHECK ?? 'short' },
    },
  );
}

async function runEndToEnd(): Promise<void> {
  const problem = haveChromium();
  if (problem) {
    outcomes.push(notRun('end to end', problem));
    return;
  }
  const onElectron = findElectron(theseSurroundings) !== null;
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
  if (!onElectron) {
    console.log("\nElectron's binary is not here, so the end-to-end tests run in Chromium only.");
  } else if (!hasDisplay) {
    console.log('\nElectron needs a display; use `xvfb-run npm test` to run in it as well.');
  }
  await count('end to end', ['playwright', 'test', '--config', 'tests/playwright.config.ts'], {
    report: endToEndReport,
    read: readEndToEndCounts,
    env: {
      LONGHAND_REPORTER: 'json',
      PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport,
      CHROMIUM_PATH: findChromium(theseSurroundings) ?? '',
    },
  });
}

async function check(name: string, command: readonly string[]): Promise<boolean> {
  const { code, output, seconds } = await runTool(command, {});
  const passed = code === 0;
  if (!passed) console.log(`\n${name}: ${command.join(' ')}\n${output}`);
  add({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, seconds, note: '' });
  return passed;
}

async function count(
  name: string,
  command: readonly string[],
  how: {
    readonly report: string;
    readonly read: (report: string) => { passed: number; failed: number; note: string };
    readonly env: Record<string, string>;
  },
): Promise<void> {
  console.log(`\n${name}`);
  const { code, seconds } = await runTool(command, { env: how.env, shown: true });
  const counts = existsSync(how.report)
    ? how.read(readFileSync(how.report, 'utf8'))
    : { passed: 0, failed: 1, note: 'no report was written' };
  // A run that fails without a failed test (a file that does not load) must not look well.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  add({ name, ...counts, failed, seconds });
}

function readUnitCounts(report: string) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  const note = numPendingTests ? `${numPendingTests} skipped` : '';
  return { passed: numPassedTests, failed: numFailedTests, note };
}

function readEndToEndCounts(report: string) {
  const { stats } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const notes = [
    stats.skipped > 0 ? `${stats.skipped} skipped` : '',
    stats.flaky > 0 ? `${stats.flaky} only at the second try` : '',
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    note: notes.filter(Boolean).join(', '),
  };
}

function notRun(name: string, note: string): Outcome {
  return { name, passed: 0, failed: 1, seconds: 0, note };
}

function add(outcome: Outcome): void {
  outcomes.push(outcome);
  console.log(inWords(outcome));
}

function inWords({ name, passed, failed, seconds, note }: Outcome): string {
  const result = failed === 0 ? 'ok' : 'FAILED';
  const counts = passed + failed > 1 ? `${passed} passed, ${failed} failed` : '';
  const details = [counts, note].filter(Boolean).join('; ');
  return `${result.padEnd(7)}${name.padEnd(20)}${seconds.toFixed(1).padStart(7)} s  ${details}`;
}

function finish(): never {
  rmSync(reports, { recursive: true, force: true });
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${outcomes.map(inWords).join('\n')}\n\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
