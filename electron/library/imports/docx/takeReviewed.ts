import type { Imported } from '../../../../shared/ipc/librarySchemas.ts';
import { changeSentences } from '../../../../shared/merge/mergeSentences.ts';
import { sideChanges } from '../../../../shared/merge/sideChanges.ts';
import { newRevisionId } from '../../../../shared/story/ids.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { versionsOf } from '../../../../shared/suggestions/versions.ts';
import type { LibraryAccess } from '../../libraryAccess.ts';
import type { OpenPaper } from './openPaper.ts';
import { reviewedStory } from './reviewedStory.ts';

const UNKNOWN =
  'This library does not have the version the document was made of: only changes that Word recorded were taken over.';

/**
 * Takes in a document that was made of a story of this library: what was done to it in Word becomes suggestions over the story as it
 * stands now, what was said there comments. What was there before and what came are both kept as revisions.
 */
export function takeReviewed(
  library: LibraryAccess,
  mine: Story,
  { paper, origin, seed }: OpenPaper,
  fileName: string,
): Imported {
  const { reception } = library;
  const now = new Date().toISOString();
  const base = reception.findVersion(mine.id, origin.version);
  const { content, theirs } = reviewedStory({ paper, mine, base: base?.story ?? null, seed, now });
  const story: Story = { ...bare(base?.story ?? mine), ...theirs, blocks: [...theirs.blocks] };
  const done = { storyId: mine.id, fileName, furniture: [] };
  if (reception.findVersion(mine.id, library.hashStory(story)) && !isNews(mine, content)) {
    return {
      ...done,
      alreadyHere: true,
      notes: ['Nothing in this document is new: it was taken in before, or never changed.'],
    };
  }
  const by = paper.savedBy || 'Word';
  const notes = [...(base ? [] : [UNKNOWN]), ...told(mine, content), ...said(mine, content)];
  const head = { id: newRevisionId(), createdAt: now, parents: base ? [base.id] : [], by, story };
  reception.propose(head, content, [`Took in “${fileName}”, which came back from ${by}.`, ...notes].join(' '));
  return { ...done, alreadyHere: false, notes };
}

type Content = Pick<Story, 'fields' | 'blocks' | 'suggestions' | 'review'>;

/** The words alone. */
function bare({ suggestions: _suggestions, review: _review, ...story }: Story): Story {
  return story;
}

function isNews(mine: Story, content: Content): boolean {
  return told(mine, content).length > 0 || said(mine, content).length > 0;
}

/** Who proposes what, a sentence each. */
function told(mine: Story, content: Content): string[] {
  const versions = versionsOf(content);
  const known = new Set((mine.suggestions ?? []).map(({ id }) => id));
  return (content.suggestions ?? []).flatMap(({ id, by }, level) => {
    const [before, after] = [versions[level], versions[level + 1]];
    if (known.has(id) || !before || !after) return [];
    return changeSentences(by, sideChanges(asContent(before), asContent(after)));
  });
}

function asContent({
  fields,
  blocks,
}: Pick<Story, 'fields'> & { readonly blocks: readonly Story['blocks'][number][] }) {
  return { fields, blocks: [...blocks] };
}

function said(mine: Story, { review }: Content): string[] {
  const notes = (threads: readonly { readonly notes: readonly unknown[] }[]) =>
    threads.flatMap((thread) => thread.notes);
  const count = notes(review?.threads ?? []).length - notes(mine.review?.threads ?? []).length;
  if (count <= 0) return [];
  return [count === 1 ? 'A comment came with it.' : `${count} comments came with it.`];
}
