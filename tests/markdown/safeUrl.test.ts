import { describe, expect, test } from 'vitest';
import { safeImage, safeLink } from '#markdown/safeUrl.ts';

describe('a link may go', () => {
  test.each([
    ['to the web', 'https://a.example/b?c=d#e'],
    ['to the web in capitals', 'HTTP://A.EXAMPLE'],
    ['to a mailbox', 'mailto:a@b.example'],
    ['to a telephone', 'tel:+49123'],
    ['to a chat', 'xmpp:a@b.example'],
    ['to a place in the page', '#über-uns'],
    ['to a file beside it', 'b.md'],
    ['to a folder up', '../b/c.png?d#e'],
    ['to the top', '/b'],
    ['to a query', '?q=a:b'],
    ['to a path with a colon', 'a/b:c'],
    ['nowhere yet', ''],
  ])('%s', (_, href) => {
    expect(safeLink(href)).toBe(href);
  });
});

describe('a link may not go', () => {
  test.each([
    ['to a script', 'javascript:alert(1)'],
    ['to a script in mixed case', 'JaVaScRiPt:alert(1)'],
    ['to a script after spaces and controls', '\u0000\u0001 \tjavascript:alert(1)'],
    ['to a script with a TAB inside', 'java\tscript:alert(1)'],
    ['to a script with line breaks inside', 'java\r\nscript\n:alert(1)'],
    ['to a script with a control inside', 'java\u0001script:alert(1)'],
    ['to a script with a zero width space inside', 'java\u200bscript:alert(1)'],
    ['to a script once decoded', 'javascript%3Aalert(1)'],
    ['to a script with an encoded line break', 'java%0d%0ascript:alert(1)'],
    ['to a script of Visual Basic', 'vbscript:x'],
    ['to data', 'data:text/html,x'],
    ['to data of an image', 'data:image/png;base64,AAAA'],
    ['to a file', 'file:///etc/passwd'],
    ['to a drive', 'C:\\x'],
    ['to another machine', '\\\\host\\share'],
    ['to another machine by slashes', '//host/share'],
    ['to another machine by both', '/\\host'],
    ['to another machine after a line break', '/\n/host'],
    ['to a program', 'ms-msdt:/id'],
    ["to the studio's own files", 'longhand://studio/x'],
    ['to a blob', 'blob:https://a/b'],
    ['to a command', 'command:x'],
  ])('%s', (_, href) => {
    expect(safeLink(href)).toBeNull();
  });
});

test('what a browser drops from an address is dropped', () => {
  expect(safeLink(' https://a.example/\n\tb ')).toBe('https://a.example/b');
});

test('an image is a bitmap in base64', () => {
  expect(safeImage('data:image/png;base64,iVBORw0=')).toBe('data:image/png;base64,iVBORw0=');
  expect(safeImage(' data:image/WebP;base64,\nAA AA')).toBe('data:image/WebP;base64,AAAA');
  for (const refused of [
    'data:image/svg+xml;base64,AAAA',
    'data:image/png,<script>',
    'data:image/png;base64,AAAA" onerror="x',
    'data:text/html;base64,AAAA',
    'https://a.example/b.png',
    'b.png',
    '',
  ]) {
    expect(safeImage(refused)).toBeNull();
  }
});
