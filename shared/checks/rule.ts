import type { Asset } from '../media/asset.ts';
import type { PullQuoteReview } from '../pullQuote/reviewPullQuotes.ts';
import type { Readings } from '../grammar/Readings.ts';
import type { Proofs } from '../spelling/Proofs.ts';
import type { Story } from '../story/story.ts';
import type { CopyText } from './CopyText.ts';
import type { Fix, Level, Place } from './finding.ts';
import type { HouseStyle } from './style/houseStyle.ts';
import type { StyleWork } from './style/StyleWork.ts';

/** What a rule says about a place in one text. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What to put there instead, where that needs no judgement. */
  readonly replacement?: string | undefined;
  /** What mends it, where that is not a replacement. */
  readonly fix?: Fix | undefined;
  /** Where it is not the rule's own: a house's word list has a level an entry. */
  readonly level?: Level | undefined;
}

/** What a rule says about the story, at a place in one of its texts or at a part that has none. */
export type StorySpot = (Spot & { readonly copy: CopyText }) | { readonly place: Place; readonly message: string };

/** What the rules may know beside the words. */
export interface House {
  readonly style: HouseStyle;
  /** What the style's patterns took in this story so far. */
  readonly styleWork: StyleWork;
  /** What the dictionaries said; null: spelling is not looked at. */
  readonly proofs: Proofs | null;
  /** What the grammar engine said; null: grammar is not looked at. */
  readonly readings: Readings | null;
  /** Words that the writer or the house added to the dictionaries. */
  readonly ownWords: readonly string[];
}

/** A fact that a rule noted in one text, and that text. */
export interface Sighting<Fact> {
  readonly copy: CopyText;
  readonly fact: Fact;
}

/** The whole story, as rules over all of it see it. */
export interface StoryView {
  readonly story: Story;
  /** Fields first, then the blocks in order. */
  readonly texts: readonly CopyText[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly pullQuotes: readonly PullQuoteReview[];
  readonly house: House;
  /** The time to judge embargoes by, ISO 8601; null: leave time out. */
  readonly now: string | null;
}

interface RuleCard {
  /** Kept for ever: profiles and skips name it. */
  readonly id: string;
  readonly level: Level;
  /** A few words, for lists. */
  readonly title: string;
  /** One sentence that says what is looked for and why. */
  readonly why: string;
  /** No reason lets a finding of this rule stand; it is mended, or the house turns the rule off. */
  readonly isBinding?: boolean;
  /** Says nothing about words that another rule has something to say about: that one knows more. */
  readonly yields?: boolean;
}

/** Looks at one text at a time; its answer depends on nothing but that text and the house. */
export interface TextRule extends RuleCard {
  readonly scope: 'text';
  look(copy: CopyText, house: House): readonly Spot[];
}

/** Notes facts text by text, and judges them together. `gather` depends on nothing but its text and the house. */
export interface StoryRule extends RuleCard {
  readonly scope: 'story';
  gather(copy: CopyText, house: House): readonly unknown[];
  judge(sightings: readonly Sighting<unknown>[], view: StoryView): readonly StorySpot[];
}

export type Rule = TextRule | StoryRule;

/** A rule for one text at a time. */
export function textRule(rule: Omit<TextRule, 'scope'>): TextRule {
  return { ...rule, scope: 'text' };
}

/** A rule over the whole story; the type of its facts stays its own business. */
export function storyRule<Fact = never>(
  rule: RuleCard & {
    gather?(copy: CopyText, house: House): readonly Fact[];
    judge(sightings: readonly Sighting<Fact>[], view: StoryView): readonly StorySpot[];
  },
): StoryRule {
  const { id, level, title, why, isBinding = false, yields = false } = rule;
  return {
    ...{ id, level, title, why, isBinding, yields, scope: 'story' },
    gather: (copy, house) => rule.gather?.(copy, house) ?? [],
    // What `gather` of the same rule gave is what comes back.
    judge: (sightings, view) => rule.judge(sightings as readonly Sighting<Fact>[], view),
  };
}
