import { describe, expect, it } from 'vitest';
import { chooseEngine, type Facts } from '#launch/chooseEngine.ts';

const nothingHere: Facts = {
  headless: false,
  wanted: undefined,
  hasDisplay: true,
  electron: () => null,
  download: async () => null,
  chromium: () => null,
};

describe('choosing what the studio starts in', () => {
  it('takes Electron when its binary is here, and does not try to download it', async () => {
    const engine = await chooseEngine({
      ...nothingHere,
      electron: () => '/electron',
      download: () => Promise.reject(new Error('nothing to download')),
      chromium: () => '/chromium',
    });
    expect(engine).toEqual({ kind: 'electron', path: '/electron', why: 'Starting in Electron.' });
  });

  it('takes Electron when it could be downloaded', async () => {
    const engine = await chooseEngine({
      ...nothingHere,
      download: async () => '/downloaded',
      chromium: () => '/chromium',
    });
    expect(engine).toMatchObject({ kind: 'electron', path: '/downloaded' });
  });

  it('takes Chromium otherwise, and says in one line which and why', async () => {
    const engine = await chooseEngine({ ...nothingHere, chromium: () => '/usr/bin/chromium' });
    expect(engine).toMatchObject({ kind: 'chromium', path: '/usr/bin/chromium' });
    expect(engine.why).toBe(
      "Starting in the Chromium shell (/usr/bin/chromium): Electron's binary is not here and cannot be downloaded.",
    );
  });

  it('takes Chromium without a display, because Electron has no headless mode', async () => {
    const engine = await chooseEngine({
      ...nothingHere,
      headless: true,
      hasDisplay: false,
      electron: () => '/electron',
      chromium: () => '/chromium',
    });
    expect(engine.kind).toBe('chromium');
    expect(engine.why).toContain('Electron has no headless mode');
  });

  it('says what to do when there is no display', async () => {
    const engine = await chooseEngine({
      ...nothingHere,
      hasDisplay: false,
      electron: () => '/electron',
    });
    expect(engine.kind).toBe('none');
    expect(engine.why).toContain('npm run demo');
    expect(engine.why).toContain('xvfb-run npm start');
  });

  it('says how to install a browser when there is none', async () => {
    const engine = await chooseEngine(nothingHere);
    expect(engine.kind).toBe('none');
    expect(engine.why).toContain('apt install chromium');
    expect(engine.why).toContain('CHROMIUM_PATH');
  });

  it('keeps to the engine that is asked for', async () => {
    const both = { ...nothingHere, electron: () => '/electron', chromium: () => '/chromium' };
    expect((await chooseEngine({ ...both, wanted: 'chromium' })).kind).toBe('chromium');
    const noElectron = { ...both, electron: () => null, wanted: 'electron' };
    expect((await chooseEngine(noElectron)).kind).toBe('none');
  });
});
