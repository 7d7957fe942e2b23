import type { StoryFields } from '../story/fields.ts';

const NAMES: Partial<Record<keyof StoryFields, string>> = {
  editorsNote: 'editor’s note',
  embargoZone: 'embargo’s time zone',
  targetWords: 'length wanted',
};

/** What people call a field, as it stands inside a sentence. */
export function fieldName(field: keyof StoryFields): string {
  return NAMES[field] ?? field;
}
