import { afterEach, expect, test } from 'vitest';
import { renderHere } from '#publish/rendering/render.ts';
import { openRenderers, type Renderers } from '#publish/rendering/renderers.ts';

const workerUrl = new URL('../../../electron/publish/rendering/worker.ts', import.meta.url);
let renderers: Renderers;
afterEach(() => renderers.close());

test('threads render what is rendered here, each source its own page', async () => {
  renderers = openRenderers(workerUrl, 2);
  const sources = Array.from(
    { length: 20 },
    (_, at) => `# Number ${at}\n\n\`\`\`js\nlet x = ${at};\n\`\`\`\n`,
  );
  const pages = await Promise.all(sources.map((source) => renderers.render(source)));
  expect(pages).toEqual(await Promise.all(sources.map((source) => renderHere(source))));
});

test('a thread that cannot start fails what it was given, and what comes after', async () => {
  renderers = openRenderers(new URL('./gone.ts', workerUrl), 1);
  await expect(renderers.render('x')).rejects.toThrow(/gone\.ts/);
  await expect(renderers.render('y')).rejects.toThrow(/gone\.ts/);
});
