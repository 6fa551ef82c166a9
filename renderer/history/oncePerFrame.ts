interface OncePerFrame<T> {
  /** Draws at once; what comes again before the next frame waits for it, and the newest of it is drawn. */
  readonly draw: (value: T) => void;
  /** Forgets what waits. */
  readonly stop: () => void;
}

/** Draws what changes more often than a window can show. */
export function oncePerFrame<T>(drawNow: (value: T) => void): OncePerFrame<T> {
  let frame: number | null = null;
  let waiting: { readonly value: T } | null = null;

  function draw(value: T): void {
    if (frame !== null) {
      waiting = { value };
      return;
    }
    frame = requestAnimationFrame(next);
    drawNow(value);
  }

  function next(): void {
    frame = null;
    const newest = waiting;
    waiting = null;
    if (newest) draw(newest.value);
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
