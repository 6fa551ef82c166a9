import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from '#import/decodeText.ts';
import { fileFailure } from '#import/fileFailure.ts';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { command, type Desk, UsageError } from './command.ts';
import { printable } from './printable.ts';

export const renderCommand = command({
  name: 'render',
  usage: 'FILE|-',
  summary: 'print a Markdown file as the HTML of its page',
  about: `Prints the HTML fragment that preview and export show, front matter left out. - reads standard input.
No library is used. With --json: the fragment as "html", with "outline" and "statistics".`,
  options: {},
  async run(_values, names, desk) {
    const [file, ...others] = names;
    if (file === undefined || others.length > 0) {
      throw new UsageError('Name one file to render, or - for standard input.');
    }
    const name = file === '-' ? 'standard input' : basename(file);
    const { text } = decodeText(await read(file, name, desk), name);
    const { html, outline, statistics } = renderEssay(splitFrontMatter(text).body);
    return {
      text: desk.isTerminal ? printable(html) : html,
      json: { html, outline, statistics },
      problems: [],
    };
  },
});

async function read(file: string, name: string, desk: Desk): Promise<Uint8Array> {
  if (file === '-') return desk.readInput();
  try {
    return await readFile(file);
  } catch (thrown) {
    throw fileFailure(thrown, name);
  }
}
