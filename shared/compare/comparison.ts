import type { Block } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import type { StoryFields } from '../story/fields.ts';

/**
 * A stretch of words that both versions have, or only one, or both but set differently (`reformatted`: other marks, another
 * link). `content` is the later version's, of what was taken out the earlier's.
 */
export type TextPart =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly words: number; readonly content: readonly Inline[] }
  | {
      readonly kind: 'reformatted';
      readonly words: number;
      readonly before: readonly Inline[];
      readonly content: readonly Inline[];
    };

/** Something about a piece that is not its words; null stands for what is left out. */
export interface Trait {
  readonly name: TraitName;
  readonly before: unknown;
  readonly after: unknown;
}
export type TraitName =
  | 'type'
  | 'level'
  | 'language'
  | 'direction'
  | 'kind'
  | 'start'
  | 'depth'
  | 'header'
  | 'colSpan'
  | 'rowSpan'
  | 'source'
  | 'kept'
  | 'picture'
  | 'fileName'
  | 'origin'
  | 'crop'
  | 'turn'
  | 'focus'
  | 'gallery'
  | 'medium'
  | 'poster';

/** Whether a piece of a block is in both versions as it is, in both but changed, or in one only. */
export type PieceKind = 'same' | 'changed' | 'added' | 'removed';

/** An item of a list; `depth` counts from 0, and `kind` says which list it stands in. */
export interface ListLine {
  readonly kind: PieceKind;
  readonly depth: number;
  readonly list: 'bulleted' | 'numbered';
  readonly traits: readonly Trait[];
  readonly text: readonly TextPart[];
}

export interface CellComparison {
  readonly kind: PieceKind;
  readonly header: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly traits: readonly Trait[];
  readonly text: readonly TextPart[];
}

export interface TableLine {
  readonly kind: PieceKind;
  readonly cells: readonly CellComparison[];
}

/** How a block differs, by what it is; of one that only one version has, all of it is put in or taken out. */
export type BlockComparison =
  | { readonly shape: 'words'; readonly traits: readonly Trait[]; readonly text: readonly TextPart[] }
  | { readonly shape: 'list'; readonly traits: readonly Trait[]; readonly items: readonly ListLine[] }
  | { readonly shape: 'table'; readonly traits: readonly Trait[]; readonly rows: readonly TableLine[] }
  | {
      readonly shape: 'pullQuote';
      readonly traits: readonly Trait[];
      readonly text: readonly TextPart[];
      readonly attribution: readonly TextPart[];
    }
  | {
      readonly shape: 'figure';
      readonly traits: readonly Trait[];
      readonly caption: readonly TextPart[];
      readonly credit: readonly TextPart[];
      readonly alt: readonly TextPart[];
    }
  | { readonly shape: 'separator'; readonly traits: readonly Trait[] };

/** Where a row stands in each version, counted in blocks from 0; null in one that does not have it. */
export interface RowPlace {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * A passage of the body, in the order it is read. What was moved stands where it is now (`isMoved`), and leaves a
 * `movedAway` where it was.
 */
export type ComparedRow =
  | { readonly kind: 'same'; readonly place: RowPlace; readonly isMoved: boolean; readonly block: Block }
  | {
      readonly kind: 'changed';
      readonly place: RowPlace;
      readonly isMoved: boolean;
      readonly before: Block;
      readonly after: Block;
      readonly change: BlockComparison;
    }
  | { readonly kind: 'added'; readonly place: RowPlace; readonly block: Block; readonly change: BlockComparison }
  | { readonly kind: 'removed'; readonly place: RowPlace; readonly block: Block; readonly change: BlockComparison }
  | {
      /** One paragraph that became several: `segments` has the words of each of them, with what was taken out. */
      readonly kind: 'split';
      readonly place: RowPlace;
      readonly isMoved: boolean;
      readonly before: Block;
      readonly after: readonly Block[];
      readonly segments: readonly (readonly TextPart[])[];
    }
  | {
      /** Several that became one: `segments` has the words of each of them, with what was put in. */
      readonly kind: 'joined';
      readonly place: RowPlace;
      readonly isMoved: boolean;
      readonly before: readonly Block[];
      readonly after: Block;
      readonly segments: readonly (readonly TextPart[])[];
    }
  | { readonly kind: 'movedAway'; readonly place: RowPlace; readonly block: Block };

/** A field of the story in both versions. Terms are compared as sets, each with its own spelling. */
export type FieldComparison = { readonly isChanged: boolean } & (
  | { readonly kind: 'text'; readonly field: TextField; readonly text: readonly TextPart[] }
  | {
      readonly kind: 'value';
      readonly field: ValueField;
      readonly before: NonNullable<StoryFields[ValueField]> | null;
      readonly after: NonNullable<StoryFields[ValueField]> | null;
    }
  | {
      readonly kind: 'terms';
      readonly field: TermField;
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
);

export const TEXT_FIELDS = ['headline', 'deck', 'byline', 'dateline', 'slug', 'desk', 'editorsNote'] as const;
export const TERM_FIELDS = ['categories', 'topics', 'keywords'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type TermField = (typeof TERM_FIELDS)[number];
export type ValueField = Exclude<keyof StoryFields, TextField | TermField>;

/** Two versions of a story, and everything in which they differ. */
export interface StoryComparison {
  readonly fields: readonly FieldComparison[];
  readonly rows: readonly ComparedRow[];
  /** Words put in and taken out, in the body and in what stands around it; what was only moved counts as neither. */
  readonly words: { readonly in: number; readonly out: number };
  /** Fields and passages that differ. */
  readonly changes: number;
}
