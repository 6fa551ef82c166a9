import type { ShellBrowser } from './browser.ts';

interface Copied {
  readonly text?: string;
  readonly html?: string;
}

/** `clipboard`: written by a copy in a window's page, which needs no permission. Reading gives what was written here last. */
export function createClipboard(browser: ShellBrowser) {
  let last: Copied = {};
  const write = (copied: Copied): void => {
    const page = browser.anyPage();
    if (!page) throw new Error('the Chromium shell has no window to copy from');
    last = copied;
    void page
      .evaluate(copyInPage, copied)
      .catch((error: Error) => console.error(`Copying failed: ${error.message}`));
  };
  return {
    write,
    writeText: (text: string): void => write({ text }),
    readText: (): string => last.text ?? '',
    readHTML: (): string => last.html ?? '',
  };
}

interface CopyEvent {
  readonly clipboardData: { setData(type: string, text: string): void };
  preventDefault(): void;
  stopImmediatePropagation(): void;
}
interface CopyWindow {
  readonly document: { execCommand(name: string): boolean };
  addEventListener(event: string, listener: (event: CopyEvent) => void, options: object): void;
}

function copyInPage({ text, html }: Copied): void {
  const page = globalThis as unknown as CopyWindow;
  page.addEventListener(
    'copy',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (text !== undefined) event.clipboardData.setData('text/plain', text);
      if (html !== undefined) event.clipboardData.setData('text/html', html);
    },
    { capture: true, once: true },
  );
  page.document.execCommand('copy');
}
