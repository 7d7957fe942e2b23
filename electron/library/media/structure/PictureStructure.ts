/** Texts of a PNG by their keyword, such as `Author`. */
export type PngTexts = ReadonlyMap<string, string>;

/** Blocks of metadata as they lie in a picture, taken out of their containers. Absent or broken ones are null. */
export interface MetadataBlocks {
  /** A TIFF structure, from its byte order on. */
  readonly exif: Uint8Array | null;
  /** An XMP packet as it is written, UTF-8. */
  readonly xmp: Uint8Array | null;
  /** What did not fit into a JPEG's first packet: a second one (XMP part 3, §1.1.3.1). */
  readonly moreXmp?: Uint8Array | null;
  /** What a PNG's text chunks say under the keywords its standard knows. */
  readonly texts?: PngTexts;
  /** Photoshop's image resources (`8BIM`…), where IPTC-IIM lies. */
  readonly resources: Uint8Array | null;
}

/** What a picture's container says without decoding a pixel. */
export interface PictureStructure {
  /** In pixels as stored, before any EXIF orientation; both at least 1. */
  readonly width: number;
  readonly height: number;
  /** More than one frame: shown as it is, since a rendition would stand still. */
  readonly animated: boolean;
  /** Whether the EXIF orientation holds for this type; AVIF turns its pictures by means of its own. */
  readonly turnedByExif: boolean;
  readonly blocks: MetadataBlocks;
}

/**
 * Larger blocks are left unread. A caption's take 2 to 60 KB; reading one of this size takes some tenths of a second when
 * it is made to be hard to read, and nothing can be saved meanwhile.
 */
export const MAX_BLOCK_BYTES = 256 * 1024;
