import type { CheckSkip } from '../../shared/checks/checkProfile.ts';
import { findingKey, type Finding, type Level } from '../../shared/checks/finding.ts';
import { StoryChecker, type CheckReport } from '../../shared/checks/StoryChecker.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Asset } from '../../shared/media/asset.ts';
import type { AssetId, StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import { Signal } from '../ui/Signal.ts';

/** What the desk shows of the open story: findings that stand, those let stand, and how many of each level stand. */
export interface CheckedStory {
  readonly storyId: StoryId;
  readonly findings: readonly Finding[];
  readonly skipped: readonly { readonly finding: Finding; readonly skip: CheckSkip }[];
  readonly counts: Readonly<Record<Level, number>>;
}

/** Where the story comes from. */
export interface ChecksSource {
  readonly readStory: () => Story | null;
  /** Calls back when the story may have changed; returns its undo. */
  readonly onChange: (listener: () => void) => () => void;
  readonly library: LibraryClient;
}

/** Checking waits (ms) until the keys rest, and works for less than a frame at a stretch: no key waits for it. */
const REST_MS = 600;
const SLICE_MS = 6;

/**
 * Checks the open story while somebody looks on, off the typing path: when the keys rest, in slices, only what changed. A
 * finding can be skipped with a reason; skips last as long as the window.
 */
export class StoryChecks {
  /** null until a story was checked. */
  readonly checked = new Signal<CheckedStory | null>(null);
  readonly #skips = new Map<StoryId, Map<string, CheckSkip>>();
  readonly #assets = new Map<AssetId, Asset | null>();
  #checker = new StoryChecker({ now: () => new Date().toISOString() });
  #report: { readonly storyId: StoryId; readonly report: CheckReport } | null = null;
  #watchers = 0;
  #stopListening: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: ChecksSource) {}

  /** Checks now and after every change until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    this.#stopListening ??= this.source.onChange(() => this.#ask(REST_MS));
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

  /** Checks again at the next chance: somebody fixed something. */
  again(): void {
    this.#ask(0);
  }

  /** Lets a finding stand. */
  skip(finding: Finding, reason: string): void {
    const storyId = this.#report?.storyId;
    if (!storyId) return;
    const key = findingKey(finding);
    const skips = this.#skips.get(storyId) ?? new Map<string, CheckSkip>();
    this.#skips.set(storyId, skips.set(key, { key, reason, by: '', at: new Date().toISOString() }));
    this.#tell();
  }

  /** Brings a skipped finding back. */
  unskip({ key }: CheckSkip): void {
    if (this.#report) this.#skips.get(this.#report.storyId)?.delete(key);
    this.#tell();
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
    const assets = [...this.#assets.values()].filter((asset) => asset !== null);
    this.#work(story, this.#checker.steps(story, assets));
  }

  #work(story: Story, steps: Generator<undefined, CheckReport>): void {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) {
        this.#report = { storyId: story.id, report: step.value };
        this.#tell();
        return;
      }
    } while (performance.now() < until);
    this.#timer = setTimeout(() => this.#work(story, steps), 0);
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

  #tell(): void {
    if (!this.#report) {
      this.checked.set(null);
      return;
    }
    const { storyId, report } = this.#report;
    const skips = this.#skips.get(storyId);
    const findings: Finding[] = [];
    const skipped: { finding: Finding; skip: CheckSkip }[] = [];
    const counts = { note: 0, warn: 0, block: 0 };
    for (const finding of report.findings) {
      const skip = skips?.get(findingKey(finding));
      if (skip) skipped.push({ finding, skip });
      else {
        findings.push(finding);
        counts[finding.level] += 1;
      }
    }
    this.checked.set({ storyId, findings, skipped, counts });
  }
}
