import { z } from 'zod';
import { SPELLING_LANGUAGES } from '../../shared/spelling/spellingLanguages.ts';

const language = z.enum(SPELLING_LANGUAGES);

/** What the thread with the dictionaries is asked; that it reads those of a language has no answer. */
export const askMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown'), id: z.int(), language, words: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('suggest'), id: z.int(), language, word: z.string() }),
  z.strictObject({ kind: z.literal('read'), language }),
]);
export type AskMessage = z.infer<typeof askMessageSchema>;

/** Its answer; null where it failed. */
export interface AnswerMessage {
  readonly id: number;
  readonly answer: readonly string[] | null;
}
