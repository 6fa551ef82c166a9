import type { ShellBrowser } from './browser.ts';

type Payload = string | Blob;

/** `ClipboardItem`: one thing to copy, in several types. */
export class ClipboardItem {
  private readonly items: Readonly<Record<string, Payload>>;

  constructor(items: Record<string, Payload>) {
    this.items = items;
  }

  get types(): string[] {
    return Object.keys(this.items);
  }

  async getType(type: string): Promise<Blob> {
    const payload = this.items[type];
    if (payload === undefined) throw new Error(`The clipboard item has no '${type}'.`);
    return payload instanceof Blob ? payload : new Blob([payload], { type });
  }
}

/** `clipboard`: written by a copy in a window's page, which needs no permission. Reading gives what was written here last. */
export function createClipboard(browser: ShellBrowser) {
  let last = new ClipboardItem({});

  async function write([item]: readonly ClipboardItem[]): Promise<void> {
    const page = browser.anyPage();
    if (!page) throw new Error('the Chromium shell has no window to copy from');
    if (!item) return;
    const texts: Record<string, string> = {};
    for (const type of item.types) texts[type] = await (await item.getType(type)).text();
    await page.evaluate(copyInPage, texts);
    last = item;
  }

  return {
    write,
    writeText: (text: string): Promise<void> => write([new ClipboardItem({ 'text/plain': text })]),
    read: async (): Promise<ClipboardItem[]> => [last],
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

function copyInPage(texts: Record<string, string>): void {
  const page = globalThis as unknown as CopyWindow;
  let copied = false;
  page.addEventListener(
    'copy',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of Object.entries(texts)) event.clipboardData.setData(type, text);
      copied = true;
    },
    { capture: true, once: true },
  );
  page.document.execCommand('copy');
  if (!copied) throw new Error('The page could not copy.');
}
