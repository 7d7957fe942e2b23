import type { EmbeddedMetadata } from './asset.ts';

/** What a file says of who owns it and how it may be used; absent means not said. */
export interface PictureRights {
  readonly copyright?: string;
  readonly usageTerms?: string;
}

/** The rights of a file, of all it says the part that has to travel with it. */
export function pictureRights({ copyright, usageTerms }: EmbeddedMetadata): PictureRights {
  return { ...(copyright !== undefined && { copyright }), ...(usageTerms !== undefined && { usageTerms }) };
}
