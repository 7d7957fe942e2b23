import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StoryDesk, storyTitle } from '../../../../renderer/app/StoryDesk.ts';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { fail } from '../../../../shared/lang/result.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { newStoryId } from '../../../../shared/story/ids.ts';
import { FakeEditor } from '../FakeEditor.ts';

let library: FakeLibrary;
let desk: StoryDesk;
let one: StoryId;
let two: StoryId;
let three: StoryId;

/** Plays the editor: starts for the story that is on the page now. */
function startEditor(): FakeEditor {
  const state = desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  return new FakeEditor(state.opened, desk.reportsFor(state.session));
}

beforeEach(() => {
  library = new FakeLibrary();
  one = library.importText('One', 'First words.');
  two = library.importText('Two', 'Second words.');
  three = library.importText('Three', 'Third words.');
  desk = new StoryDesk(library);
});

describe('opening a story', () => {
  it('puts it on the page with its fields', async () => {
    expect(await desk.open(one)).toBeNull();
    expect(desk.openId).toBe(one);
    expect(desk.fields.value?.headline).toBe('One');
  });

  it('flushes the story before it', async () => {
    await desk.open(one);
    const editor = startEditor();
    await desk.open(two);
    expect(editor.flushes).toBeGreaterThan(0);
    expect(desk.openId).toBe(two);
  });

  it('stays where it is when the words cannot be put on the disk, and says why', async () => {
    await desk.open(one);
    startEditor().unsaved = 'The disk is full.';
    expect(await desk.open(two)).toBe('The disk is full.');
    expect(desk.openId).toBe(one);
    expect(desk.opening.value).toBeNull();
  });

  it('stays where it is when words typed while the library answered cannot be put on the disk', async () => {
    await desk.open(one);
    const editor = startEditor();
    const release = library.holdNext('stories.open');
    const opening = desk.open(two);
    editor.unsaved = 'The disk is full.';
    release();
    expect(await opening).toBe('The disk is full.');
    expect(desk.openId).toBe(one);
  });

  it('shows the story asked for last, however late an earlier one answers', async () => {
    const releaseTwo = library.holdNext('stories.open');
    const request = vi.spyOn(library, 'request');
    const first = desk.open(two);
    await vi.waitFor(() => expect(request).toHaveBeenCalledWith('stories.open', { id: two }));
    await desk.open(three);
    releaseTwo();
    await first;
    expect(desk.openId).toBe(three);
  });

  it('goes on with a story that is asked for again while it is being read', async () => {
    const release = library.holdNext('stories.open');
    const request = vi.spyOn(library, 'request');
    const first = desk.open(two);
    await vi.waitFor(() => expect(request).toHaveBeenCalledWith('stories.open', { id: two }));
    const again = desk.open(two);
    release();
    expect(await Promise.all([first, again])).toEqual([null, null]);
    expect(desk.openId).toBe(two);
    expect(request.mock.calls.filter(([name]) => name === 'stories.open')).toHaveLength(1);
  });

  it('reads a story again that was given up meanwhile', async () => {
    const release = library.holdNext('stories.open');
    const first = desk.open(two);
    await desk.close();
    const again = desk.open(two);
    release();
    await Promise.all([first, again]);
    expect(desk.openId).toBe(two);
  });

  it('asks for one story only when several are asked for at once', async () => {
    await Promise.all([desk.open(two), desk.open(three)]);
    expect(desk.openId).toBe(three);
  });

  it('keeps the open story when another cannot be opened', async () => {
    await desk.open(one);
    startEditor();
    expect(await desk.open(newStoryId())).toMatch(/not in the library/);
    expect(desk.openId).toBe(one);
    expect(desk.state.value.kind).toBe('open');
  });

  it('says what is wrong on an empty page when the first story cannot be opened', async () => {
    await desk.open(newStoryId());
    expect(desk.state.value.kind).toBe('failed');
  });

  it('gives the keyboard to the page when the story is there already', async () => {
    await desk.open(one);
    const editor = startEditor();
    await desk.open(one);
    expect(editor.focused).toBe(1);
    expect(desk.state.value).toMatchObject({ kind: 'open', session: 1 });
  });
});

