import type { BlockId } from '../story/ids.ts';

/** How much a finding weighs: something to know, something to mend, something that must not be sent. */
export type Level = 'note' | 'warn' | 'block';
export const LEVELS: readonly Level[] = ['note', 'warn', 'block'];

/** The fields of a story whose words are checked. */
export type CopyField = 'headline' | 'deck' | 'dateline' | 'byline' | 'slug' | 'embargo';

/**
 * The part of a block a finding is in. Offsets count in that part's text: `content` is `blockText` for copy (items of a list
 * and cells of a table parted by their line feeds and tabs) and the quote's words for a pull-quote.
 */
export type Slot = 'content' | 'attribution' | 'caption' | 'credit' | 'alt' | 'picture';

/** Where a finding is. `start` and `end` are UTF-16 offsets; both 0 where the whole part is meant. */
export type Place =
  | { readonly in: 'field'; readonly field: CopyField; readonly start: number; readonly end: number }
  | {
      readonly in: 'block';
      readonly blockId: BlockId;
      readonly slot: Slot;
      readonly start: number;
      readonly end: number;
    };

/**
 * A change that mends a finding without a judgement: the place's characters replaced by these, the link around them given
 * another address while its words stay, or a caption's last characters taken off and their credit put into the credit field.
 */
export type Fix =
  | { readonly replacement: string }
  | { readonly address: { readonly from: string; readonly to: string } }
  | { readonly credit: string };

/** One thing a check noticed. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  readonly place: Place;
  /** The characters at `place`; empty where something is missing. */
  readonly excerpt: string;
  /** One sentence in plain words. */
  readonly message: string;
  readonly fix: Fix | null;
  /** Whether a reason can let it stand. */
  readonly isSkippable: boolean;
}

/**
 * What a skipped finding is recognised by later: its rule, its part of the story and its words, but not its offset, so that
 * edits elsewhere do not bring it back and an edit of the words does.
 */
export function findingKey({ ruleId, place, excerpt }: Pick<Finding, 'ruleId' | 'place' | 'excerpt'>): string {
  const part = place.in === 'field' ? place.field : `${place.blockId}/${place.slot}`;
  return `${ruleId}|${part}|${excerpt}`.slice(0, 2000);
}

/** A finding's name among all of one story: its offset, and its words where it marks none, tell two of a kind apart. */
export function findingName(finding: Finding): string {
  return `${findingKey(finding)}|${finding.place.start}|${finding.excerpt === '' ? finding.message : ''}`;
}
