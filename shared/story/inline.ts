import { z } from 'zod';

/** The marks Stet itself draws, in the order they are stored. */
export const KNOWN_MARKS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'subscript',
  'superscript',
  'code',
] as const;

export type KnownMark = (typeof KNOWN_MARKS)[number];

/**
 * A mark by name. Names beyond `KNOWN_MARKS` (a comment's or a suggestion's, from a newer Stet) are kept as they are,
 * so that a round trip through this version loses nothing.
 */
export const markSchema = z.string().regex(/^[a-z][A-Za-z0-9_-]*(:[A-Za-z0-9_.-]+)?$/);

export const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
});

export const lineBreakSchema = z.strictObject({ type: z.literal('lineBreak') });

export const linkSchema = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(4096),
  title: z.string().optional(),
  children: z.array(z.discriminatedUnion('type', [textSchema, lineBreakSchema])),
});

export const inlineSchema = z.discriminatedUnion('type', [textSchema, lineBreakSchema, linkSchema]);

/** A run of characters with the same marks; `marks` is absent when there are none, sorted otherwise. */
export type TextInline = z.infer<typeof textSchema>;
export type LineBreak = z.infer<typeof lineBreakSchema>;
export type Link = z.infer<typeof linkSchema>;
/** The words of a block, in order. */
export type Inline = z.infer<typeof inlineSchema>;
