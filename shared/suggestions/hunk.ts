import type { Place } from '../checks/finding.ts';
import type { Block } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import type { ProposedField } from '../story/suggestions.ts';

/**
 * What is proposed, as one thing to accept or reject. `key` names it among those between the same two versions.
 * - `words`: words put in, taken out or replaced, at one place; `format`: the same words, set differently.
 * - `added`, `removed`, `moved`: a block. `split`, `joined`: where a paragraph ends.
 * - `kind`: another kind of block, level, language or direction; `replaced`: a block that became quite another.
 * - `row`: an item of a list or a row of a table, put in, taken out or rebuilt.
 * - `picture`, `frame`, `gallery`: a figure's file, the part of it that is shown, the gallery it stands in.
 * - `field`: a field of the page.
 */
export type Hunk = { readonly key: string } & (
  | {
      readonly kind: 'words' | 'format';
      /** Where the words now stand, in the later version; without length where words were only taken out. */
      readonly place: Place;
      readonly before: readonly Inline[];
      readonly after: readonly Inline[];
    }
  | { readonly kind: 'row'; readonly place: Place; readonly before: string; readonly after: string }
  | { readonly kind: 'added' | 'removed' | 'moved' | 'split' | 'joined'; readonly place: Place; readonly block: Block }
  | {
      readonly kind: 'kind' | 'replaced' | 'picture' | 'frame' | 'gallery';
      readonly place: Place;
      readonly before: Block;
      readonly after: Block;
    }
  | {
      readonly kind: 'field';
      readonly place: Place;
      readonly field: ProposedField;
      readonly before: string;
      readonly after: string;
    }
);

/** Says of each thing two versions differ in whether the later version's is taken; it is asked once for each, in reading order. */
export type Choose = (hunk: Hunk) => boolean;
