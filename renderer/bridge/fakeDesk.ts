import type { LibraryAnswer, LibraryPayload } from '../../shared/ipc/libraryContract.ts';
import { isOpen } from '../../shared/story/review.ts';
import type { Story } from '../../shared/story/story.ts';
import { countBodyWords } from '../../shared/story/wordCount.ts';

type DeskRequest = 'desk.list' | 'desk.names';

/** The answers of the library in memory about the desk; `stories` are those outside the trash. */
export function fakeDesk(stories: () => readonly Story[]): {
  [Name in DeskRequest]: (payload: LibraryPayload<Name>) => LibraryAnswer<Name>;
} {
  const isDone = ({ fields }: Story) => fields.status === 'sent' || fields.status === 'killed';
  const rank = (story: Story) =>
    [isDone(story) ? 1 : 0, story.fields.deadline ?? '9', story.fields.priority ?? '9'].join(' ');
  return {
    'desk.list': () => {
      const listed = stories().toSorted(
        (one, other) => rank(one).localeCompare(rank(other), 'en') || other.updatedAt.localeCompare(one.updatedAt),
      );
      return { items: listed.map(toRow), hidden: 0 };
    },
    'desk.names': () =>
      [...new Set(stories().flatMap(({ fields }) => fields.assignee || []))].toSorted((one, other) =>
        one.localeCompare(other),
      ),
  };
}

function toRow({ id, fields, blocks, review, updatedAt }: Story): LibraryAnswer<'desk.list'>['items'][number] {
  const { slug, headline, language, status, desk, priority, deadline, assignee = '' } = fields;
  const comments = (review?.threads ?? []).filter(isOpen).length;
  const facts = { words: countBodyWords(blocks), comments, updatedAt };
  return { id, slug, headline, language, status, desk, priority, deadline, assignee, ...facts };
}
