import { z } from 'zod';

/** What a colleague asks for in a signed request that was opened. */
export const askedMediaSchema = z.strictObject({
  by: z.string(),
  /** How many pictures and recordings. */
  files: z.int(),
  /** Names the request to `media.saveAnswer`, as long as the library is open. */
  ref: z.string().max(100),
  /** The request came sealed; what answers it is sealed for who asks. */
  isSealed: z.boolean(),
});
export type AskedMedia = z.infer<typeof askedMediaSchema>;
