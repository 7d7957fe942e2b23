import { z } from 'zod';
import type { KeptBlock } from './mergeBlocks.ts';

const fieldSchema = z.object({
  sent: z.string(),
  stored: z.string(),
  /** It was changed there, which our text does not know. */
  isTheirs: z.boolean().optional(),
});

/** What a story was left as at a target: as we write it (`sent`) beside what the target keeps, which is seldom the same to the letter. */
export const remoteBaseSchema = z.object({
  title: fieldSchema,
  excerpt: fieldSchema,
  blocks: z.array(
    z.object({
      sent: z.string().nullable(),
      stored: z.string().nullable(),
      isTheirs: z.boolean().optional(),
      sources: z.array(z.string()).optional(),
    }),
  ),
});
export type RemoteBase = Omit<z.infer<typeof remoteBaseSchema>, 'blocks'> & { readonly blocks: readonly KeptBlock[] };

/** A story as it reads at a target: headline, deck, and the pieces of its text, in the target’s own language. */
export interface RemoteText {
  readonly title: string;
  readonly excerpt: string;
  readonly blocks: readonly string[];
  /** The blocks of the story each of `blocks` was written from. */
  readonly sources?: readonly (readonly string[])[];
}

/** How texts in a target’s language are dealt with. */
export interface RemoteLanguage {
  readonly say: Say;
  /** A text as the blocks of the first level in it; left out: it is one. */
  readonly split?: (text: string) => readonly string[];
  /** A block as the target keeps it (`stored`), with what changed in ours from `was` to `now`; null where that cannot be. */
  readonly patch?: (was: string, now: string, stored: string) => string | null;
}

/** The words of a piece of text in a target’s language, `length` characters at most (`…` follows where there were more). */
export type Say = (text: string, length?: number) => string;
