import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseEngine } from './chooseEngine.ts';
import {
  canDownloadElectron,
  downloadElectron,
  electronVersion,
  findElectron,
} from './electronBinary.ts';
import { findChromium, theseSurroundings } from './findChromium.ts';

const project = resolve(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const headless = args.includes('--headless');

if (!existsSync(join(project, 'out', 'main', 'index.js'))) {
  fail('The studio has not been built. Run `npm run build` first; `npm start` does both.');
}

const engine = await chooseEngine({
  headless,
  wanted: process.env.LONGHAND_ENGINE,
  hasDisplay:
    process.platform !== 'linux' ||
    Boolean(process.env.DISPLAY) ||
    Boolean(process.env.WAYLAND_DISPLAY),
  electron: () => findElectron(theseSurroundings),
  download,
  chromium: () => findChromium(theseSurroundings),
});

if (engine.kind === 'none') fail(engine.why);
console.log(engine.why);
if (engine.kind === 'electron') startElectron(engine.path);
else await startShell(engine.path);

async function download(): Promise<string | null> {
  if (!(await canDownloadElectron(process.env))) return null;
  console.log(`Downloading Electron ${electronVersion()}; this happens once.`);
  return downloadElectron(theseSurroundings) ? findElectron(theseSurroundings) : null;
}

function startElectron(path: string): void {
  // Electron refuses to run as root with its sandbox on.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const flags = isRoot ? ['--no-sandbox'] : [];
  const child = spawn(path, [...flags, project, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
  child.on('error', (error) => fail(`Electron could not be started: ${error.message}`));
}

async function startShell(chromium: string): Promise<void> {
  const { runInShell } = await import('./shell/run.ts');
  const text = readFileSync(join(project, 'package.json'), 'utf8');
  const { productName, version } = JSON.parse(text) as {
    productName: string;
    version: string;
  };
  const options = { chromium, headless, project, packaged: false, name: productName, version };
  await runInShell(options, args);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
