import { runSteps } from '../lang/runSteps.ts';
import type { Asset } from '../media/asset.ts';
import { pullQuoteShare, reviewSteps, type PullQuoteReview } from '../pullQuote/reviewPullQuotes.ts';
import type { Readings } from '../grammar/Readings.ts';
import type { Proofs } from '../spelling/Proofs.ts';
import type { Story } from '../story/story.ts';
import { DEFAULT_PROFILE, type CheckProfile, type CheckSkip } from './checkProfile.ts';
import { blockTexts, fieldTexts, type CopyText } from './CopyText.ts';
import { findingName, type Finding } from './finding.ts';
import type { House, Rule, Sighting, Spot, StorySpot, StoryView } from './rule.ts';
import { RULES } from './ruleRegistry.ts';
import { settleSkips, type SettledFindings } from './settleSkips.ts';
import type { HouseStyle } from './style/houseStyle.ts';
import { houseStyleOf } from './style/houseStyleOf.ts';
import { StyleWork } from './style/StyleWork.ts';

export interface CheckOptions {
  readonly profile?: CheckProfile;
  /** The house's word list; the starter style if there is none. */
  readonly style?: HouseStyle;
  readonly skips?: readonly CheckSkip[];
  /** Answers the time to judge embargoes by, ISO 8601. Left out: embargoes are not looked at, so that the answer is for ever. */
  readonly now?: () => string;
  /** What the dictionaries said so far, and where to remember what they are to be asked; left out: spelling is not looked at. */
  readonly proofs?: Proofs;
  /** The same of the grammar engine; left out: grammar is not looked at. */
  readonly readings?: Readings;
  /** Words added to the dictionaries: the writer's and the house's. */
  readonly ownWords?: readonly string[];
  /** The rules to run; all of them if left out. */
  readonly rules?: readonly Rule[];
}

/** Findings come in the order of the story. */
export interface CheckReport extends SettledFindings<CheckSkip> {
  readonly pullQuotes: readonly PullQuoteReview[];
  /** Of the printed words, 0 to 1. */
  readonly pullQuoteShare: number;
}

/** What was found out about one text; good as long as its words are the same. */
interface TextNotes {
  readonly copy: CopyText;
  readonly spots: readonly { readonly rule: Rule; readonly spot: Spot }[];
  /** Facts for the rules over the whole story, by rule. */
  readonly facts: ReadonlyMap<Rule, readonly unknown[]>;
}

/**
 * Checks one story again and again: what was found out about a text is kept until its words change, so that after an edit
 * only that text is read again and the rules over the whole story put facts together. The same story, assets and options
 * always give the same report.
 */
export class StoryChecker {
  readonly #rules: readonly Rule[];
  readonly #house: House;
  readonly #levels: CheckProfile['rules'];
  readonly #skips: readonly CheckSkip[];
  readonly #now: (() => string) | null;
  #notes = new Map<string, TextNotes>();

