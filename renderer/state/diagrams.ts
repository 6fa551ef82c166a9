import { type Drawing, longestDiagram } from '#contract/drawings.ts';
import type { EssayId } from '#contract/essay.ts';
import type { DrawDiagram } from '#renderer/diagrams/drawingFrame.ts';
import type { PreviewControl } from '#renderer/preview/createPreview.ts';
import type { Ask, Listen } from '#renderer/studio.ts';

/** Draws the diagrams of pages, each source once. */
export interface Diagrams {
  /**
   * Draws what was never drawn of these essays and keeps it, so that they go out with it; tells how many are done.
   * Resolves to whether there was anything to draw.
   */
  drawMissing(
    essays: readonly EssayId[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<boolean>;
  /** Draws what a page has undrawn, until the function returned is called. */
  drawFor(page: Pick<PreviewControl, 'on' | 'showDrawings'>): () => void;
}

/** A diagram that is being written is drawn once it rests so long, in ms. */
const rest = 350;

export function createDiagrams(ask: Ask, listen: Listen, drawDiagram: DrawDiagram): Diagrams {
  let drawings: Readonly<Record<string, Drawing>> = {};
  listen('library.opened', () => {
    drawings = {};
  });

  async function known(sources: readonly string[]): Promise<readonly (Drawing | null)[]> {
    const short = sources.filter(({ length }) => length <= longestDiagram);
    const found = await ask('drawings.find', short).catch(() => short.map(() => null));
    const bySource = new Map(short.map((source, at) => [source, found[at] ?? null]));
    return sources.map((source) =>
      source.length > longestDiagram
        ? { kind: 'wrong', reason: 'it is longer than 50,000 characters' }
        : (bySource.get(source) ?? null),
    );
  }

  async function draw(sources: readonly string[], isWanted: () => boolean): Promise<void> {
    const found = await known(sources);
    for (const [at, source] of sources.entries()) {
      const kept = found[at];
      if (kept) {
        drawings = { ...drawings, [source]: kept };
        continue;
      }
      if (!isWanted()) return;
      try {
        const drawing = await drawDiagram(source);
        drawings = { ...drawings, [source]: drawing };
        await ask('drawings.keep', source, drawing).catch(() => null);
      } catch (thrown) {
        // That it was not tried is no property of the diagram, so it is not kept.
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        drawings = { ...drawings, [source]: { kind: 'wrong', reason } };
      }
    }
  }

  return {
    async drawMissing(essays, onProgress) {
      const missing = await ask('drawings.missing', essays);
      for (const [done, source] of missing.entries()) {
        onProgress?.(done, missing.length);
        await draw([source], () => true);
      }
      return missing.length > 0;
    },
    drawFor(page) {
      let wanted: readonly string[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isFirst = true;
      const stop = page.on('undrawn', (sources) => {
        wanted = [...new Set([...wanted, ...sources])].slice(-1_000);
        clearTimeout(timer);
        timer = setTimeout(
          () => {
            const now = wanted;
            wanted = [];
            void draw(now, () => timer !== undefined).then(() => {
              if (timer !== undefined) page.showDrawings(drawings);
            });
          },
          isFirst ? 0 : rest,
        );
        isFirst = false;
      });
      return () => {
        clearTimeout(timer);
        timer = undefined;
        stop();
      };
    },
  };
}
