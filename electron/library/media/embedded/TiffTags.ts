/** A directory's values by tag, and where the next directory lies (0: nowhere). */
export interface TiffDirectory {
  readonly values: ReadonlyMap<number, TiffValue>;
  readonly next: number;
}

/** One value of a TIFF directory: of which type, how many, and where its entry lies. */
interface TiffValue {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

const MOST_VALUES = 1000;
const NOWHERE: TiffDirectory = { values: new Map(), next: 0 };
const TYPE = { short: 3, long: 4, ifd: 13 } as const;
/** Bytes of one value of each type (TIFF 6.0, §2; EXIF 3.0 adds UTF-8). */
const SIZES: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1 },
};

/** The tags of a TIFF structure, as far as it can be followed; what is broken in it counts as not there. */
export class TiffTags {
  readonly #bytes: Buffer;
  readonly #isLittle: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#isLittle = this.#bytes.toString('latin1', 0, 2) === 'II';
  }

  /** The directory all others hang on. */
  first(): TiffDirectory {
    return /^(?:II|MM)/.test(this.#bytes.toString('latin1', 0, 2)) ? this.directory(this.#u32(4)) : NOWHERE;
  }

  /** The directory at an offset; empty where there is none. */
  directory(offset: number): TiffDirectory {
    if (offset < 8) return NOWHERE;
    const values = new Map<number, TiffValue>();
    const count = this.#u16(offset);
    for (let index = 0; index < Math.min(count, MOST_VALUES); index += 1) {
      const at = offset + 2 + index * 12;
      if (at + 12 > this.#bytes.length) break;
      values.set(this.#u16(at), { type: this.#u16(at + 2), count: this.#u32(at + 4), at });
    }
    return { values, next: this.#u32(offset + 2 + count * 12) };
  }

  /** The directory that a value points to. */
  pointedBy(from: TiffDirectory, tag: number): TiffDirectory {
    const value = from.values.get(tag);
    return value?.type === TYPE.long || value?.type === TYPE.ifd ? this.directory(this.#u32(value.at + 8)) : NOWHERE;
  }

  /** The bytes of a value as they stand; null where there are none. */
  bytes(from: TiffDirectory, tag: number): Buffer | null {
    const value = from.values.get(tag);
    const length = value ? value.count * (SIZES[value.type] ?? 0) : 0;
    if (!value || length === 0) return null;
    const at = length <= 4 ? value.at + 8 : this.#u32(value.at + 8);
    return at + length > this.#bytes.length ? null : this.#bytes.subarray(at, at + length);
  }

  /** A whole number; null where there is none. */
  number(from: TiffDirectory, tag: number): number | null {
    const value = from.values.get(tag);
    if (value?.type === TYPE.short) return this.#u16(value.at + 8);
    return value?.type === TYPE.long ? this.#u32(value.at + 8) : null;
  }

  /** Three rationals, as degrees, minutes and seconds are written; null where there are not three. */
  threeRationals(from: TiffDirectory, tag: number): readonly [number, number, number] | null {
    const value = from.values.get(tag);
    if (value?.count !== 3 || this.bytes(from, tag)?.length !== 24) return null;
    const at = this.#u32(value.at + 8);
    const ratio = (offset: number) => this.#u32(offset) / (this.#u32(offset + 4) || 1);
    return [ratio(at), ratio(at + 8), ratio(at + 16)];
  }

  #u16(at: number): number {
    if (at + 2 > this.#bytes.length) return 0;
    return this.#isLittle ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt16BE(at);
  }

  #u32(at: number): number {
    if (at + 4 > this.#bytes.length) return 0;
    return this.#isLittle ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }
}
