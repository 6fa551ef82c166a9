/** A Windows icon of PNG images by their size in pixels, as Windows has read them since Vista. */
export function icoFile(images: ReadonlyMap<number, Buffer>): Buffer {
  const entry = 16;
  const head = Buffer.alloc(6 + images.size * entry);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.size, 4);
  let at = 6;
  let offset = head.length;
  for (const [size, png] of images) {
    // One byte holds a side; 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    at += entry;
    offset += png.length;
  }
  return Buffer.concat([head, ...images.values()]);
}
