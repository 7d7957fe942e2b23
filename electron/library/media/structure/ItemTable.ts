import { ByteCursor } from './ByteCursor.ts';

/** Where an item's bytes lie in the file, in order. */
export interface ItemPlace {
  readonly extents: readonly { readonly offset: number; readonly length: number }[];
}

interface ItemInfo {
  readonly id: number;
  readonly type: string;
  readonly contentType: string;
}

type Property =
  | { readonly kind: 'extents'; readonly width: number; readonly height: number }
  | { readonly kind: 'rotation'; readonly quarterTurns: number }
  | { readonly kind: 'other' };

/** No picture has more; what claims to have is made to keep a reader busy. */
const MAX_ENTRIES = 10_000;

/** The items of a `meta` box: which they are, where they lie, how large they are shown (ISO/IEC 14496-12 §8.11). */
export class ItemTable {
  #primary: number | null = null;
  readonly #infos: ItemInfo[] = [];
  readonly #places = new Map<number, ItemPlace>();
  readonly #properties: Property[] = [];
  /** Item to numbers of properties, which count from 1. */
  readonly #associations = new Map<number, number[]>();

  /**
   * `meta` is the contents of the box and `start` where they begin in the file. Boxes that cannot be read are left out;
   * RangeError when one says more than it holds.
   */
  constructor(meta: Buffer, start: number) {
    const boxes = new Map<string, ByteCursor>();
    for (const [type, box] of new ByteCursor(meta, 4).boxes()) if (!boxes.has(type)) boxes.set(type, box);
    const read = (type: string, work: (box: ByteCursor) => void) => {
      const box = boxes.get(type);
      if (box) work(box);
    };
    read('pitm', (box) => (this.#primary = box.fullBox().version === 0 ? box.u16() : box.u32()));
    read('iinf', (box) => this.#readInfos(box));
    const data = boxes.get('idat');
    read('iloc', (box) => this.#readPlaces(box, data ? start + data.at : null));
    read('iprp', (box) => this.#readProperties(box));
  }

  /** The place of the first item of a type; for `mime` items also of a content type. */
  find(type: string, contentType: string): ItemPlace | undefined {
    const info = this.#infos.find((item) => item.type === type && item.contentType === contentType);
    return info && this.#places.get(info.id);
  }

  /** Where the primary picture's bytes lie; no extents for one put together of others. */
  primaryPlace(): ItemPlace | undefined {
    return this.#primary === null ? undefined : this.#places.get(this.#primary);
  }

  /** The primary picture's sides in pixels as shown, or null. */
  primarySize(): { readonly width: number; readonly height: number } | null {
    const numbers = (this.#primary !== null && this.#associations.get(this.#primary)) || [];
    let size: { readonly width: number; readonly height: number } | null = null;
    let quarterTurns = 0;
    for (const number of numbers) {
      const property = this.#properties[number - 1];
      if (property?.kind === 'extents') size = { width: property.width, height: property.height };
      if (property?.kind === 'rotation') quarterTurns += property.quarterTurns;
    }
    if (!size || size.width === 0 || size.height === 0) return null;
    return quarterTurns % 2 === 0 ? size : { width: size.height, height: size.width };
  }

  #readInfos(box: ByteCursor): void {
    const count = box.fullBox().version === 0 ? box.u16() : box.u32();
    for (const [type, entry] of box.boxes()) {
      if (type !== 'infe' || this.#infos.length >= Math.min(count, MAX_ENTRIES)) break;
      const { version } = entry.fullBox();
      if (version < 2) continue;
      const id = version === 2 ? entry.u16() : entry.u32();
      entry.u16(); // protection
      const itemType = entry.text(4);
      entry.cText(); // name
      this.#infos.push({ id, type: itemType, contentType: itemType === 'mime' ? entry.cText() : '' });
    }
  }

  #readPlaces(box: ByteCursor, dataStart: number | null): void {
    const { version } = box.fullBox();
    const sizes = box.u16();
    const [offsetSize, lengthSize, baseSize] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
    const indexSize = version > 0 ? sizes & 15 : 0;
    const count = Math.min(version < 2 ? box.u16() : box.u32(), MAX_ENTRIES);
    // Extents may be declared to take no bytes at all, so the box's own length does not bound them.
    let left = MAX_ENTRIES;
    for (let item = 0; item < count; item += 1) {
      const id = version < 2 ? box.u16() : box.u32();
      const method = version > 0 ? box.u16() & 15 : 0;
      box.u16(); // data reference: this file
      const base = box.uint(baseSize);
      const extents: { offset: number; length: number }[] = [];
      const extentCount = Math.min(box.u16(), left);
      left -= extentCount;
      for (let index = 0; index < extentCount; index += 1) {
        box.uint(indexSize);
        const offset = base + box.uint(offsetSize);
        extents.push({ offset: method === 1 ? (dataStart ?? 0) + offset : offset, length: box.uint(lengthSize) });
      }
      // Method 2 is an offset into other items, which no metadata uses.
      if (method === 0 || (method === 1 && dataStart !== null)) this.#places.set(id, { extents });
    }
  }

  #readProperties(box: ByteCursor): void {
    for (const [type, part] of box.boxes()) {
      if (type === 'ipco') this.#readContainer(part);
      if (type === 'ipma') this.#readAssociations(part);
    }
  }

  #readContainer(box: ByteCursor): void {
    for (const [type, part] of box.boxes()) {
      if (this.#properties.length >= MAX_ENTRIES) return;
      if (type === 'ispe') {
        part.fullBox();
        this.#properties.push({ kind: 'extents', width: part.u32(), height: part.u32() });
      } else if (type === 'irot') this.#properties.push({ kind: 'rotation', quarterTurns: part.u8() & 3 });
      else this.#properties.push({ kind: 'other' });
    }
  }

  #readAssociations(box: ByteCursor): void {
    const { version, flags } = box.fullBox();
    const count = Math.min(box.u32(), MAX_ENTRIES);
    for (let item = 0; item < count; item += 1) {
      const id = version < 1 ? box.u16() : box.u32();
      const own = this.#associations.get(id) ?? [];
      const associations = box.u8();
      // The highest bit says that the property is essential.
      for (let index = 0; index < associations; index += 1)
        own.push((flags & 1) === 1 ? box.u16() & 0x7fff : box.u8() & 0x7f);
      this.#associations.set(id, own);
    }
  }
}
