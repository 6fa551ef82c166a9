import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPng } from './drawPng.ts';
import { icnsFile, icnsSizes } from './icnsFile.ts';
import { icoFile } from './icoFile.ts';

/** The studio's icon as each system wants it, made from one SVG. */
export interface Icons {
  readonly ico: string;
  readonly icns: string;
  readonly svg: string;
  /** PNG files by their size in pixels, for Linux desktops. */
  readonly pngs: ReadonlyMap<number, string>;
}

export async function makeIcons(svg: string, folder: string): Promise<Icons> {
  mkdirSync(folder, { recursive: true });
  const source = readFileSync(svg, 'utf8');
  const images = new Map<number, Buffer>();
  for (const size of new Set([...icoSizes, ...linuxSizes, ...icnsSizes])) {
    images.set(size, await drawPng(source, size));
  }
  const write = (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const ofSize = (size: number): [number, Buffer] => [size, images.get(size)!];
  return {
    svg,
    ico: write('longhand.ico', icoFile(new Map(icoSizes.map(ofSize)))),
    icns: write('longhand.icns', icnsFile(images)),
    pngs: new Map(
      linuxSizes.map((size) => [size, write(`longhand-${size}.png`, images.get(size)!)]),
    ),
  };
}

const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linuxSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512];
