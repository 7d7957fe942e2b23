import { TARGET_NAMES, type EXPORT_TARGETS } from '../../export/exportTarget.ts';
import type { StoryFields } from '../../story/fields.ts';

/** The fields a house can require, by what they are called in a sentence. */
const NAMES = {
  slug: 'a slug',
  headline: 'a headline',
  deck: 'a deck',
  dateline: 'a dateline',
  byline: 'a byline',
  desk: 'a desk',
  priority: 'a priority',
  categories: 'a category',
  topics: 'a topic',
  keywords: 'a keyword',
} as const;
export type RequiredField = keyof typeof NAMES;
export const REQUIRED_FIELDS = Object.keys(NAMES) as RequiredField[];

type Target = (typeof EXPORT_TARGETS)[number];

/** What a story must have before it leaves, by where it goes; `all` is for wherever it goes. */
export type RequiredFields = Readonly<Partial<Record<Target | 'all', readonly RequiredField[] | undefined>>>;

/** A field that is required and empty. */
export interface MissingField {
  readonly field: RequiredField;
  readonly target: Target | 'all';
  /** One sentence. */
  readonly message: string;
}

/** What the house requires of a story that it does not have; of one target, or (null) of any. */
export function missingFields(required: RequiredFields, fields: StoryFields, target: Target | null): MissingField[] {
  const targets = Object.keys(required) as (Target | 'all')[];
  return targets
    .filter((one) => target === null || isRequiredFor(one, target))
    .flatMap((one) =>
      (required[one] ?? [])
        .filter((field) => isEmpty(fields[field]))
        .map((field) => {
          const where = one === 'all' ? '' : ` for ${TARGET_NAMES[one]}`;
          return { field, target: one, message: `The house wants ${NAMES[field]}${where}.` };
        }),
    );
}

/** A field as a sentence calls it: `a deck`. */
export function fieldName(field: RequiredField): string {
  return NAMES[field];
}

/** Whether what is required for `one` is required for this target. */
export function isRequiredFor(one: MissingField['target'], target: Target): boolean {
  return one === 'all' || one === target;
}

/** Whether a field says nothing. */
export function isEmpty(value: string | number | readonly string[] | null): boolean {
  return (
    value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)
  );
}
