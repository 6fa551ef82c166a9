import { findDrawing, keepDrawing } from '#library/drawings/drawings.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type DrawingChannel = Extract<keyof Handlers, `drawings.${string}`>;

/** What diagrams were drawn as: found again, and kept. */
export function drawingHandlers({ host }: Desk): Pick<Handlers, DrawingChannel> {
  return {
    'drawings.find': (sources) =>
      sources.map((source) => findDrawing(host.library(), source) ?? null),
    'drawings.keep': (source, drawing) => {
      if (!host.library().readOnly) {
        host.write((library) => keepDrawing(library, source, drawing));
      }
      return null;
    },
  };
}
