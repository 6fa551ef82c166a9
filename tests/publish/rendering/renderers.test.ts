import { expect, onTestFinished, test } from 'vitest';
import { renderHere } from '#publish/rendering/render.ts';
import { openRenderers, type Renderers } from '#publish/rendering/renderers.ts';
import { openRenderersWhenMany } from '#publish/rendering/renderersWhenMany.ts';

const workerUrl = new URL('../../../electron/publish/rendering/worker.ts', import.meta.url);
const gone = new URL('./gone.ts', workerUrl);

test('threads render what is rendered here, each source its own page', async () => {
  const renderers = closedLater(openRenderers(workerUrl, 2));
  await renderers.ready();
  const sources = Array.from(
    { length: 20 },
    (_, at) => `# Number ${at}\n\n\`\`\`js\nlet x = ${at};\n\`\`\`\n`,
  );
  const pages = await Promise.all(sources.map((source) => renderers.render(source)));
  expect(pages).toEqual(sources.map((source) => renderHere(source)));
});

test('a thread that cannot start fails what it was given, and what comes after', async () => {
  const renderers = closedLater(openRenderers(gone, 1));
  await expect(renderers.ready()).rejects.toThrow(/gone\.ts/);
  await expect(renderers.render('x')).rejects.toThrow(/gone\.ts/);
  await expect(renderers.render('y')).rejects.toThrow(/gone\.ts/);
});

test('threads start only where many essays are rendered: with the second that is, where many are expected', async () => {
  const renderers = closedLater(openRenderersWhenMany(gone));
  const rendered = async (times: number) => {
    for (let time = 0; time < times; time++) {
      expect(await renderers.render('x')).toEqual(renderHere('x'));
    }
  };
  renderers.expect(12);
  await rendered(2);
  renderers.expect(13);
  await rendered(1);
  await expect(renderers.render('x')).rejects.toThrow(/gone\.ts/);
  const unexpected = closedLater(openRenderersWhenMany(gone));
  for (let time = 0; time < 12; time++) await unexpected.render('x');
  await expect(unexpected.render('x')).rejects.toThrow(/gone\.ts/);
});

function closedLater<R extends Pick<Renderers, 'close'>>(renderers: R): R {
  onTestFinished(renderers.close);
  return renderers;
}
