import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PackagingError } from '../packagingError.ts';

let ready: Promise<void> | null = null;

/** An SVG drawn as a square PNG of `size` pixels; the same bytes on every system. Throws for what is no square SVG. */
export async function drawPng(svg: string, size: number): Promise<Buffer> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= readFile(wasm).then((bytes) => initWasm(bytes));
  await ready;
  const drawing = readDrawing(svg, size);
  if (drawing.width !== drawing.height) {
    throw new PackagingError(
      `The icon is ${drawing.width} wide and ${drawing.height} high; systems want a square.`,
    );
  }
  return Buffer.from(drawing.render().asPng());
}

function readDrawing(svg: string, size: number) {
  try {
    return new Resvg(svg, {
      fitTo: { mode: 'width', value: size },
      font: { loadSystemFonts: false },
    });
  } catch (cause) {
    throw new PackagingError(`The icon is no SVG that can be drawn: ${String(cause)}.`, { cause });
  }
}
