import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFromFolder } from '#main/answerFromFolder.ts';

let parent: string;
let ask: (path: string, method?: string) => Promise<Response>;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'longhand-'));
  const folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.json'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<title>Longhand</title>');
  writeFileSync(join(folder, 'drawing.js'), '');
  writeFileSync(join(folder, 'assets/index-a_B1.js'), 'export {};');
  writeFileSync(join(folder, 'library.sqlite'), 'essays');
  symlinkSync(join(parent, 'secret.json'), join(folder, 'link.json'));
  const answer = answerFromFolder(folder);
  ask = (path, method = 'GET') => answer(new Request(`longhand://studio${path}`, { method }));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('the studio’s own scheme', () => {
  it('serves the window and what it is made of, each with its type', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<title>Longhand</title>');
    const script = await ask('/assets/index-a_B1.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '//etc/passwd',
    '/secret.json%00.html',
    '/c:/windows/win.ini',
    '/link.json',
    '/%',
  ])('gives nothing from outside its folder for %s', async (path) => {
    const response = await ask(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toBe('');
  });

  it('lets no page of another origin have anything of it, but for what runs in a frame that has none', async () => {
    const policy = async (path: string) =>
      (await ask(path)).headers.get('cross-origin-resource-policy');
    expect(await policy('/assets/index-a_B1.js')).toBe('same-origin');
    expect(await policy('/drawing.js')).toBe('cross-origin');
  });

  it('serves only the kinds of file a window is made of', async () => {
    expect((await ask('/library.sqlite')).status).toBe(403);
  });

  it('answers no other host and no other method', async () => {
    const answer = answerFromFolder(join(parent, 'renderer'));
    expect((await answer(new Request('longhand://elsewhere/index.html'))).status).toBe(404);
    expect((await ask('/', 'POST')).status).toBe(405);
  });

  it.each(['/', '/missing.js', '/..%2fsecret.json'])(
    'sends the policy with every answer, also %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});
