import { app, shell } from 'electron';
import { StudioError } from '#contract/errors.ts';

/** Keeps every page where it is: no navigation, no frame elsewhere, no second window, no webview. */
export function hardenNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Opens a link outside the studio. Refuses with `invalid` all but http, https and mailto, after parsing. */
export async function openOutside(address: string): Promise<null> {
  await shell.openExternal(outsideAddress(address));
  return null;
}

/** The address as parsed, so that what is checked is what is opened. */
export function outsideAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && outside.has(url.protocol) && url.username === '' && url.password === '') {
    return url.href;
  }
  throw new StudioError(
    'invalid',
    'This link was not opened: only web and mail addresses are.',
    'Check the link in the text.',
  );
}

const outside = new Set(['http:', 'https:', 'mailto:']);
