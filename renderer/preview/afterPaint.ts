/**
 * Calls back once what was changed until now has been painted; a window that paints nothing, being hidden, calls back
 * a moment later all the same. Returns how to call it off.
 */
export function afterPaint(call: () => void): () => void {
  let isDone = false;
  const done = () => {
    if (isDone) return;
    stop();
    call();
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  // A message sent from a frame's callbacks arrives when the frame has been painted.
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  const timer = setTimeout(done, longestFrame);

  function stop(): void {
    isDone = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port1.close();
  }
  return stop;
}

/** In ms. */
const longestFrame = 100;
