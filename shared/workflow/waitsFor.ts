import { foldText } from '../lang/foldText.ts';
import type { Status } from '../story/fields.ts';
import type { Role } from './role.ts';

/** Where a story waits for anybody of a role, if nobody in particular has it. */
const WAITS: Readonly<Record<Role, readonly Status[]>> = {
  correspondent: ['draft', 'returned'],
  editor: ['submitted', 'inReview', 'approved'],
};
/** Where a story waits for nobody. */
const RESTS: readonly Status[] = ['sent', 'killed', 'onHold'];

/** Whoever sits here: what they do and what they call themselves, which may be empty. */
export interface Person {
  readonly role: Role;
  readonly name: string;
}

/** Whether two names are the same person's, however they are spelt. */
export function isSameName(one: string, other: string): boolean {
  const fold = (name: string) => foldText(name).trim().replace(/\s+/gu, ' ');
  return fold(one) === fold(other);
}

/** Whether a story waits for this person: it is theirs, or nobody's and for their role to go on with. */
export function waitsFor(
  { status, assignee }: { readonly status: Status; readonly assignee: string },
  { role, name }: Person,
): boolean {
  if (RESTS.includes(status)) return false;
  if (assignee.trim() === '') return WAITS[role].includes(status);
  return name.trim() !== '' && isSameName(assignee, name);
}
