// Electron's fuses sit in its binary as: a fixed sentinel, a version byte, a count, then one byte ('0' off, '1' on) per fuse.
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
const WIRE_VERSION = 1;
const OFF = 0x30;
const ON = 0x31;

/** The fuses we touch, by their place on the wire. */
export const Fuse = Object.freeze({ nodeCliInspectArguments: 3, loadBrowserProcessSpecificV8Snapshot: 6 });

/**
 * Sets fuses in an Electron binary, in place.
 * @param {Buffer} binary
 * @param {Record<number, boolean>} settings fuse place → on or off
 * @throws {Error} if there is no wire, more than one, one of a version we do not know, or a fuse is missing or removed
 */
export function writeFuses(binary, settings) {
  const start = binary.indexOf(SENTINEL);
  if (start < 0) throw new Error('no fuse wire in this binary');
  if (binary.indexOf(SENTINEL, start + 1) >= 0) throw new Error('more than one fuse wire in this binary');
  const wire = start + SENTINEL.length;
  if (binary[wire] !== WIRE_VERSION) throw new Error(`unknown fuse wire version ${binary[wire]}`);
  const count = binary[wire + 1] ?? 0;
  for (const [key, on] of Object.entries(settings)) {
    const place = Number(key);
    const at = wire + 2 + place;
    const now = binary[at];
    if (place >= count || (now !== OFF && now !== ON)) throw new Error(`fuse ${place} is not on this wire`);
    binary[at] = on ? ON : OFF;
  }
}
