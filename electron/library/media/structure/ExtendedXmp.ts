import { MAX_BLOCK_BYTES } from './PictureStructure.ts';

const PREFIX = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
const GUID_LENGTH = 32;

/**
 * The parts of an XMP packet that was too long for one segment of a JPEG: each has the packet's digest, the length of the
 * whole and where it belongs (XMP part 3, §1.1.3.1).
 */
export class ExtendedXmp {
  readonly #packets = new Map<string, { readonly bytes: Buffer; filled: number }>();

  /** Takes an APP1 segment, if it is such a part. */
  take(segment: Buffer): void {
    const at = PREFIX.length + GUID_LENGTH;
    if (!segment.subarray(0, PREFIX.length).equals(PREFIX) || segment.length < at + 8) return;
    const guid = segment.toString('latin1', PREFIX.length, at);
    const length = segment.readUInt32BE(at);
    const offset = segment.readUInt32BE(at + 4);
    const part = segment.subarray(at + 8);
    if (length > MAX_BLOCK_BYTES || offset + part.length > length) return;
    const packet = this.#packets.get(guid) ?? { bytes: Buffer.alloc(length), filled: 0 };
    if (packet.bytes.length !== length || this.#packets.size > 4) return;
    part.copy(packet.bytes, offset);
    packet.filled += part.length;
    this.#packets.set(guid, packet);
  }

  /** The whole packet that `main` points to; null when it points to none, or one that is not whole. */
  packet(main: Buffer | null): Buffer | null {
    for (const [guid, { bytes, filled }] of this.#packets)
      if (filled >= bytes.length && main?.includes(guid)) return bytes;
    return null;
  }
}
