import type { Place } from '../../../shared/checks/finding.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { isPageField, type PageField } from '../fields/pageFields.ts';
import type { PageMark } from '../storyEditorApi.ts';

/** Marks that share a sign in the margin: those of one field, or of one block. */
export interface MarkGroup {
  /** The field's name or the block's id. */
  readonly key: string;
  readonly spot:
    { readonly in: 'field'; readonly field: PageField } | { readonly in: 'block'; readonly blockId: BlockId };
  readonly marks: readonly { readonly index: number; readonly mark: PageMark }[];
}

/** The marks that have a place on the page, by the field or block they are in, in the order they are given. */
export function markGroups(marks: readonly PageMark[]): MarkGroup[] {
  const groups = new Map<string, { spot: MarkGroup['spot']; marks: { index: number; mark: PageMark }[] }>();
  for (const [index, mark] of marks.entries()) {
    const spot = spotOf(mark.place);
    if (!spot) continue;
    const key = keyOf(spot);
    const group = groups.get(key);
    if (group) group.marks.push({ index, mark });
    else groups.set(key, { spot, marks: [{ index, mark }] });
  }
  return Array.from(groups, ([key, group]) => ({ key, ...group }));
}

/** Dateline and byline stand in one line: they share a sign. */
function keyOf(spot: MarkGroup['spot']): string {
  return spot.in === 'field' ? fieldKey(spot.field) : spot.blockId;
}

/** The key of the group a field's marks are in. */
export function fieldKey(field: string): string {
  return field === 'dateline' ? 'byline' : field;
}

function spotOf(place: Place): MarkGroup['spot'] | null {
  if (place.in === 'block') return { in: 'block', blockId: place.blockId };
  const { field } = place;
  return field !== 'embargo' && isPageField(field) ? { in: 'field', field } : null;
}

const WEIGHT = { note: 0, warn: 1, block: 2 } as const;
const SAID = { block: 'to settle', warn: 'warning', note: 'note' } as const;

/** The level of the heaviest mark of a group. */
export function levelOf({ marks }: MarkGroup): PageMark['level'] {
  return marks.reduce<PageMark['level']>(
    (heaviest, { mark }) => (WEIGHT[mark.level] > WEIGHT[heaviest] ? mark.level : heaviest),
    'note',
  );
}

/** `1 to settle, 2 warnings`. */
export function countOf({ marks }: MarkGroup): string {
  return (['block', 'warn', 'note'] as const)
    .flatMap((level) => {
      const count = marks.filter(({ mark }) => mark.level === level).length;
      return count === 0 ? [] : [`${count} ${SAID[level]}${count > 1 && level !== 'block' ? 's' : ''}`];
    })
    .join(', ');
}
