/** @typedef {{ size: number, png: Buffer }} IconImage a square PNG and its side in pixels */

/** The type codes under which macOS looks for a PNG of each side; some sizes serve twice (a small icon on a Retina screen). */
const ICNS_TYPES = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);
const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/**
 * Packs PNGs into a Windows icon. PNG entries are read since Windows Vista.
 * @param {readonly IconImage[]} images sides up to 256
 * @returns {Buffer}
 */
export function toIco(images) {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index;
    header.writeUInt8(size % 256, at); // 256 is written as 0
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * Packs PNGs into a macOS icon; sides macOS does not ask for are left out.
 * @param {readonly IconImage[]} images
 * @returns {Buffer}
 */
export function toIcns(images) {
  const blocks = images.flatMap(({ size, png }) => {
    return (ICNS_TYPES.get(size) ?? []).map((type) => Buffer.concat([icnsHead(type, png.length + 8), png]));
  });
  const body = Buffer.concat(blocks);
  return Buffer.concat([icnsHead('icns', body.length + 8), body]);
}

/** @param {string} type @param {number} length */
function icnsHead(type, length) {
  const head = Buffer.alloc(8, type, 'latin1');
  head.writeUInt32BE(length, 4);
  return head;
}
