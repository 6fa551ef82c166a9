import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { rendererVersion } from '#markdown/rendererVersion.ts';

/** The sample essays and a text with everything in it, as HTML. */
function everything(): string {
  const samples = readdirSync('resources/samples').filter((name) => name.endsWith('.md'));
  const texts = samples.sort().map((name) => readFileSync(`resources/samples/${name}`, 'utf8'));
  return [...texts.map((text) => splitFrontMatter(text).body), mixed]
    .map((body) => renderEssay(body).html)
    .join('');
}

const mixed = `# A *title* <b>b</b>

> [!WARNING]
> Mind [^1] and ~~this~~ www.example.com, a@b.example.

- [x] done

| a | b |
|:--|--:|
| 1 | \`2\` |

![alt](https://example.com/x.png "Caption")

\`\`\`ts title="x" {1}
const a: number = 1;
\`\`\`

    indented

[^1]: A note.
`;

test('the renderer’s version is raised whenever its HTML changes; then this hash changes with it', () => {
  const hash = createHash('sha256').update(everything()).digest('hex').slice(0, 16);
  expect({ [rendererVersion]: hash }).toEqual({ 1: '2899a6ed9caf92b9' });
});
