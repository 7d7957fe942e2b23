import { z } from 'zod';

/** A code and what it stands for: most codes for one text, some for several that are picked by number. */
export const codeSchema = z.strictObject({
  code: z.string(),
  texts: z.array(z.string()).min(1),
});
export type Code = z.infer<typeof codeSchema>;

/** What a library's list of codes says. */
export const codeFileSchema = z.strictObject({
  /** Whether there is a list. */
  isThere: z.boolean(),
  codes: z.array(codeSchema),
  /** One sentence for each line that could not be used, with its number; the other lines count all the same. */
  problems: z.array(z.string()),
});
export type CodeFile = z.infer<typeof codeFileSchema>;

export const NO_CODES: CodeFile = { isThere: false, codes: [], problems: [] };
