// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useShellEvents } from '../../../../renderer/app/useShellEvents.ts';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { WorkspaceContext } from '../../../../renderer/app/WorkspaceContext.tsx';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { FakeEditor } from '../FakeEditor.ts';
import { press, render } from '../render.tsx';

let bridge: FakeBridge;
let workspace: Workspace;
let id: StoryId;

function Listening() {
  useShellEvents();
  return <input aria-label="Somewhere" />;
}

async function openStory(): Promise<FakeEditor> {
  await workspace.open(id);
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  return new FakeEditor(state.opened, workspace.desk.reportsFor(state.session));
}

const flushed = () => bridge.asked.filter(({ name }) => name === 'window.flushed').map(({ payload }) => payload);

beforeEach(async () => {
  bridge = fakeBridge();
  workspace = new Workspace(bridge, FALLBACK_SETTINGS);
  id = bridge.library.importText('One', 'Words.');
  await render(
    <WorkspaceContext value={workspace}>
      <Listening />
    </WorkspaceContext>,
  );
});

describe('closing the window', () => {
  it('answers after everything is on the disk', async () => {
    const editor = await openStory();
    bridge.emitMain('app.flushAsked', {});
    await vi.waitFor(() => expect(flushed()).toEqual([{ unsaved: null }]));
    expect(editor.flushes).toBe(1);
  });

  it('answers why not', async () => {
    (await openStory()).unsaved = 'The disk is full.';
    bridge.emitMain('app.flushAsked', {});
    await vi.waitFor(() => expect(flushed()).toEqual([{ unsaved: 'The disk is full.' }]));
  });

  it('answers with no story on the page', async () => {
    bridge.emitMain('app.flushAsked', {});
    await vi.waitFor(() => expect(flushed()).toEqual([{ unsaved: null }]));
  });
});

describe('what main says', () => {
  it('opens a story, runs an action, changes the settings', async () => {
    bridge.emitMain('story.openAsked', { id });
    await vi.waitFor(() => expect(workspace.desk.openId).toBe(id));
    bridge.emitMain('action.chosen', { action: 'help.about' });
    expect(workspace.dialog.value).toEqual({ kind: 'about' });
    bridge.emitMain('settings.changed', { ...FALLBACK_SETTINGS, appearance: 'dark' });
    expect(workspace.settings.value.appearance).toBe('dark');
  });

  it('tells when the library is away, and when it is back', () => {
    bridge.emitMain('library.stateChanged', { up: false, message: 'The library stopped and is being started again.' });
    expect(workspace.library.value.up).toBe(false);
    bridge.emitMain('library.stateChanged', { up: true, message: '' });
    expect(workspace.library.value.up).toBe(true);
    expect(workspace.notices.list.value[0]?.message).toBe('The library is back.');
  });
});

describe('keys', () => {
  it('run actions from anywhere in the window', async () => {
    await press(document.body, 'k', { ctrlKey: true, code: 'KeyK' });
    expect(workspace.dialog.value).toEqual({ kind: 'palette' });
  });

  it('leave a dialog alone', async () => {
    workspace.dialog.set({ kind: 'settings', section: 'general' });
    await press(document.body, 'k', { ctrlKey: true, code: 'KeyK' });
    expect(workspace.dialog.value).toEqual({ kind: 'settings', section: 'general' });
  });

  it('are not used up by an action that means nothing', async () => {
    const event = new KeyboardEvent('keydown', {
      key: 'f',
      code: 'KeyF',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('run nothing that the editor has already handled', async () => {
    const editor = await openStory();
    const event = new KeyboardEvent('keydown', {
      key: 'b',
      code: 'KeyB',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    event.preventDefault();
    document.body.dispatchEvent(event);
    expect(editor.ran).toEqual([]);
  });
});
