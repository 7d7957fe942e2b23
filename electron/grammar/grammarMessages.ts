import { z } from 'zod';
import { grammarDialectSchema, type GrammarNote } from '../../shared/grammar/Grammarian.ts';

/** What the thread with the grammar engine is asked. */
export const readMessageSchema = z.strictObject({
  id: z.int(),
  dialect: grammarDialectSchema,
  texts: z.array(z.string()),
});
export type ReadMessage = z.infer<typeof readMessageSchema>;

/** Its answer; null where it failed. */
export interface ReadAnswer {
  readonly id: number;
  readonly answer: readonly (readonly GrammarNote[])[] | null;
}
