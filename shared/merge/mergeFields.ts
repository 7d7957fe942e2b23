import { blankFields, type Status, type StoryFields } from '../story/fields.ts';
import type { FieldName, Step } from '../story/review.ts';
import type { MergeContext } from './MergeContext.ts';
import { mergeTerms, pick } from './threeWay.ts';

const TERMS: readonly FieldName[] = ['categories', 'topics', 'keywords'];

/**
 * Each field for itself. Of terms both sides' additions and removals hold; of a status both changed, the one given last;
 * of anything else both changed, one's stands and the other's is kept as a conflict.
 */
export function mergeFields(
  base: StoryFields,
  one: StoryFields,
  other: StoryFields,
  steps: readonly Step[],
  context: MergeContext,
): StoryFields {
  const merged: Partial<Record<FieldName, unknown>> = {};
  for (const field of fieldNames(base, one, other)) {
    const [was, mine, theirs] = [base[field], one[field], other[field]];
    if (TERMS.includes(field)) merged[field] = mergeTerms(was as string[], mine as string[], theirs as string[]);
    else {
      const { value, isClash } = pick<unknown>(was, mine, theirs);
      merged[field] = value;
      if (isClash && field === 'status') merged[field] = lastOf([one.status, other.status], steps);
      else if (isClash) addConflict(field, [base, one, other], context);
    }
    if (merged[field] === undefined) delete merged[field];
  }
  return merged as StoryFields;
}

/** Every field any of them has, in one order. */
function fieldNames(...sides: readonly StoryFields[]): FieldName[] {
  return [...new Set(sides.flatMap((fields) => Object.keys({ ...blankFields(), ...fields })))] as FieldName[];
}

/** The status of the newest step that gave one of these. */
function lastOf(statuses: readonly [Status, Status], steps: readonly Step[]): Status {
  const given = steps.flatMap(({ status, at }) => (status && statuses.includes(status) ? [{ status, at }] : []));
  return given.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.status ?? statuses[0];
}

function addConflict(
  field: FieldName,
  [base, one, other]: readonly [StoryFields, StoryFields, StoryFields],
  { conflicts, names, at, newId }: MergeContext,
): void {
  const only = (fields: StoryFields): Partial<StoryFields> =>
    fields[field] === undefined ? {} : { [field]: fields[field] };
  conflicts.push({
    ...{ id: newId(`field.${field}`), at, settled: null, kind: 'field', field, base: only(base) },
    sides: [
      { by: names.one, fields: only(one) },
      { by: names.other, fields: only(other) },
    ],
  });
}
