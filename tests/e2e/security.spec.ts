import { expect, test } from '../support/test.ts';

test('the page has the contract’s functions and nothing of Node’s or Electron’s', async ({
  studio,
}) => {
  const found = await studio.page.evaluate(() =>
    ['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  expect(await studio.page.evaluate(() => Object.isFrozen(window.studio))).toBe(true);
});

test('no permission is granted', async ({ studio }) => {
  const states = await studio.page.evaluate(() =>
    Promise.all(
      ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the window goes nowhere else, whatever the page tries', async ({ studio }) => {
  const { page } = studio;
  const home = page.url();
  await page.evaluate(() => {
    (window as unknown as { stayed: boolean }).stayed = true;
  });
  for (const address of ['https://example.com/', 'http://localhost:9/', 'index.html?again']) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.waitForTimeout(200);
  }
  expect(page.url()).toBe(home);
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
});

test('no second window opens', async ({ studio }) => {
  const { page } = studio;
  for (const address of ['https://example.com/', 'about:blank', 'index.html']) {
    await page.evaluate((to) => void window.open(to), address);
  }
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test('nothing is fetched from a network', async ({ studio }) => {
  const refused = await studio.page.evaluate(async () => {
    const image = new Image();
    const imageFailed = new Promise((resolve) => {
      image.onerror = () => resolve('image');
      image.onload = () => resolve('image loaded');
    });
    image.src = 'https://example.com/beacon.png';
    const fetched = fetch('https://example.com/').then(
      () => 'fetched',
      () => 'fetch',
    );
    return Promise.all([imageFailed, fetched]);
  });
  expect(refused).toEqual(['image', 'fetch']);
});

test('no script runs that did not come with the studio', async ({ studio }) => {
  const ran = await studio.page.evaluate(async () => {
    const marks = window as unknown as Record<string, boolean>;
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.body.append(inline);
    const host = document.createElement('div');
    host.innerHTML = '<img src="data:," onerror="window.ranHandler = true">';
    document.body.append(host);
    const link = document.createElement('a');
    link.href = 'javascript:void(window.ranLink = true)';
    document.body.append(link);
    link.click();
    const data = document.createElement('script');
    data.src = 'data:text/javascript,window.ranData = true';
    document.body.append(data);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const element of [inline, host, link, data]) element.remove();
    return ['ranInline', 'ranHandler', 'ranLink', 'ranData'].filter((name) => marks[name]);
  });
  expect(ran).toEqual([]);
});

test('code is not made from strings', async ({ studio }) => {
  // From a script of the page's own: what a test evaluates is outside the page's policy.
  const message = await studio.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        });
        setTimeout('window.ranString = true', 0);
        setTimeout(() => resolve('none'), 1_000);
      }),
  );
  expect(message).toBe('script-src');
});

test('only web and mail links are handed to the system', async ({ studio }) => {
  const open = (url: string) => studio.page.evaluate((to) => window.studio['link.open'](to), url);
  expect((await open('https://example.com/a')).ok).toBe(true);
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'C:\\x']) {
    expect(await open(url)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
  expect(await studio.opened()).toEqual(['https://example.com/a']);
});

test('files outside the window’s folder are not served', async ({ studio }) => {
  const statuses = await studio.page.evaluate(() =>
    Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e/main/index.js', '/etc/passwd'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(statuses.every((status) => status >= 400)).toBe(true);
});
