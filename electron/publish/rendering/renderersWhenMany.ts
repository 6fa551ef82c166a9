import { availableParallelism } from 'node:os';
import { renderHere } from './render.ts';
import { openRenderers, type Renderers } from './renderers.ts';

/** Renders here while there is little to do, since threads take longer to start than a few essays; then threads do. */
export function openRenderersWhenMany(workerUrl: URL): Renderers {
  let renderers: Renderers | null = null;
  let count = 0;
  return {
    render: (source, images) => {
      if (++count <= few) return renderHere(source, images);
      renderers ??= openRenderers(workerUrl, availableParallelism());
      return renderers.render(source, images);
    },
    close: async () => renderers?.close(),
  };
}

const few = 12;
