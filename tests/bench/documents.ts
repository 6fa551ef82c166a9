import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';

/**
 * A Markdown text of about `characters`, the same at every call: the sample essays in turn with what packages say
 * of themselves, which is prose, code in many languages, tables, lists, links and raw HTML.
 */
export function documentOf(characters: number): string {
  const samples = sampleEssays();
  const readmes = packageReadmes();
  let text = '';
  for (let turn = 0; text.length < characters; turn++) {
    text += ownFootnotes(samples[turn % samples.length]!, turn);
    if (text.length < characters) text += readmes[turn % readmes.length]!;
  }
  return `${cutBetweenBlocks(text, characters - closing.length)}\n\n${closing}`;
}

/** The same with a formula after about every 1,000 characters, and a diagram after every 20,000; no two are alike. */
export function documentWithFigures(characters: number): string {
  let [text, open, formulas, diagrams] = ['', false, 0, 0];
  for (const block of documentOf(characters).split('\n\n')) {
    text += `${block}\n\n`;
    if (!isClosed(block)) open = !open;
    if (open) continue;
    if (text.length > 1_000 * (formulas + 1)) text += `${formula(++formulas)}\n\n`;
    if (text.length > 20_000 * (diagrams + 1)) text += `${diagram(++diagrams)}\n\n`;
  }
  return text;
}

function formula(number: number): string {
  return `With $n > ${number}$ of them the wait grows:\n\n$$\nW_{${number}} = \\frac{\\lambda \\, \\overline{s^2}}{2 (1 - \\rho^{${number}})} + \\sum_{k=1}^{${number}} \\sqrt{p_k}\n$$`;
}

function diagram(number: number): string {
  return `\`\`\`mermaid\nflowchart LR\n  A[Client ${number}] -->|asks| B(Lease)\n  B --> C{Held?}\n  C -- no --> A\n  C -- yes --> D[Store]\n\`\`\``;
}

/** Sentences of the same sources, each once. */
export function sentences(): string[] {
  const prose = [...sampleEssays(), ...packageReadmes()]
    .join('\n\n')
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '')
    .split(/(?<=[.!?])\s+|\n{2,}/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /^[A-Z][^|<>[\]#]{30,300}[.!?]$/.test(sentence));
  return [...new Set(prose)];
}

const project = resolve(import.meta.dirname, '../..');

const closing =
  'What remained was a list on a whiteboard and the feeling that we had been lucky twice before, which is a way of saying that nobody had looked.\n';

function sampleEssays(): string[] {
  const folder = join(project, 'resources/samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => splitFrontMatter(readFileSync(join(folder, name), 'utf8')).body)
    .map((body) => `${body.trim()}\n\n`);
}

function packageReadmes(): string[] {
  const modules = join(project, 'node_modules');
  const packages = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(modules, name)).map((inner) => join(name, inner))
        : [name],
    )
    .sort();
  return packages
    .map((name) => join(modules, name, 'README.md'))
    .filter(existsSync)
    .map((path) => `${readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()}\n\n`)
    .filter((text) => text.length > 2_000 && text.length < 40_000 && isClosed(text));
}

/** A sample that comes again must not share the footnotes of the one before. */
function ownFootnotes(text: string, turn: number): string {
  return text.replace(/\[\^([^\]\s]+)\]/g, `[^$1-${turn}]`);
}

function cutBetweenBlocks(text: string, length: number): string {
  for (
    let end = text.lastIndexOf('\n\n', length);
    end > 0;
    end = text.lastIndexOf('\n\n', end - 1)
  ) {
    const start = text.slice(0, end);
    if (isClosed(start)) return start;
  }
  return text.slice(0, length);
}

/** True when no fence is left open. */
function isClosed(text: string): boolean {
  return (text.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 0;
}