  constructor({
    profile = DEFAULT_PROFILE,
    style,
    skips = [],
    now,
    proofs,
    readings,
    ownWords = [],
    rules = RULES,
  }: CheckOptions = {}) {
    const house = style ?? houseStyleOf(null);
    this.#levels = { ...house.rules, ...profile.rules };
    this.#rules = rules.filter((rule) => this.#levels[rule.id] !== 'off');
    this.#house = {
      style: house,
      styleWork: new StyleWork(),
      proofs: proofs ?? null,
      readings: readings ?? null,
      ownWords,
    };
    this.#skips = skips;
    this.#now = now ?? null;
  }

  /** Checks the story in one go. */
  check(story: Story, assets: readonly Asset[] = []): CheckReport {
    return runSteps(this.steps(story, assets));
  }

  /**
   * Checks the story step by step: it may rest between any two, and be given up for a newer story without losing what the
   * texts read so far said.
   */
  *steps(story: Story, assets: readonly Asset[] = []): Generator<undefined, CheckReport> {
    const texts = [...fieldTexts(story), ...story.blocks.flatMap((block) => blockTexts(block, story.fields.language))];
    const notes: TextNotes[] = [];
    for (const copy of texts) {
      const known = this.#knownNotes(copy);
      const entry = known ?? this.#read(copy);
      this.#notes.set(copy.key, entry);
      notes.push(entry);
      if (!known) yield;
    }
    if (this.#notes.size > texts.length) {
      this.#notes = new Map(notes.map((entry) => [entry.copy.key, entry]));
      this.#house.styleWork.keep(new Set(this.#notes.keys()));
    }
    const pullQuotes = yield* reviewSteps(story.blocks);
    yield;
    const view: StoryView = {
      ...{ story, pullQuotes, house: this.#house, now: this.#now?.() ?? null },
      texts: notes.map((entry) => entry.copy),
      assets: new Map(assets.map((asset) => [asset.id, asset])),
    };
    const found = notes.flatMap(({ copy, spots }) =>
      spots.map(({ rule, spot }) => this.#finding(rule, { ...spot, copy })),
    );
    const yielding: Finding[] = [];
    for (const rule of this.#rules) {
      if (rule.scope !== 'story') continue;
      const sightings: Sighting<unknown>[] = [];
      for (const { copy, facts } of notes) for (const fact of facts.get(rule) ?? []) sightings.push({ copy, fact });
      const into = rule.yields === true ? yielding : found;
      for (const spot of rule.judge(sightings, view)) into.push(this.#finding(rule, spot));
      yield;
    }
    const said = new Set(found.filter(({ excerpt }) => excerpt !== '').map(({ place }) => JSON.stringify(place)));
    found.push(...yielding.filter(({ place }) => !said.has(JSON.stringify(place))));
    return this.#report(inStoryOrder(found, story), view);
  }

  #knownNotes({ key, text, kind, language }: CopyText): TextNotes | null {
    const known = this.#notes.get(key);
    const isSame = known?.copy.text === text && known.copy.kind === kind && known.copy.language === language;
    return isSame ? known : null;
  }

  #read(copy: CopyText): TextNotes {
    const spots: { rule: Rule; spot: Spot }[] = [];
    const facts = new Map<Rule, readonly unknown[]>();
    for (const rule of this.#rules) {
      if (rule.scope === 'text') for (const spot of rule.look(copy, this.#house)) spots.push({ rule, spot });
      else {
        const gathered = rule.gather(copy, this.#house);
        if (gathered.length > 0) facts.set(rule, gathered);
      }
    }
    return { copy, spots, facts };
  }

  #finding(rule: Rule, spot: StorySpot): Finding {
    const override = this.#levels[rule.id];
    const level = override && override !== 'off' ? override : ('level' in spot && spot.level) || rule.level;
    const own = { ruleId: rule.id, level, message: spot.message, isSkippable: rule.isBinding !== true };
    if (!('copy' in spot)) return { ...own, place: spot.place, excerpt: '', fix: null };
    const { copy, start, end, replacement, fix = null } = spot;
    return {
      ...own,
      place: copy.placeOf(start, end),
      excerpt: copy.text.slice(start, end),
      fix: replacement === undefined ? fix : { replacement },
    };
  }

  #report(all: readonly Finding[], view: StoryView): CheckReport {
    const { pullQuotes, story } = view;
    return { ...settleSkips(all, this.#skips), pullQuotes, pullQuoteShare: pullQuoteShare(story.blocks) };
  }
}

const FIELD_ORDER = ['headline', 'deck', 'byline', 'dateline', 'slug', 'embargo'];
const SLOT_ORDER = ['picture', 'content', 'attribution', 'caption', 'credit', 'alt'];

/** Fields first, then block by block as they stand; each finding once. */
function inStoryOrder(found: readonly Finding[], { blocks }: Story): Finding[] {
  const index = new Map(blocks.map((block, i) => [block.id as string, i]));
  const rank = ({ place }: Finding) =>
    place.in === 'field'
      ? FIELD_ORDER.indexOf(place.field) - FIELD_ORDER.length
      : (index.get(place.blockId) ?? blocks.length) * SLOT_ORDER.length + SLOT_ORDER.indexOf(place.slot);
  const seen = new Set<string>();
  return found
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank || a.finding.place.start - b.finding.place.start)
    .map(({ finding }) => finding)
    .filter((finding) => {
      const name = findingName(finding);
      return !seen.has(name) && seen.add(name);
    });
}
