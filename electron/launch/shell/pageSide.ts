/** The script that runs first in every page of a window: it runs the preload in the top frame and listens for menu keys. */
export function pageSide(
  bindingName: string,
  preload: string,
  accelerators: readonly unknown[],
  asksToLeave: boolean,
): string {
  // The preload stands in the text itself: the page's policy forbids making code from strings.
  return `(${connectPage})(${JSON.stringify(bindingName)}, ${JSON.stringify(accelerators)}, ${asksToLeave}, (require, module, exports) => {\n${preload}\n});`;
}

/** The key of a menu item, as a page can compare it with a key event. */
export interface PageAccelerator {
  readonly index: number;
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What `webContents` calls in the page. */
export interface PageReach {
  emit(channel: string, values: string): void;
  setAccelerators(accelerators: readonly PageAccelerator[]): void;
}

// The little of the DOM that the function below touches: these rooms are checked without the DOM's types.
interface KeyPress extends Omit<PageAccelerator, 'index' | 'ctrl' | 'meta' | 'alt' | 'shift'> {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}
interface PageWindow {
  readonly top: unknown;
  readonly location: { readonly protocol: string };
  readonly document: { readonly visibilityState: string };
  readonly screenX: number;
  readonly screenY: number;
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly [name: string]: unknown;
  addEventListener(event: string, listener: (event: KeyPress) => void): void;
  matchMedia(query: string): { readonly matches: boolean };
}

function connectPage(
  bindingName: string,
  initial: readonly PageAccelerator[],
  asksToLeave: boolean,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  const page = globalThis as unknown as PageWindow;
  if (page !== page.top || page.location.protocol !== 'https:') return;

  const binding = page[bindingName] as (text: string) => Promise<string>;
  Reflect.deleteProperty(page, bindingName);
  const call = (message: object): Promise<string> => binding(JSON.stringify(message));
  let accelerators = initial;
  const listeners = new Map<string, Set<(event: object, ...values: unknown[]) => void>>();
  const listenersOf = (channel: string) => {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  };

  const reach: PageReach = {
    emit(channel, values) {
      for (const listener of [...listenersOf(channel)]) listener({}, ...JSON.parse(values));
    },
    setAccelerators(next) {
      accelerators = next;
    },
  };
  Object.defineProperty(page, Symbol.for('chromium shell'), { value: reach });

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const answer = JSON.parse(
        await call({ kind: 'invoke', channel, args: JSON.stringify(args) }),
      );
      if (answer.ok) return answer.value;
      throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
    },
    on(channel: string, listener: (event: object, ...values: unknown[]) => void) {
      listenersOf(channel).add(listener);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: (event: object, ...values: unknown[]) => void) {
      listenersOf(channel).delete(listener);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, value: object) {
      Object.defineProperty(page, name, {
        value: Object.freeze(value),
        enumerable: true,
      });
    },
  };
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error(`A sandboxed preload cannot require '${name}'.`);
    },
    module,
    module.exports,
  );

  if (asksToLeave) {
    // Chromium asks before it closes a page only where the page wants to be asked for; the window answers.
    page.addEventListener('beforeunload', (event) => event.preventDefault());
    // The keys of a browser that would load the page anew: Electron has none.
    page.addEventListener('keydown', (event) => {
      const isReload = event.key.toLowerCase() === 'r' && (event.ctrlKey || event.metaKey);
      if (event.key === 'F5' || isReload) event.preventDefault();
    });
  }

  // As in Electron, a page that handles a key keeps it from the menu.
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const plain = /^[a-z0-9]$/i.test(event.key);
    const found = accelerators.find(
      (each) =>
        each.ctrl === event.ctrlKey &&
        each.meta === event.metaKey &&
        each.alt === event.altKey &&
        (each.shift === event.shiftKey || each.key === '+') &&
        (each.key === event.key.toLowerCase() || (!plain && each.code === event.code)),
    );
    if (!found) return;
    event.preventDefault();
    void call({ kind: 'accelerator', index: found.index });
  });

  const tellBounds = () =>
    void call({
      kind: 'bounds',
      bounds: {
        x: page.screenX,
        y: page.screenY,
        width: page.outerWidth,
        height: page.outerHeight,
        hidden: page.document.visibilityState === 'hidden',
        dark: page.matchMedia('(prefers-color-scheme: dark)').matches,
      },
    });
  for (const event of ['load', 'resize', 'blur', 'visibilitychange']) {
    page.addEventListener(event, tellBounds);
  }
}
