import type { StoryFields } from '../story/fields.ts';

/** The fields that only a step changes: where the story stands and who has it. No undo and no restored revision takes them back. */
export const PROGRESS_FIELDS = ['status', 'assignee'] as const satisfies readonly (keyof StoryFields)[];

/** Where a story stands and who has it. */
export type Progress = Pick<StoryFields, (typeof PROGRESS_FIELDS)[number]>;

/** Other fields with the progress of these; the same ones where that is theirs already. */
export function withProgress(fields: StoryFields, { status, assignee }: Progress): StoryFields {
  if (fields.status === status && fields.assignee === assignee) return fields;
  const { assignee: _, ...rest } = fields;
  return { ...rest, status, ...(assignee !== undefined && { assignee }) };
}

/** Whether a field is one that only a step changes. */
export function isProgress(name: keyof StoryFields): boolean {
  return PROGRESS_FIELDS.some((field) => field === name);
}
