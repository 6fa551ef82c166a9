import { openKeptPages } from '#library/pages/keptPages.ts';
import type { Render } from '#publish/rendering/render.ts';
import {
  openRenderersWhenMany,
  type RenderersWhenMany,
} from '#publish/rendering/renderersWhenMany.ts';
import { renderKept } from '#publish/rendering/renderKept.ts';
import type { PressDesk } from './pressDesk.ts';

export interface Rendering extends Pick<RenderersWhenMany, 'expect'> {
  readonly render: Render;
}

/** Renders essays for as long as `use` takes: each page from those kept beside the library, else anew, in threads where many are. */
export async function withRendering<T>(
  { library, renderWorker }: PressDesk,
  use: (rendering: Rendering) => Promise<T>,
): Promise<T> {
  const pages = openKeptPages(library);
  const renderers = openRenderersWhenMany(renderWorker);
  try {
    return await use({ render: renderKept(pages, renderers.render), expect: renderers.expect });
  } finally {
    await renderers.close();
    pages.close();
  }
}
