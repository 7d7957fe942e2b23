import { z } from 'zod';
import { ASSET_ID, BLOCK_ID, type AssetId, type BlockId, type GalleryId } from './ids.ts';
import { inlineSchema, type Inline } from './inline.ts';

export const blockIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as BlockId);
export const assetIdSchema = z
  .string()
  .regex(ASSET_ID)
  .transform((id) => id as AssetId);

export const galleryIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as GalleryId);

const inlines = z.array(inlineSchema);

/** `language` is a BCP 47 tag; `direction` absent means: by the block's first strong letter. */
const base = {
  id: blockIdSchema,
  language: z.string().max(35).optional(),
  direction: z.enum(['ltr', 'rtl']).optional(),
};

export interface ListItem {
  content: Inline[];
  list?: { kind: 'bulleted' | 'numbered'; items: ListItem[] } | undefined;
}

const listKind = z.enum(['bulleted', 'numbered']);
const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({
    content: inlines,
    list: z.strictObject({ kind: listKind, items: z.array(listItem) }).optional(),
  }),
);

export const paragraphSchema = z.strictObject({ ...base, type: z.literal('paragraph'), content: inlines });
export const headingSchema = z.strictObject({
  ...base,
  type: z.literal('heading'),
  /** 2 or 3: the headline itself is level 1 and not a block. */
  level: z.union([z.literal(2), z.literal(3)]),
  content: inlines,
});
export const listSchema = z.strictObject({
  ...base,
  type: z.literal('list'),
  kind: listKind,
  /** First number of a numbered list, where it is not 1. */
  start: z.int().optional(),
  items: z.array(listItem),
});
export const quoteSchema = z.strictObject({ ...base, type: z.literal('quote'), content: inlines });

/** The passage a pull-quote was lifted from: UTF-16 offsets into the block's plain text, and its words at that time. */
export const quoteSourceSchema = z.strictObject({
  blockId: blockIdSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  passage: z.string(),
  /** The words right before and behind it, which tell it from the same words elsewhere. Since format 2. */
  before: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
});
/**
 * Somebody's decision that a pull-quote stands although it differs from the story. It holds for these words against this
 * passage: when either changes, it is to be decided anew.
 */
export const keptQuoteSchema = z.strictObject({
  /** Who decided, as they call themselves; may be empty. */
  by: z.string().max(500),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The quote's words then. */
  words: z.string(),
  /** What the source read then; empty where there was none. */
  passage: z.string(),
});
export const pullQuoteSchema = z.strictObject({
  ...base,
  type: z.literal('pullQuote'),
  content: inlines,
  attribution: z.string(),
  source: quoteSourceSchema.nullable(),
  /** Left out unless somebody decided to keep it as it is. Since format 2. */
  kept: keptQuoteSchema.optional(),
});

const fraction = z.number().min(0).max(1);

/** The part of a picture that is shown: fractions (0 to 1) of its width and height, once it is turned. Since format 3. */
export const cropSchema = z.strictObject({
  x: fraction,
  y: fraction,
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
});
/** How far a picture is turned clockwise from the way its file says it stands, in degrees. Since format 3. */
export const turnSchema = z.union([z.literal(90), z.literal(180), z.literal(270)]);
/** What must stay in sight wherever a picture is cut: fractions of it, turned but not cropped. Since format 3. */
export const focusSchema = z.strictObject({ x: fraction, y: fraction });

/** What a figure plays, where it is not a picture. Since format 4. */
export const mediumSchema = z.enum(['video', 'audio']);

/**
 * Where a field of a figure came from: the picture's own metadata, what the house remembers of the picture (since format 3),
 * or somebody's hands.
 */
export const originSchema = z.enum(['embedded', 'house', 'typed']);
export const figureSchema = z.strictObject({
  ...base,
  type: z.literal('figure'),
  /** null while a picture is being read, or when its bytes never arrived. */
  assetId: assetIdSchema.nullable(),
  /** The file's name as it came, shown when the bytes are missing. */
  fileName: z.string(),
  caption: inlines,
  credit: z.string(),
  alt: z.string(),
  origin: z.strictObject({
    caption: originSchema.optional(),
    credit: originSchema.optional(),
    alt: originSchema.optional(),
  }),
  /** Left out, all three, of a picture that is shown as it came. Its bytes are never changed. */
  crop: cropSchema.optional(),
  turn: turnSchema.optional(),
  focus: focusSchema.optional(),
  /**
   * Pictures that stand one right after another with the same name here are one gallery (`galleries.ts`); one that stands
   * alone is a plain picture, and keeps its name should the others come back to it. Since format 4.
   */
  gallery: galleryIdSchema.optional(),
  /** Left out of a picture. `alt` then describes the recording, in a sentence or as a transcript. Since format 4. */
  medium: mediumSchema.optional(),
  /** The picture that stands for a recording until it plays. Since format 4. */
  poster: assetIdSchema.optional(),
});

export const tableCellSchema = z.strictObject({
  content: inlines,
  header: z.boolean().optional(),
  colSpan: z.int().min(1).optional(),
  rowSpan: z.int().min(1).optional(),
});
export const tableSchema = z.strictObject({
  ...base,
  type: z.literal('table'),
  rows: z.array(z.array(tableCellSchema)),
});
export const separatorSchema = z.strictObject({ ...base, type: z.literal('separator') });

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  listSchema,
  quoteSchema,
  pullQuoteSchema,
  figureSchema,
  tableSchema,
  separatorSchema,
]);

export type Paragraph = z.infer<typeof paragraphSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type ListBlock = z.infer<typeof listSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type QuoteSource = z.infer<typeof quoteSourceSchema>;
export type KeptQuote = z.infer<typeof keptQuoteSchema>;
export type PullQuote = z.infer<typeof pullQuoteSchema>;
export type FieldOrigin = z.infer<typeof originSchema>;
export type Crop = z.infer<typeof cropSchema>;
export type Turn = z.infer<typeof turnSchema>;
export type Focus = z.infer<typeof focusSchema>;
/** What plays in a figure that is not a picture. */
export type Playable = z.infer<typeof mediumSchema>;
export type Figure = z.infer<typeof figureSchema>;
/** How a figure shows its picture; empty for one that is shown as it came. */
export type Framing = Pick<Figure, 'crop' | 'turn' | 'focus'>;
export type TableCell = z.infer<typeof tableCellSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Separator = z.infer<typeof separatorSchema>;
/** One piece of a story's body, with an id that outlives every edit. */
export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block['type'];
