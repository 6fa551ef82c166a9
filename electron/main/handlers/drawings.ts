import { setImmediate } from 'node:timers/promises';
import { longestDiagram } from '#contract/drawings.ts';
import { findDrawing, keepDrawing } from '#library/drawings/drawings.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type DrawingChannel = Extract<keyof Handlers, `drawings.${string}`>;

/** What diagrams were drawn as: found again, and kept. */
export function drawingHandlers({ host }: Desk): Pick<Handlers, DrawingChannel> {
  return {
    'drawings.find': (sources) =>
      sources.map((source) => findDrawing(host.library(), source) ?? null),
    async 'drawings.missing'(essays) {
      const missing = new Set<string>();
      for (const id of essays) {
        const library = host.library();
        for (const source of diagramSources(readEssay(library, id).body)) {
          const isDrawn = source.length > longestDiagram || findDrawing(library, source);
          if (!isDrawn) missing.add(source);
        }
        // Whoever types meanwhile is saved in between.
        await setImmediate();
      }
      return [...missing];
    },
    'drawings.keep': (source, drawing) => {
      if (!host.library().readOnly) {
        host.write((library) => keepDrawing(library, source, drawing));
      }
      return null;
    },
  };
}
