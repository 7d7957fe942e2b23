import { fieldName } from '../../shared/compare/fieldName.ts';
import { isRevertible, type Passage } from '../../shared/compare/passage.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import { Button } from '../ui/Button.tsx';

interface FieldBackProps {
  readonly field: keyof StoryFields;
  /** Null where nothing can be brought back. */
  readonly onBringBack: ((passage: Passage) => void) | null;
}

/** Brings one field of the earlier version back. */
export function FieldBack({ field, onBringBack }: FieldBackProps) {
  if (!onBringBack || !isRevertible(field)) return null;
  return (
    <Button
      look="link"
      className="compare-field-back"
      onClick={() => onBringBack({ bring: [], remove: [], fields: [field] })}
    >
      Bring back the {fieldName(field)}
    </Button>
  );
}
