import { expect, test } from 'vitest';
import { defaultLibraryPath } from '#library/defaultPath.ts';

test('the usual library is in the platform’s folder for a program’s data', () => {
  expect(defaultLibraryPath('linux', {}, '/home/ada')).toBe(
    '/home/ada/.config/Longhand/Library.longhand',
  );
  expect(defaultLibraryPath('linux', { XDG_CONFIG_HOME: '/data' }, '/home/ada')).toBe(
    '/data/Longhand/Library.longhand',
  );
  expect(defaultLibraryPath('linux', { XDG_CONFIG_HOME: 'data' }, '/home/ada')).toBe(
    '/home/ada/.config/Longhand/Library.longhand',
  );
  expect(defaultLibraryPath('darwin', {}, '/Users/ada')).toBe(
    '/Users/ada/Library/Application Support/Longhand/Library.longhand',
  );
  expect(defaultLibraryPath('win32', { APPDATA: 'C:\\Data' }, 'C:\\Users\\ada')).toBe(
    'C:\\Data\\Longhand\\Library.longhand',
  );
  expect(defaultLibraryPath('win32', {}, 'C:\\Users\\ada')).toBe(
    'C:\\Users\\ada\\AppData\\Roaming\\Longhand\\Library.longhand',
  );
});
