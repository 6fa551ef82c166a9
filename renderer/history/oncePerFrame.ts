interface OncePerFrame<T> {
  /** Draws at once; what comes again within the time of a frame waits for the next, and the newest of it is drawn. */
  readonly draw: (value: T) => void;
  /** Forgets what waits. */
  readonly stop: () => void;
}

/** In ms, a little less than a frame takes at 60 Hz: no frame is asked for only to find that nothing came. */
const frameTime = 14;

/** Draws what changes more often than a window can show. */
export function oncePerFrame<T>(drawNow: (value: T) => void): OncePerFrame<T> {
  let frame: number | null = null;
  let waiting: { readonly value: T } | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;

  function draw(value: T): void {
    const now = performance.now();
    if (frame === null && now - drawnAt > frameTime) {
      drawnAt = now;
      drawNow(value);
      return;
    }
    waiting = { value };
    frame ??= requestAnimationFrame(next);
  }

  function next(): void {
    frame = null;
    const newest = waiting!;
    waiting = null;
    drawnAt = performance.now();
    drawNow(newest.value);
  }

  return {
    draw,
    stop() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
      waiting = null;
    },
  };
}
