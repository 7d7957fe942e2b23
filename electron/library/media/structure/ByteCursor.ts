/** Reads big-endian numbers and texts one after the other. RangeError at the end of the bytes. */
export class ByteCursor {
  constructor(
    private readonly bytes: Buffer,
    /** Where the next read begins. */
    public at = 0,
    private readonly end = bytes.length,
  ) {}

  #take(length: number): number {
    const from = this.at;
    if (from + length > this.end) throw new RangeError('The box ends before what it should hold.');
    this.at += length;
    return from;
  }

  u8(): number {
    return this.bytes.readUInt8(this.#take(1));
  }

  u16(): number {
    return this.bytes.readUInt16BE(this.#take(2));
  }

  u32(): number {
    return this.bytes.readUInt32BE(this.#take(4));
  }

  /** A number of `length` bytes, 0 to 8; none is 0. */
  uint(length: number): number {
    let value = 0;
    for (let index = 0; index < length; index += 1) value = value * 256 + this.u8();
    return value;
  }

  text(length: number): string {
    const from = this.#take(length);
    return this.bytes.toString('latin1', from, from + length);
  }

  /** A text that ends in NUL, or with the bytes. */
  cText(): string {
    const found = this.bytes.subarray(this.at, this.end).indexOf(0);
    const text = this.text(found < 0 ? this.end - this.at : found);
    if (found >= 0) this.at += 1;
    return text;
  }

  /** The version and flags that begin a `FullBox`. */
  fullBox(): { readonly version: number; readonly flags: number } {
    return { version: this.u8(), flags: this.uint(3) };
  }

  /** The boxes from here on, by type, each with a cursor over its contents. Ends at the first that is not whole. */
  *boxes(): Generator<readonly [type: string, box: ByteCursor]> {
    while (this.at + 8 <= this.end) {
      const start = this.at;
      const size = this.u32() || this.end - start;
      const type = this.text(4);
      if (size < 8 || start + size > this.end) return;
      yield [type, new ByteCursor(this.bytes, this.at, start + size)];
      this.at = start + size;
    }
  }
}
