import type { NodeKey } from 'lexical';
import type { PageField } from '../fields/pageFields.ts';
import type { TextStretch } from '../model/textOffsets.ts';

/** Where words stand that can be searched: a field above the body, or a block of the body by its node's key. */
export type Place =
  { readonly kind: 'field'; readonly name: PageField } | { readonly kind: 'block'; readonly key: NodeKey };

/** A hit: where it is, and which characters of the place's text it covers (counted as `model/textOffsets.ts` counts). */
export interface Match extends TextStretch {
  readonly place: Place;
}

/** A point in the story's words. */
export interface Spot {
  readonly place: Place;
  readonly offset: number;
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.kind === 'field' ? b.kind === 'field' && a.name === b.name : b.kind === 'block' && a.key === b.key;
}
