import { z } from 'zod';
import { blockIdSchema, blockSchema } from './block.ts';
import { BLOCK_ID, type NoteId, type StepId, type ThreadId } from './ids.ts';
import { fieldsSchema, statusSchema } from './fields.ts';

const time = z.iso.datetime();
const who = z.string().max(500);
const words = z.string().max(20_000);

export const threadIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as ThreadId);
export const noteIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as NoteId);
export const stepIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as StepId);

/**
 * One thing somebody said in a thread; `editedAt` is left out of a note that still says what it said first. One that was taken
 * back says nothing: what travels is never deleted, or it would come back with the next colleague's copy.
 */
export const noteSchema = z.strictObject({
  id: noteIdSchema,
  by: who,
  at: time,
  text: words,
  editedAt: time.optional(),
});

/** A field of the page's furniture by name. */
export const fieldNameSchema = fieldsSchema.keyof();

/**
 * What a thread is about. Where it is about words, these carry the mark `comment:` and the thread's id, in whichever block they
 * are; what is kept here says where they stood when the thread was begun, should the mark be gone.
 */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('words'),
    blockId: blockIdSchema,
    words,
    before: z.string().max(200),
    after: z.string().max(200),
  }),
  z.strictObject({ kind: z.literal('block'), blockId: blockIdSchema, words }),
  z.strictObject({ kind: z.literal('caption'), blockId: blockIdSchema, words }),
  z.strictObject({ kind: z.literal('field'), field: fieldNameSchema, words }),
  z.strictObject({ kind: z.literal('story') }),
]);

/** A comment and the answers to it, oldest first. */
export const threadSchema = z.strictObject({
  id: threadIdSchema,
  about: anchorSchema,
  notes: z.array(noteSchema).min(1).max(1000),
  /** Who settled it or opened it again, and when; null: nobody ever did, it is open. */
  state: z.strictObject({ is: z.enum(['open', 'resolved']), by: who, at: time }).nullable(),
});

/** Something that was done with a story on its way through the desk. */
export const stepSchema = z.strictObject({
  id: stepIdSchema,
  by: who,
  at: time,
  /** The status it was given; left out of a step that gave it none. */
  status: statusSchema.optional(),
  /** Who has the story now; empty: nobody in particular. Left out of a step that did not change hands. */
  assignee: who.optional(),
  /** What was said with it; may be empty. */
  note: words,
});

export const conflictIdSchema = z.string().regex(/^[A-Za-z0-9_.-]{1,120}$/);
const conflictBase = {
  id: conflictIdSchema,
  at: time,
  /** Who decided it, and when; null while it is open. */
  settled: z.strictObject({ by: who, at: time }).nullable(),
};
const inBlock = { ...conflictBase, blockId: blockIdSchema };
const side = z.strictObject({ by: who, words });

/** A part of a block that is one thing and can only have one value. */
export const partSchema = z.enum([
  ...(['kind', 'language', 'direction', 'start', 'attribution', 'binding', 'picture', 'credit', 'alt'] as const),
  ...(['crop', 'turn', 'focus', 'gallery'] as const),
]);

/**
 * The same thing changed on two sides, kept until somebody decides. Words stand both in the text, under the marks
 * `conflict:ID.1` and `conflict:ID.2`; of anything else the first side's stands there, and the other's is kept here.
 */
export const conflictSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...inBlock, kind: z.literal('words'), base: words, sides: z.tuple([side, side]) }),
  z.strictObject({
    ...inBlock,
    kind: z.literal('part'),
    part: partSchema,
    sides: z.tuple([z.strictObject({ by: who, block: blockSchema }), z.strictObject({ by: who, block: blockSchema })]),
  }),
  /** Two versions of a block that cannot be one: both stand in the body, the other under an id of its own. */
  z.strictObject({
    ...inBlock,
    kind: z.literal('block'),
    otherId: blockIdSchema,
    sides: z.tuple([z.strictObject({ by: who }), z.strictObject({ by: who })]),
  }),
  /** Taken out by one and changed by another: it stands as changed. */
  z.strictObject({ ...inBlock, kind: z.literal('removed'), removedBy: who, changedBy: who, base: blockSchema }),
  z.strictObject({
    ...conflictBase,
    kind: z.literal('field'),
    field: fieldNameSchema,
    base: fieldsSchema.partial(),
    sides: z.tuple([
      z.strictObject({ by: who, fields: fieldsSchema.partial() }),
      z.strictObject({ by: who, fields: fieldsSchema.partial() }),
    ]),
  }),
]);

export const reviewSchema = z.strictObject({
  threads: z.array(threadSchema).max(10_000),
  steps: z.array(stepSchema).max(10_000),
  conflicts: z.array(conflictSchema).max(10_000),
});

export type ReviewNote = z.infer<typeof noteSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Thread = z.infer<typeof threadSchema>;
export type Step = z.infer<typeof stepSchema>;
export type BlockPart = z.infer<typeof partSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type FieldName = z.infer<typeof fieldNameSchema>;
/** What people said of a story and did with it, and what they have to decide: all of it travels with the story. */
export type Review = z.infer<typeof reviewSchema>;

/** Whether a thread is still open. */
export function isOpen({ state }: Thread): boolean {
  return state?.is !== 'resolved';
}

/** What a review is made of. */
export const REVIEW_KINDS = ['threads', 'steps', 'conflicts'] as const satisfies readonly (keyof Review)[];

/** The review of a story nobody has said anything of. */
export function blankReview(): Review {
  return { threads: [], steps: [], conflicts: [] };
}

/** Whether there is anything in it. */
export function isBlankReview({ threads, steps, conflicts }: Review): boolean {
  return threads.length === 0 && steps.length === 0 && conflicts.length === 0;
}
