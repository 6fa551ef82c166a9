import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Data } from 'resedit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeIcons } from '#package/icons/makeIcons.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pngSize = (bytes: Buffer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

it('one SVG makes the icon of every system', async () => {
  const icons = await makeIcons('resources/icons/longhand.svg', folder);

  for (const [size, path] of icons.pngs) expect(pngSize(readFileSync(path))).toEqual([size, size]);
  const ico = readFileSync(icons.ico);
  const { icons: images } = Data.IconFile.from(ico);
  expect(images.map(({ width }) => width || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);

  const icns = readFileSync(icons.icns);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const image = icns.subarray(at + 8);
    found.set(icns.toString('latin1', at, at + 4), pngSize(image)[0]!);
  }
  expect(Object.fromEntries(found)).toMatchObject({ icp4: 16, ic11: 32, ic09: 512, ic10: 1024 });
  expect(found.size).toBe(10);
});

it('what is no square drawing is refused in a sentence', async () => {
  const draw = (svg: string) => {
    writeFileSync(join(folder, 'icon.svg'), svg);
    return makeIcons(join(folder, 'icon.svg'), join(folder, 'wrong'));
  };
  await expect(draw('no drawing')).rejects.toThrow('The icon is no SVG that can be drawn');
  await expect(
    draw('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>'),
  ).rejects.toThrow('systems want a square');
});
