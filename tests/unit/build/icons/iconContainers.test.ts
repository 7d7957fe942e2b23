import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from '../../../../build/icons/iconContainers.mjs';

const images = [16, 256].map((size) => ({ size, png: Buffer.from(`png of ${size}`) }));

describe('toIco', () => {
  it('lists each image with its side, place and length', () => {
    const ico = toIco(images);
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2]);
    const entries = [6, 22].map((at) => {
      const offset = ico.readUInt32LE(at + 12);
      return { side: ico.readUInt8(at), png: ico.toString('utf8', offset, offset + ico.readUInt32LE(at + 8)) };
    });
    expect(entries).toEqual([
      { side: 16, png: 'png of 16' },
      { side: 0, png: 'png of 256' },
    ]);
  });
});

describe('toIcns', () => {
  it('holds each size under every type that asks for it, and its own length', () => {
    const icns = toIcns(images);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.toString('latin1').match(/ic\d\d/g)).toEqual(['ic08', 'ic13']);
  });
});
