import { $getRoot, $getState, $setState, createState } from 'lexical';
import { blankFields, fieldsSchema, type StoryFields } from '../../../shared/story/fields.ts';

const BLANK: StoryFields = blankFields();

/** The story's fields ride on the root, so that one history covers the headline and the last caption alike. */
const fieldsState = createState('fields', {
  parse: (value) => {
    const parsed = fieldsSchema.safeParse(value);
    return parsed.success ? parsed.data : BLANK;
  },
  isEqual: (a, b) => a === b,
});

export function $getFields(): StoryFields {
  return $getState($getRoot(), fieldsState);
}

export function $setFields(fields: StoryFields): void {
  const root = $getRoot();
  const direction = fields.direction === 'auto' ? null : fields.direction;
  if (root.getDirection() !== direction) {
    root.setDirection(direction);
    // Blocks find their own way or follow the story's: each has to be drawn again.
    for (const block of root.getChildren()) block.markDirty();
  }
  $setState(root, fieldsState, fields);
}

/** Changes one field; nothing happens if it already says so. */
export function $setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void {
  const fields = $getFields();
  if (fields[name] !== value) $setFields({ ...fields, [name]: value });
}
