import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changesOf, productVersion } from '#package/productVersion.ts';

const changelog =
  '# Changelog\n\n## 0.3.0\n\nWords.\n\n- **Bold** `code`\n  goes on.\n\n## 0.2.0\n\n- Old.\n';

it('package.json has the newest version of the changelog', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(productVersion(version, readFileSync('CHANGELOG.md', 'utf8'))).toBe(version);
});

it('another version than the changelog’s newest is refused, and so is one that cannot be ordered', () => {
  expect(() => productVersion('0.2.0', changelog)).toThrow(
    'package.json says version 0.2.0, and the newest in CHANGELOG.md is 0.3.0.',
  );
  expect(() => productVersion('0.3.0-beta', changelog)).toThrow('Write it as 1.2.3.');
  expect(() => productVersion('0.3.0', '# Changelog\n')).toThrow('is none');
});

it('what changed is told in plain text', () => {
  expect(changesOf('0.3.0', changelog)).toEqual(['Words.', 'Bold code goes on.']);
});
