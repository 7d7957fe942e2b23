import { z } from 'zod';

/** Every role, in the order they are offered. */
export const ROLES = ['correspondent', 'editor'] as const;
export const roleSchema = z.enum(ROLES);
/** What somebody does in a library. It says what is offered first and what waits for them; it forbids nothing. */
export type Role = z.infer<typeof roleSchema>;

/** What the newsroom calls each role. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = { correspondent: 'Correspondent', editor: 'Editor' };
