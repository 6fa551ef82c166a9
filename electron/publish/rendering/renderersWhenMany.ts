import { availableParallelism } from 'node:os';
import { renderHere } from './render.ts';
import { openRenderers, type Renderers } from './renderers.ts';

export interface RenderersWhenMany extends Pick<Renderers, 'render' | 'close'> {
  /** Tells how many essays are going to be rendered: for many, threads start at once and are there when the first one comes. */
  readonly expect: (essays: number) => void;
}

/** Renders here while there is little to do, since threads take longer to start than a few essays; then threads do. */
export function openRenderersWhenMany(workerUrl: URL): RenderersWhenMany {
  let renderers: Renderers | null = null;
  let count = 0;
  const open = () => {
    renderers ??= openRenderers(workerUrl, availableParallelism());
    return renderers;
  };
  return {
    render: (source, images) => {
      if (++count <= few && renderers === null) return renderHere(source, images);
      return open().render(source, images);
    },
    expect: (essays) => {
      if (essays > few) open();
    },
    close: async () => renderers?.close(),
  };
}

const few = 12;
