// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newsroomOf } from '../../../../renderer/app/Newsroom.ts';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import type { Settings } from '../../../../shared/ipc/mainContract.ts';
import { fail } from '../../../../shared/lang/result.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { FakeEditor } from '../FakeEditor.ts';

let bridge: FakeBridge;
let workspace: Workspace;
let id: StoryId;

function start(change: Partial<Settings> = {}): void {
  bridge = fakeBridge(change);
  workspace = new Workspace(bridge, { ...FALLBACK_SETTINGS, ...change });
  id = bridge.library.importText('One', 'Words.');
}

async function openStory(): Promise<FakeEditor> {
  await workspace.open(id);
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  return new FakeEditor(state.opened, workspace.desk.reportsFor(state.session));
}

const fields = () => bridge.library.stories.get(id)?.story.fields;
const messages = () => workspace.notices.list.value.map((notice) => notice.message);

beforeEach(() => start({ name: 'Leila' }));

describe('a step', () => {
  it('is written down with its status and hands, and the page shows both', async () => {
    const editor = await openStory();
    const step = { by: 'Leila', status: 'inReview', assignee: 'Leila', note: '' } as const;
    expect(await newsroomOf(workspace).takeStep(id, step)).toBeNull();
    expect(editor.flushes).toBeGreaterThan(0);
    expect(fields()).toMatchObject({ status: 'inReview', assignee: 'Leila' });
    expect(workspace.desk.fields.value).toMatchObject({ status: 'inReview', assignee: 'Leila' });
    expect(bridge.library.stories.get(id)?.story.review?.steps).toMatchObject([step]);
    expect(messages()).toEqual(['Taken into review by Leila.']);
  });

  it('is not taken while the page cannot be put on the disk', async () => {
    (await openStory()).unsaved = 'The disk is full.';
    const why = await newsroomOf(workspace).takeStep(id, { by: 'Leila', status: 'submitted', note: '' });
    expect([why, fields()?.status]).toEqual(['The disk is full.', 'draft']);
  });

  it('leaves the page as it is where the library refuses', async () => {
    await openStory();
    bridge.library.failWith('review.change', fail('disk', 'The disk is full.'));
    const why = await newsroomOf(workspace).takeStep(id, { by: 'Leila', status: 'submitted', note: '' });
    expect([why, workspace.desk.fields.value?.status]).toEqual(['The disk is full.', 'draft']);
  });

  it('of a story that is not on the page leaves the one that is alone', async () => {
    const other = bridge.library.importText('Two', 'Words.');
    await openStory();
    await newsroomOf(workspace).takeStep(other, { by: 'Leila', status: 'killed', note: '' });
    expect(workspace.desk.fields.value?.status).toBe('draft');
    expect(bridge.library.stories.get(other)?.story.fields.status).toBe('killed');
  });

  it('keeps the name that was given with it', async () => {
    start();
    await newsroomOf(workspace).takeStep(id, { by: 'Amna', status: 'submitted', note: '' });
    expect(workspace.settings.value.name).toBe('Amna');
  });
});

describe('the role', () => {
  it('is a correspondent’s until another is chosen, and belongs to the folder that is open', async () => {
    const newsroom = newsroomOf(workspace);
    expect(newsroom.role.value).toBe('correspondent');
    await vi.waitFor(() => expect(bridge.asked.some(({ name }) => name === 'app.info')).toBe(true));
    await newsroom.changeRole('editor');
    expect(newsroom.role.value).toBe('editor');
    const [folder] = Object.keys(workspace.settings.value.roles);
    const info = await bridge.ask('app.info', {});
    expect(info.ok && info.value.libraryFolder).toBe(folder);
    await workspace.changeSettings({ roles: { '/elsewhere': 'editor' } });
    expect(newsroom.role.value).toBe('correspondent');
  });
});
