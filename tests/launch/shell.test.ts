import { describe, expect, it } from 'vitest';
import { readAccelerator } from '#launch/shell/accelerator.ts';
import { createShell } from '#launch/shell/createShell.ts';
import { optionsFromAddress, optionsToAddress } from '#launch/shell/options.ts';
import { createProtocol } from '#launch/shell/protocol.ts';

const options = {
  chromium: '/nowhere/chromium',
  headless: true,
  project: '/project',
  packaged: false,
  name: 'Longhand',
  version: '1.2.3',
};
const missing = (object: object, key: string) => () => (object as Record<string, unknown>)[key];

describe('what the Chromium shell does not have', () => {
  const shell = createShell(options);

  it('throws by name instead of giving undefined', () => {
    expect(missing(shell.app, 'dock')).toThrow('the Chromium shell has no app.dock');
    expect(missing(shell.dialog, 'showCertificateTrustDialog')).toThrow(
      'the Chromium shell has no dialog.showCertificateTrustDialog',
    );
    expect(missing(shell.BrowserWindow, 'addExtension')).toThrow(
      'the Chromium shell has no BrowserWindow.addExtension',
    );
    expect(missing(shell.session, 'fromPath')).toThrow(
      'the Chromium shell has no session.fromPath',
    );
  });

  it('throws for an event that would never come', () => {
    expect(() => shell.app.on('gpu-info-update', () => {})).toThrow(
      "the Chromium shell has no event 'gpu-info-update' on app",
    );
  });

  it('throws for a role it cannot carry out', () => {
    const menu = shell.Menu.buildFromTemplate([{ id: 'speech', role: 'startSpeaking' }]);
    expect(() => menu.getMenuItemById('speech')?.click()).toThrow(
      "the Chromium shell cannot do the role 'startSpeaking'",
    );
  });
});

it('carries its options in the address of its module', () => {
  const address = optionsToAddress(new URL('file:///shell/electron.ts'), options);
  expect(optionsFromAddress(address)).toEqual(options);
});

describe('own schemes', () => {
  const protocol = createProtocol();
  protocol.handle('longhand', (request) => new Response(request.url));

  it('reach Chromium as https and come back as they were', () => {
    const inChromium = protocol.toChromium('longhand://studio/a/b.js?c#d');
    expect(inChromium).toBe('https://studio.longhand.invalid/a/b.js?c#d');
    expect(protocol.toScheme(inChromium)).toBe('longhand://studio/a/b.js?c#d');
    expect(protocol.originOf(inChromium)).toBe('longhand://studio');
  });

  it('are not confused with other addresses', () => {
    expect(protocol.toScheme('https://studio.longhand.invalid.example/a')).toBe(
      'https://studio.longhand.invalid.example/a',
    );
    expect(protocol.originOf('https://example.com/a')).toBe('https://example.com');
    expect(protocol.originOf('about:srcdoc')).toBe('null');
  });

  it('are answered by their handler, and only they', async () => {
    const request = { method: 'GET', headers: {}, body: null };
    const own = { ...request, address: 'https://studio.longhand.invalid/a' };
    expect(await (await protocol.answer(own))?.text()).toBe('longhand://studio/a');
    const foreign = { ...request, address: 'https://example.com/a' };
    expect(await protocol.answer(foreign)).toBe(null);
  });
});

describe('menu keys', () => {
  it('are read as a page compares them', () => {
    const isMac = process.platform === 'darwin';
    expect(readAccelerator('CmdOrCtrl+Shift+K')).toEqual({
      key: 'k',
      code: 'KeyK',
      ctrl: !isMac,
      meta: isMac,
      alt: false,
      shift: true,
    });
  });

  it('that nobody knows are refused', () => {
    expect(() => readAccelerator('CmdOrCtrl+Knob')).toThrow("no key 'Knob'");
    expect(() => readAccelerator('Hyper+K')).toThrow("no modifier 'Hyper'");
  });
});
