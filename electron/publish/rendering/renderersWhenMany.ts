import { availableParallelism } from 'node:os';
import { renderHere } from './render.ts';
import { openRenderers, type Renderers } from './renderers.ts';

export interface RenderersWhenMany extends Pick<Renderers, 'render' | 'close'> {
  /** Tells how many essays may have to be rendered: where they are many, threads start with the second that really is. */
  readonly expect: (essays: number) => void;
}

/** Renders here while there is little to do, since threads take longer to start than a few essays; then threads do. */
export function openRenderersWhenMany(workerUrl: URL): RenderersWhenMany {
  let renderers: Renderers | null = null;
  let here = few;
  return {
    render: (source, images) => {
      if (renderers === null && here-- > 0) return renderHere(source, images);
      renderers ??= openRenderers(workerUrl, availableParallelism());
      return renderers.render(source, images);
    },
    expect: (essays) => {
      if (essays > few) here = Math.min(here, 1);
    },
    close: async () => renderers?.close(),
  };
}

const few = 12;
