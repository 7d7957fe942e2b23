import { LEVELS, type Place } from '../../../shared/checks/finding.ts';
import { isPageField } from '../fields/pageFields.ts';
import type { PageMark } from '../storyEditorApi.ts';

/** Marks that share a sign in the margin: those of one field, or of one block. */
export interface MarkGroup {
  /** The field's name or the block's id. */
  readonly key: string;
  readonly marks: readonly { readonly index: number; readonly mark: PageMark }[];
}

/** The marks that have a place on the page, by the field or block they are in, in the order they are given. */
export function markGroups(marks: readonly PageMark[]): MarkGroup[] {
  const groups = new Map<string, { readonly index: number; readonly mark: PageMark }[]>();
  for (const [index, mark] of marks.entries()) {
    const key = keyOf(mark.place);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push({ index, mark });
    else groups.set(key, [{ index, mark }]);
  }
  return Array.from(groups, ([key, group]) => ({ key, marks: group }));
}

/** null for what is written beside the page. */
function keyOf(place: Place): string | null {
  if (place.in === 'block') return place.blockId;
  return isPageField(place.field) ? fieldKey(place.field) : null;
}

/** Dateline and byline stand in one line: they share a sign. */
export function fieldKey(field: string): string {
  return field === 'dateline' ? 'byline' : field;
}

const SAID = { block: 'to settle', warn: 'warning', note: 'note' } as const;

/** The level of the heaviest mark of a group. */
export function levelOf({ marks }: MarkGroup): PageMark['level'] {
  return LEVELS.findLast((level) => marks.some(({ mark }) => mark.level === level)) ?? 'note';
}

/** `1 to settle, 2 warnings`. */
export function countOf({ marks }: MarkGroup): string {
  return LEVELS.toReversed()
    .flatMap((level) => {
      const count = marks.filter(({ mark }) => mark.level === level).length;
      return count === 0 ? [] : [`${count} ${SAID[level]}${count > 1 && level !== 'block' ? 's' : ''}`];
    })
    .join(', ');
}
