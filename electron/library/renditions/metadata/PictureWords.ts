import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';

/** Where a picture was taken, in degrees; north and east count up. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Everything that is written into a rendition; absent means not said. */
export interface PictureWords extends Readonly<Omit<EmbeddedMetadata, 'hasLocation'>> {
  readonly place?: Coordinates | undefined;
}

/** Names joined by commas one by one, where each is of several words: `Raza, Ayesha` is one person. */
export function splitNames(names: string): string[] {
  const parts = names.split(/\s*,\s+/);
  return parts.every((part) => /\S\s+\S/.test(part)) ? parts : [names];
}
