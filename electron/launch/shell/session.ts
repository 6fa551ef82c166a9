import type {
  BrowserContext,
  Request as BrowserRequest,
  Frame,
  Page,
  Route,
} from 'playwright-core';
import { exactly } from './exactly.ts';
import type { ShellProtocol } from './protocol.ts';
import { ShellEmitter } from './shellEmitter.ts';

type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  callback: (answer: { cancel?: boolean }) => void,
) => void;
/** What a window says to a navigation of its page: true lets it go on. */
export type Gate = (page: Page, address: string, isMainFrame: boolean) => boolean;

export type ShellSession = ReturnType<typeof createSession>;

/** `session.defaultSession`: permissions, requests and spell checking of every window. */
export function createSession(protocol: ShellProtocol) {
  const emitter = new ShellEmitter('Session', ['will-download']);
  let permissionCheck: PermissionCheck = () => true;
  let beforeRequest: BeforeRequest | null = null;
  let spellCheckerEnabled = true;

  const isCancelled = (url: string, method: string, resourceType: string): Promise<boolean> =>
    new Promise((resolve) => {
      if (!beforeRequest) return resolve(false);
      beforeRequest({ url, method, resourceType }, (answer) => resolve(answer.cancel === true));
    });

  const methods = {
    /** Chromium asks nobody once a permission is set, so the check handler alone decides. */
    setPermissionRequestHandler(_handler: unknown): void {},
    setPermissionCheckHandler(handler: PermissionCheck | null): void {
      permissionCheck = handler ?? (() => true);
    },
    setDevicePermissionHandler(_handler: unknown): void {},
    isSpellCheckerEnabled: (): boolean => spellCheckerEnabled,
    /** Chromium reads it when it starts. */
    setSpellCheckerEnabled(enable: boolean): void {
      spellCheckerEnabled = enable;
    },
    /** No dictionary is ever downloaded in the shell, whatever the address: its profile says so. */
    setSpellCheckerDictionaryDownloadURL(_url: string): void {},
    webRequest: exactly('WebRequest', {
      onBeforeRequest(listener: BeforeRequest): void {
        beforeRequest = listener;
      },
    }),
    protocol,

    /** Puts the session's rules on Chromium. `gate` is asked about every navigation. */
    async applyTo(context: BrowserContext, gate: Gate): Promise<void> {
      const allowed = permissions.filter((name) => permissionCheck(null, name, ''));
      await context.grantPermissions(allowed);
      await context.route('**/*', (route) => answer(route, gate));
    },
  };

  async function answer(route: Route, gate: Gate): Promise<void> {
    const request = route.request();
    const url = protocol.toScheme(request.url());
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      // A page opened by a page gets nothing but an ending: playwright shows it to its window once it has loaded something.
      if (!frame) return route.fulfill({ status: 200, body: '' });
      const isMainFrame = frame.parentFrame() === null;
      if (!gate(frame.page(), url, isMainFrame)) return route.abort('aborted');
    }
    if (await isCancelled(url, request.method(), request.resourceType())) {
      return route.abort('blockedbyclient');
    }
    const response = await protocol.answer({
      address: request.url(),
      method: request.method(),
      headers: request.headers(),
      body: request.postDataBuffer(),
    });
    if (!response) return route.continue();
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  return exactly('Session.prototype', Object.assign(emitter, methods));
}

/** The frame that navigates; null for a page so new that it has none, which is one that a page opened. */
function frameOf(request: BrowserRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** What a page can ask for, by Chromium's names. */
const permissions = [
  'camera',
  'microphone',
  'geolocation',
  'notifications',
  'midi',
  'clipboard-read',
  'storage-access',
];
