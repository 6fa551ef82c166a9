import { describe, expect, it } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import { outsideAddress } from '#main/outsideAddress.ts';

describe('a link that leaves the studio', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['http://example.com', 'http://example.com/'],
    ['mailto:writer@example.com', 'mailto:writer@example.com'],
  ])('is opened as it was parsed: %s', (address, opened) => {
    expect(outsideAddress(address)).toBe(opened);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'smb://server/share',
    '\\\\server\\share',
    'longhand://studio/index.html',
    'ms-msdt:/id',
    'vscode://file/etc/passwd',
    'https://user:password@example.com/',
    'example.com',
    '',
  ])('is refused: %s', (address) => {
    expect(() => outsideAddress(address)).toThrow(StudioError);
  });
});
