/** How the window is let go: it is asked to save, and only its answer or the writer's closes it. */
export interface Closing {
  /** True once everything is saved, or the writer chose to leave without; false when the writer stays. */
  readonly request: () => Promise<boolean>;
  /** The window's answer: everything it held is saved. */
  readonly allow: () => void;
}

export function createClosing({
  askWindow,
  askWriter,
  patience,
}: {
  /** Tells the window that it is about to close. */
  askWindow: () => void;
  /** Asked when the window has not answered in time. */
  askWriter: () => Promise<'leave' | 'stay'>;
  /** Milliseconds to wait for the window's answer. */
  patience: number;
}): Closing {
  let waiting: { answer: Promise<boolean>; allow: () => void } | null = null;

  function begin() {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(async () => {
      resolve((await askWriter()) === 'leave');
    }, patience);
    const answer = promise.finally(() => {
      clearTimeout(timer);
      waiting = null;
    });
    return { answer, allow: () => resolve(true) };
  }

  return {
    request() {
      if (!waiting) {
        waiting = begin();
        askWindow();
      }
      return waiting.answer;
    },
    allow: () => waiting?.allow(),
  };
}
