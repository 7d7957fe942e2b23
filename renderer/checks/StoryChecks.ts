import { findingKey, findingName, type Finding, type Place } from '../../shared/checks/finding.ts';
import { settleSkips, type SettledFindings } from '../../shared/checks/settleSkips.ts';
import { StoryChecker, type CheckReport } from '../../shared/checks/StoryChecker.ts';
import { linksOf } from '../../shared/checks/storyLinks.ts';
import { missingFields, type MissingField } from '../../shared/checks/style/requiredFields.ts';
import type { Gate } from '../../shared/checks/style/gates.ts';
import { houseStyleOf } from '../../shared/checks/style/houseStyleOf.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { House, StoredSkip } from '../../shared/ipc/librarySchemas.ts';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import type { Result } from '../../shared/lang/result.ts';
import type { Asset } from '../../shared/media/asset.ts';
import type { AssetId, StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import { Signal } from '../ui/Signal.ts';
import { Grammar } from './Grammar.ts';
import { findingGroups } from './findingGroups.ts';
import { Spelling } from './Spelling.ts';

/** What the desk shows of the open story: findings that stand, those let stand, and how many of each level stand. */
export interface CheckedStory extends SettledFindings<StoredSkip> {
  readonly storyId: StoryId;
  /** What the house calls its style, and the sentence about a style file that cannot be read. */
  readonly styleName: string;
  readonly styleProblem: string | null;
  /** Whom findings that block stop. */
  readonly gate: Gate;
  /** What the house requires and the story does not have, for any target. */
  readonly missing: readonly MissingField[];
  /** Where the story's links lead, in order. */
  readonly addresses: readonly string[];
}

/** Where the story comes from. */
export interface ChecksSource {
  readonly readStory: () => Story | null;
  /** Calls back when the story may have changed; returns its undo. */
  readonly onChange: (listener: () => void) => () => void;
  /** Goes to the words at a place. */
  readonly reveal: (place: Place) => void;
  /** Puts the fixes of these findings onto the page, as one step that can be undone. */
  readonly fix: (findings: readonly Finding[]) => void;
  readonly library: LibraryClient;
  /** Whether whoever sits here wants spelling and grammar looked at, and the words they call right. */
  readonly writer: Signal<Writer>;
}

/** What a person has set about spelling and grammar. */
export type Writer = Pick<Settings, 'spelling' | 'grammar' | 'dictionary'>;

/** Checking waits (ms) until the keys rest, and works for less than a frame at a stretch: no key waits for it. */
const REST_MS = 600;
const SLICE_MS = 6;

/**
 * Checks the open story while somebody looks on, off the typing path: when the keys rest, in slices, only what changed. A
 * finding can be skipped with a reason, which the library keeps in the story's history.
 */
export class StoryChecks {
  /** null until a story was checked. */
  readonly checked = new Signal<CheckedStory | null>(null);
  /** The sentence why a skip could not be kept; null when all is well. */
  readonly problem = new Signal<string | null>(null);
  /** The finding somebody went to last, by its name. */
  readonly current = new Signal<string | null>(null);
  readonly #skips = new Map<StoryId, readonly StoredSkip[]>();
  readonly #assets = new Map<AssetId, Asset | null>();
  #house: House = { fileName: null, file: null, problem: null, words: [] };
  #style = houseStyleOf(null);
  #checker: StoryChecker;
  readonly #spelling: Spelling;
  readonly #grammar: Grammar;
  #report: {
    readonly storyId: StoryId;
    readonly report: CheckReport;
    readonly missing: readonly MissingField[];
    readonly addresses: readonly string[];
  } | null = null;
  #watchers = 0;
  #stopListening: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: ChecksSource) {
    this.#spelling = new Spelling(source.library);
    this.#grammar = new Grammar(source.library);
    this.#checker = this.#makeChecker();
    source.writer.subscribe(() => this.#startAnew());
  }

  /** Checks now and after every change until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    this.#stopListening ??= this.#listen();
    void this.#readHouse();
    this.#ask(0);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#watchers -= 1;
      if (this.#watchers > 0) return;
      clearTimeout(this.#timer);
      this.#stopListening?.();
      this.#stopListening = null;
    };
  }

  goTo(finding: Finding): void {
    this.current.set(findingName(finding));
    this.source.reveal(finding.place);
  }

  /** Goes to the next finding or the one before, as the Checks tab lists them; null where there is none. */
  step(way: 1 | -1): Finding | null {
    const listed = findingGroups(this.checked.value?.findings ?? []).flatMap(({ findings }) => findings);
    const at = listed.findIndex((finding) => findingName(finding) === this.current.value);
    const next = at < 0 ? (way > 0 ? 0 : listed.length - 1) : (at + way + listed.length) % listed.length;
    const finding = listed[next] ?? null;
    if (finding) this.goTo(finding);
    return finding;
  }

  /** Mends these findings, and checks again at the next chance. */
  settle(findings: readonly Finding[]): void {
    this.source.fix(findings);
    this.#ask(0);
  }

  /** Lets a finding stand; the reason and the name stay in the story's history. */
  async skip({ message, ...finding }: Finding, reason: string, by: string): Promise<void> {
    const storyId = this.#report?.storyId;
    if (!storyId) return;
    const skip = { key: findingKey(finding), message, reason, by };
    this.#keepSkips(storyId, await this.source.library.request('checks.skip', { storyId, skip }));
  }

  /** Brings a skipped finding back. */
  async unskip({ key }: StoredSkip, by: string): Promise<void> {
    const storyId = this.#report?.storyId;
    if (!storyId) return;
    this.#keepSkips(storyId, await this.source.library.request('checks.unskip', { storyId, key, by }));
  }

  /** What a misspelt word may have been meant to be, the likeliest first. */
  async suggest(finding: Finding): Promise<readonly string[]> {
    const story = this.source.readStory();
    return story ? this.#spelling.suggest(finding, story) : [];
  }

  /** Adds a word to the house's dictionary, for everyone who has this library. */
  async addHouseWord(word: string): Promise<void> {
    const answer = await this.source.library.request('house.addWord', { word });
    this.problem.set(answer.ok ? null : answer.error.message);
    if (answer.ok) this.#takeHouse(answer.value);
  }

  #keepSkips(storyId: StoryId, answer: Result<readonly StoredSkip[]>): void {
    this.problem.set(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    this.#skips.set(storyId, answer.value);
    this.#tell();
  }

  #listen(): () => void {
    const stop = this.source.onChange(() => this.#ask(REST_MS));
    // The style file is written in another program.
    const onFocus = () => void this.#readHouse();
    window.addEventListener('focus', onFocus);
    return () => {
      stop();
      window.removeEventListener('focus', onFocus);
    };
  }

  async #readHouse(): Promise<void> {
    const answer = await this.source.library.request('house.read', {});
    if (answer.ok && JSON.stringify(answer.value) !== JSON.stringify(this.#house)) this.#takeHouse(answer.value);
  }

  #takeHouse(house: House): void {
    this.#house = house;
    this.#style = houseStyleOf(house.file);
    this.#startAnew();
  }

  #makeChecker(): StoryChecker {
    const { spelling, grammar, dictionary } = this.source.writer.value;
    return new StoryChecker({
      style: this.#style,
      now: () => new Date().toISOString(),
      ownWords: [...dictionary, ...this.#house.words],
      ...(spelling ? { proofs: this.#spelling.proofs } : {}),
      ...(grammar ? { readings: this.#grammar.readings } : {}),
    });
  }

  /** Reads everything again, by what the house and the writer say now. */
  #startAnew(): void {
    this.#checker = this.#makeChecker();
    if (this.#watchers > 0) this.#ask(0);
  }

  #ask(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), wait);
  }

  #begin(): void {
    const story = this.source.readStory();
    if (!story) {
      this.#report = null;
      this.#tell();
      return;
    }
    if (this.#report && this.#report.storyId !== story.id) {
      this.#report = null;
      this.#tell();
    }
    this.#learnPictures(story);
    this.#learnSkips(story.id);
    const assets = [...this.#assets.values()].filter((asset) => asset !== null);
    this.#work(story, this.#checker.steps(story, assets));
  }

  #work(story: Story, steps: Generator<undefined, CheckReport>): void {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) {
        const missing = missingFields(this.#style.required, story.fields, null);
        const addresses = story.blocks.flatMap(linksOf).map(({ url }) => url);
        this.#report = { storyId: story.id, report: step.value, missing, addresses };
        this.#tell();
        void this.#lookUp();
        void this.#readGrammar();
        return;
      }
    } while (performance.now() < until);
    this.#timer = setTimeout(() => this.#work(story, steps), 0);
  }

  /** Has the words looked up that the dictionaries were not asked yet, and says what that changes. */
  async #lookUp(): Promise<void> {
    if ((await this.#spelling.lookUp()) && this.#watchers > 0) this.#ask(0);
  }

  /** Has the texts read that the grammar engine has not seen yet, and says what that changes. */
  async #readGrammar(): Promise<void> {
    if ((await this.#grammar.read()) && this.#watchers > 0) this.#ask(0);
  }

  /** Asks once for what each picture says of itself, and checks again when it is known. */
  #learnPictures({ blocks }: Story): void {
    for (const block of blocks) {
      if (block.type !== 'figure' || block.assetId === null || this.#assets.has(block.assetId)) continue;
      const { assetId } = block;
      this.#assets.set(assetId, null);
      void this.source.library.request('media.read', { id: assetId }).then((answer) => {
        if (!answer.ok) return;
        this.#assets.set(assetId, answer.value);
        if (this.#watchers > 0) this.#ask(0);
      });
    }
  }

  /** Asks once which findings of a story stand. */
  #learnSkips(storyId: StoryId): void {
    if (this.#skips.has(storyId)) return;
    this.#skips.set(storyId, []);
    void this.source.library.request('checks.skips', { storyId }).then((answer) => {
      if (answer.ok) this.#keepSkips(storyId, answer);
      else this.#skips.delete(storyId);
    });
  }

  #tell(): void {
    if (!this.#report) {
      this.checked.set(null);
      return;
    }
    const { storyId, report, missing, addresses } = this.#report;
    this.checked.set({
      ...settleSkips(report.findings, this.#skips.get(storyId) ?? []),
      ...{ storyId, missing, addresses },
      ...{ styleName: this.#style.name, styleProblem: this.#house.problem, gate: this.#style.gate },
    });
  }
}