describe('an editor that was closed', () => {
  it('can no longer report anything', async () => {
    await desk.open(one);
    const editor = startEditor();
    await desk.open(two);
    editor.say({ kind: 'unsaved', reason: 'too late' });
    editor.setField('headline', 'From the other story');
    expect(desk.saveState.value).toEqual({ kind: 'saved', at: null });
    expect(desk.fields.value?.headline).toBe('Two');
  });
});

describe('a field changed before the editor is there', () => {
  it('shows at once, is not called saved, and goes through the editor when it comes', async () => {
    await desk.open(one);
    desk.setField('slug', 'floods');
    expect(desk.fields.value?.slug).toBe('floods');
    expect(desk.saveState.value.kind).toBe('saving');
    const editor = startEditor();
    expect(editor.readStory().fields.slug).toBe('floods');
    expect(desk.fields.value?.slug).toBe('floods');
    desk.setField('desk', 'Foreign');
    expect(editor.readStory().fields.desk).toBe('Foreign');
  });

  it('is on the disk before another story comes to the page, editor or not', async () => {
    await desk.open(one);
    desk.setField('slug', 'floods');
    expect(await desk.open(two)).toBeNull();
    await desk.open(one);
    expect(desk.fields.value?.slug).toBe('floods');
    desk.setField('slug', 'deluge');
    library.failWith('stories.put', fail('diskFull', 'The disk is full.', true));
    expect(await desk.open(two)).toBe('The disk is full.');
    expect(desk.openId).toBe(one);
  });
});

describe('flushing', () => {
  it('answers the reason when the editor throws', async () => {
    await desk.open(one);
    startEditor().flush = () => Promise.reject(new Error('The port is closed.'));
    expect(await desk.flush()).toBe('The port is closed.');
  });

  it('has nothing to do without a story', async () => {
    expect(await desk.flush()).toBeNull();
  });
});

describe('reworking the open story', () => {
  it('flushes, holds the page meanwhile, and starts the editor afresh', async () => {
    await desk.open(one);
    const editor = startEditor();
    const heldDuring: boolean[] = [];
    const why = await desk.rework(() => {
      heldDuring.push(desk.held.value);
      return library.request('stories.open', { id: one });
    });
    expect(why).toBeNull();
    expect(editor.flushes).toBe(1);
    expect(heldDuring).toEqual([true]);
    expect(desk.held.value).toBe(false);
    expect(desk.state.value).toMatchObject({ kind: 'open', session: 2 });
  });

  it('changes nothing when the page is not on the disk', async () => {
    await desk.open(one);
    startEditor().unsaved = 'The disk is full.';
    let asked = 0;
    const why = await desk.rework(() => {
      asked += 1;
      return library.request('stories.open', { id: one });
    });
    expect(why).toBe('The disk is full.');
    expect(asked).toBe(0);
  });

  it('keeps the page when the change fails', async () => {
    await desk.open(one);
    startEditor();
    const why = await desk.rework(() => Promise.resolve(fail('gone', 'This revision is gone.')));
    expect(why).toBe('This revision is gone.');
    expect(desk.state.value).toMatchObject({ kind: 'open', session: 1 });
  });
});

describe('closing', () => {
  it('leaves an empty page', async () => {
    await desk.open(one);
    startEditor();
    expect(await desk.close()).toBeNull();
    expect(desk.state.value).toEqual({ kind: 'empty' });
    expect(desk.fields.value).toBeNull();
  });

  it('keeps a story whose words are not on the disk', async () => {
    await desk.open(one);
    startEditor().unsaved = 'The disk is full.';
    expect(await desk.close()).toBe('The disk is full.');
    expect(desk.openId).toBe(one);
  });
});

describe('storyTitle', () => {
  it.each([
    [{ headline: 'Floods', slug: 'floods' }, 'Floods'],
    [{ headline: '  ', slug: 'floods' }, 'floods'],
    [{ headline: '', slug: '' }, 'Untitled'],
  ])('%j is called %s', (fields, title) => {
    expect(storyTitle(fields)).toBe(title);
  });
});
