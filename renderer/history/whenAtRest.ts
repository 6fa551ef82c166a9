interface WhenAtRest {
  /** Asks for the call: once nothing has asked again for `rest` ms, or at the latest `longest` ms after it was asked for first. */
  readonly ask: () => void;
  readonly stop: () => void;
}

/** A call that what goes on and on should not have to wait for at each step. */
export function whenAtRest(
  { rest, longest }: { readonly rest: number; readonly longest: number },
  call: () => void,
): WhenAtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedFirst = 0;

  return {
    ask() {
      const now = performance.now();
      if (timer === undefined) askedFirst = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          call();
        },
        Math.max(0, Math.min(rest, askedFirst + longest - now)),
      );
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
