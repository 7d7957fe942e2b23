import { fieldsSchema, type StoryFields } from '../story/fields.ts';
import type { BlockId } from '../story/ids.ts';

/** The fields that can be brought back one by one: what the desk does in steps is not undone so. */
export const revertibleFieldSchema = fieldsSchema.keyof().exclude(['status', 'assignee']);

/** What is to be put back of an earlier version, and what goes for it. */
export interface Passage {
  readonly bring: readonly BlockId[];
  readonly remove: readonly BlockId[];
  readonly fields?: readonly RevertibleField[] | undefined;
}
type RevertibleField = Exclude<keyof StoryFields, 'status' | 'assignee'>;

/** Whether a field can be brought back on its own. */
export function isRevertible(field: keyof StoryFields): field is RevertibleField {
  return revertibleFieldSchema.safeParse(field).success;
}

/** The fields, with some as another version has them. */
export function bringFieldsBack(
  fields: StoryFields,
  from: StoryFields,
  names: readonly (keyof StoryFields)[],
): StoryFields {
  const isNamed = ([name]: [string, unknown]) => names.some((one) => one === name);
  const kept = Object.entries(fields).filter((entry) => !isNamed(entry));
  return fieldsSchema.parse(Object.fromEntries([...kept, ...Object.entries(from).filter(isNamed)]));
}
