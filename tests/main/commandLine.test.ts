import { expect, it } from 'vitest';
import { readCommandLine } from '#main/commandLine.ts';

const unpackaged = { packaged: false, folder: '/home/writer' };
const packaged = { packaged: true, folder: '/home/writer' };

it('reads the library, the settings and the files, relative to where it was started', () => {
  const argv = ['electron', '.', '--library', 'a.longhand', '--settings=/tmp/s', 'one.md', '/b'];
  expect(readCommandLine(argv, unpackaged)).toEqual({
    library: '/home/writer/a.longhand',
    settings: '/tmp/s',
    files: ['/home/writer/one.md', '/b'],
  });
});

it('reads a package’s command line from its second word on', () => {
  expect(readCommandLine(['/opt/Longhand', 'one.md'], packaged).files).toEqual([
    '/home/writer/one.md',
  ]);
});

it('passes over the engine’s own switches, before the program’s folder and after', () => {
  const argv = [
    'electron',
    '--no-sandbox',
    '/checkout',
    '--headless',
    '--ozone-platform=x11',
    'a.md',
  ];
  expect(readCommandLine(argv, unpackaged)).toEqual({
    library: null,
    settings: null,
    files: ['/home/writer/a.md'],
  });
});

it('does not take a switch without its value for a library', () => {
  expect(readCommandLine(['electron', '.', '--library'], unpackaged).library).toBe(null);
});
