import { compareStories } from '../../shared/compare/compareStories.ts';
import type { RevisionReason, RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../shared/lang/result.ts';
import { newRevisionId, type RevisionId, type StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import { countBodyWords } from '../../shared/story/wordCount.ts';
import { numberFor } from './numberFor.ts';

interface KeptRevision {
  readonly summary: RevisionSummary;
  readonly story: Story;
}

/** The revisions of stories in memory, and what the writer has not seen of them. */
export class FakeRevisions {
  readonly #kept: KeptRevision[] = [];
  /** By story, the revision the writer saw last. */
  readonly unseen = new Map<StoryId, RevisionSummary>();
  readonly #now: () => string;
  readonly #person: () => string;

  constructor(now: () => string, person: () => string) {
    this.#now = now;
    this.#person = person;
  }

  /** Newest first. */
  list(storyId: StoryId): RevisionSummary[] {
    return this.#of(storyId)
      .map(({ summary }) => summary)
      .toReversed();
  }

  read(id: RevisionId): KeptRevision {
    const found = this.#kept.find(({ summary }) => summary.id === id);
    if (!found) throw new StetError('notFound', 'This revision is not in the library any more.');
    return found;
  }

  keep(story: Story, reason: RevisionReason, name: string): RevisionSummary {
    const newest = this.#of(story.id).at(-1);
    const content = JSON.stringify([story.fields, story.blocks]);
    const digest = Math.abs(numberFor(content)).toString(16).padStart(64, '0');
    const isSame = newest?.summary.hash === digest && reason === 'named' && newest.summary.name === name;
    if (newest && isSame) return newest.summary;
    const counted = newest && compareStories(newest.story, story).words;
    const summary: RevisionSummary = {
      id: newRevisionId(),
      storyId: story.id,
      parents: newest ? [newest.summary.id] : [],
      reason,
      name,
      createdAt: this.#now(),
      by: this.#person(),
      words: countBodyWords(story.blocks),
      wordsIn: counted?.in ?? null,
      wordsOut: counted?.out ?? null,
      hash: digest,
    };
    const { review: _, ...kept } = structuredClone(story);
    this.#kept.push({ summary, story: kept });
    return summary;
  }

  #of(storyId: StoryId): KeptRevision[] {
    return this.#kept.filter(({ summary }) => summary.storyId === storyId);
  }
}
