/** How the window is let go: it is asked to save, and only its answer or the writer's closes it. */
export interface Closing {
  /** True once everything is saved, or the writer chose to leave without; false when the writer stays. */
  readonly request: () => Promise<boolean>;
  /** The window's answer: it may be closed. */
  readonly allow: () => void;
  /** The window's answer: it is asking the writer, however long that takes. */
  readonly hold: () => void;
  /** The window's answer: the writer stays. */
  readonly stay: () => void;
}

interface Waiting {
  readonly answer: Promise<boolean>;
  readonly end: (mayClose: boolean) => void;
  readonly timer: NodeJS.Timeout;
  held: boolean;
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
  let waiting: Waiting | null = null;

  function begin(): Waiting {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(async () => {
      end((await askWriter()) === 'leave');
    }, patience);
    const end = (mayClose: boolean) => {
      clearTimeout(timer);
      if (waiting?.answer === promise) waiting = null;
      resolve(mayClose);
    };
    return { answer: promise, end, timer, held: false };
  }

  return {
    request() {
      // Asked for again, the writer did not answer the window's question by closing it.
      if (waiting?.held) waiting.end(false);
      if (!waiting) {
        waiting = begin();
        askWindow();
      }
      return waiting.answer;
    },
    allow: () => waiting?.end(true),
    hold() {
      if (!waiting) return;
      clearTimeout(waiting.timer);
      waiting.held = true;
    },
    stay: () => waiting?.end(false),
  };
}
