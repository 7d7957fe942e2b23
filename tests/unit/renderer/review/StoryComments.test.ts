import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { StoryComments, type CommentedPage } from '../../../../renderer/review/StoryComments.ts';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import { newThreadId, type StoryId, type ThreadId } from '../../../../shared/story/ids.ts';
import { isOpen } from '../../../../shared/story/review.ts';

type Followed = Parameters<CommentedPage['follow']>[0];

/** A page that says what it was asked to show. */
class PageSide implements CommentedPage {
  readonly spots = new Signal<readonly { readonly id: ThreadId; readonly top: number }[]>([]);
  readonly dropped: ThreadId[] = [];
  readonly revealed: ThreadId[] = [];
  followed: Followed | null = null;
  isEmpty = false;
  follow(followed: Followed): void {
    this.followed = followed;
  }
  begin() {
    return this.isEmpty
      ? null
      : { id: newThreadId(), about: { kind: 'field' as const, field: 'deck' as const, words: '' } };
  }
  drop(id: ThreadId): void {
    this.dropped.push(id);
  }
  reveal(id: ThreadId): boolean {
    this.revealed.push(id);
    return true;
  }
  fromCaret(): ThreadId | null {
    return this.followed?.threads[0]?.id ?? null;
  }
}

let library: FakeLibrary;
let page: PageSide;
let comments: StoryComments;
let storyId: StoryId;
const announced: string[] = [];

beforeEach(async () => {
  library = new FakeLibrary();
  page = new PageSide();
  announced.length = 0;
  const made = await library.request('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
  if (!made.ok) throw new Error(made.error.message);
  storyId = made.value.story.id;
  comments = new StoryComments({
    library,
    storyId: () => storyId,
    page: () => page,
    onChange: () => () => undefined,
    focusPage: () => undefined,
    announce: (message) => announced.push(message),
  });
  comments.watch();
});

async function say(text = 'Who says so?'): Promise<ThreadId> {
  comments.begin();
  const id = comments.draft.value?.id;
  await comments.finishDraft(text, 'Sadia Memon');
  if (!id) throw new Error('No draft');
  return id;
}

describe('StoryComments', () => {
  it('is in the library as soon as it is said, and drawn before', async () => {
    comments.begin();
    expect(page.followed?.drawn.size).toBe(1);
    await comments.finishDraft('Who says so?', 'Sadia Memon');
    const kept = await library.request('review.read', { storyId });
    expect(kept.ok && kept.value.threads[0]?.notes[0]).toMatchObject({ by: 'Sadia Memon', text: 'Who says so?' });
    expect(comments.draft.value).toBeNull();
    expect(comments.chosen.value).toBe(comments.review.value.threads[0]?.id);
  });

  it('takes the marks of what was not said off the page again', () => {
    comments.begin();
    const id = comments.draft.value?.id;
    comments.cancelDraft();
    expect(page.dropped).toEqual([id]);
    expect(page.followed?.drawn.size).toBe(0);
  });

  it('says so where there is nothing to comment on', () => {
    page.isEmpty = true;
    comments.begin();
    expect(announced).toEqual(['There is nothing here to comment on.']);
  });

  it('resolves and opens again; what is settled is drawn only when asked for', async () => {
    const id = await say();
    await comments.resolve(id, 'Ali Dars');
    expect(comments.review.value.threads.map(isOpen)).toEqual([false]);
    expect(page.followed?.drawn.size).toBe(0);
    expect(page.revealed).toContain(id);
    comments.setFilter('all');
    expect(page.followed?.drawn.size).toBe(1);
    await comments.reopen(id, 'Ali Dars');
    expect(comments.review.value.threads.map(isOpen)).toEqual([true]);
  });

  it('deletes nothing: what is taken back says nothing', async () => {
    const id = await say();
    await comments.reply(id, 'The union.', 'Ali Dars');
    const note = comments.review.value.threads[0]?.notes[1];
    if (!note) throw new Error('No note');
    await comments.edit(id, note.id, '');
    expect(comments.review.value.threads[0]?.notes.map(({ text }) => text)).toEqual(['Who says so?', '']);
  });

  it('hears what others say meanwhile', async () => {
    const id = await say();
    const change = { kind: 'addNote' as const, threadId: id, by: 'Ali Dars', text: 'From another window' };
    await library.request('review.change', { storyId, change });
    await vi.waitFor(() => expect(comments.review.value.threads[0]?.notes).toHaveLength(2));
  });
});
