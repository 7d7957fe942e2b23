import { z } from 'zod';
import { cropSchema, turnSchema } from '../story/block.ts';
import { WORD_FIELDS, type WordField } from './asset.ts';

/** The sizes a picture goes out in. */
export const RENDITION_SIZES = ['thumb', 'web', 'large'] as const;
export type RenditionSize = (typeof RENDITION_SIZES)[number];

/** Longest side of each size, in pixels. No picture is ever enlarged to it. */
export const RENDITION_EDGES: Readonly<Record<RenditionSize, number>> = { thumb: 480, web: 1600, large: 2560 };

/** How a rendition is coded. `jpeg` becomes PNG for a picture that is see-through, which JPEG cannot be. */
export const RENDITION_FORMATS = ['jpeg', 'webp'] as const;
export type RenditionFormat = (typeof RENDITION_FORMATS)[number];

/** What of a picture is shown: turned first, then cropped. */
export const pictureCutSchema = z.strictObject({ turn: turnSchema.optional(), crop: cropSchema.optional() });
export type PictureCut = z.infer<typeof pictureCutSchema>;

/** What a file may say that is nobody's business, in the order people are told of it. */
export const PRIVATE_KINDS = [
  'place',
  'serialNumbers',
  'ownerName',
  'facesNamed',
  'contact',
  'thumbnail',
  'editHistory',
  'makerNotes',
  'camera',
  'program',
] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

const PRIVATE_WORDS: Readonly<Record<PrivateKind, string>> = {
  place: 'where it was taken',
  serialNumbers: 'serial numbers',
  ownerName: 'the camera owner’s name',
  facesNamed: 'names set to faces',
  contact: 'contact details',
  thumbnail: 'built-in previews',
  editHistory: 'the history of its editing',
  makerNotes: 'the camera maker’s notes',
  camera: 'camera and settings',
  program: 'the program it was saved with',
};

/** What went along with a rendition and what did not. */
export const renditionReportSchema = z.strictObject({
  /** In the order people read them; lists are joined with commas. `place` is where it was taken, only if the house keeps it. */
  kept: z.array(z.strictObject({ field: z.enum([...WORD_FIELDS, 'place']), value: z.string() })),
  /** Kinds that were found in the original and left out. */
  removed: z.array(z.enum(PRIVATE_KINDS)),
  /** Whether it moves: every frame goes out then, as large as it came. */
  moves: z.boolean(),
});
export type RenditionReport = z.infer<typeof renditionReportSchema>;

/** What people call a field that is kept. */
export const KEPT_LABELS: Readonly<Record<WordField | 'place', string>> = {
  headline: 'Headline',
  caption: 'Caption',
  alt: 'Alt text',
  extendedDescription: 'Long description',
  creator: 'Creator',
  credit: 'Credit',
  source: 'Source',
  copyright: 'Copyright',
  usageTerms: 'Terms of use',
  city: 'City',
  country: 'Country',
  dateCreated: 'Taken on',
  keywords: 'Keywords',
  place: 'Place (GPS)',
};

/** What of a file's private matters is meant, in words to put into a sentence: `where it was taken and serial numbers`. */
export function privateWords(kinds: readonly PrivateKind[]): string {
  const words = PRIVATE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => PRIVATE_WORDS[kind]);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
