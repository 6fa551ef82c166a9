/** A macOS icon of PNG images by their size in pixels: those of `icnsSizes`. */
export function icnsFile(images: ReadonlyMap<number, Buffer>): Buffer {
  const elements = types.map(([type, size]) => {
    const png = images.get(size);
    if (!png) throw new Error(`an .icns needs an image of ${size} pixels`);
    return element(type, png);
  });
  return element('icns', Buffer.concat(elements));
}

/** Each image's type, and its pixels: twice its points for Retina displays. */
const types = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

export const icnsSizes: readonly number[] = [...new Set(types.map(([, size]) => size))];

function element(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
