import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { PrintPage } from '#export/exportEssays.ts';
import { studioOrigin } from './studioFrame.ts';

/** Prints pages as PDF in a window that nobody sees. */
export interface Printing {
  readonly print: PrintPage;
  /** The page under an address of the studio's own scheme while it is printed; null for any other. */
  readonly page: (request: Request) => Response | null;
}

export function createPrinting(): Printing {
  const pages = new Map<string, string>();

  async function print(html: string): Promise<Uint8Array> {
    const address = `${studioOrigin}/print/${randomUUID()}.html`;
    pages.set(address, html);
    const window = new BrowserWindow({ show: false, width: 800, height: 1000, webPreferences });
    try {
      await window.loadURL(address);
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    } finally {
      pages.delete(address);
      window.destroy();
    }
  }

  return {
    print,
    page(request) {
      const html = pages.get(request.url);
      // The page brings a policy of its own, which allows what is in it and nothing else.
      return html === undefined ? null : new Response(html, { headers });
    },
  };
}

const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  javascript: false,
  webSecurity: true,
  webviewTag: false,
};

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
