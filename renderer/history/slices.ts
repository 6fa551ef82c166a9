/** Work that can be left off and gone on with, done in slices so short that no frame waits for them. */
export type Breathe = () => Promise<void> | undefined;

/**
 * A function to be called between small pieces of work, and awaited when it gives a promise: once `slice` ms are
 * used up it waits for the window to have had its turn.
 */
export function breathing(slice = 6): Breathe {
  let until = performance.now() + slice;
  return () => {
    if (performance.now() < until) return undefined;
    return nextTurn().then(() => {
      until = performance.now() + slice;
    });
  };
}

/** A message arrives behind input and frames that are due; a timer would be held back to every fourth millisecond. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
