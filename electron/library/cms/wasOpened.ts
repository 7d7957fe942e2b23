import { z } from 'zod';

const openedSchema = z.object({ opened: z.object({}) });

/** Whether a story came from the target it goes to: whatever the kind, such a base says `opened`. */
export function wasOpened(base: unknown): boolean {
  return openedSchema.safeParse(base).success;
}
