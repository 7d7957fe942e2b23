// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runAction } from '../../../../renderer/app/runAction.ts';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { FakeEditor } from '../FakeEditor.ts';

let bridge: FakeBridge;
let workspace: Workspace;

async function openStory(): Promise<FakeEditor> {
  await workspace.open(bridge.library.importText('One', 'Words.'));
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  return new FakeEditor(state.opened, workspace.desk.reportsFor(state.session));
}

function focusIn(html: string): void {
  document.body.innerHTML = html;
  document.querySelector<HTMLElement>('input, [contenteditable]')?.focus();
}

beforeEach(() => {
  document.body.innerHTML = '';
  bridge = fakeBridge();
  workspace = new Workspace(bridge, FALLBACK_SETTINGS);
});

describe('runAction', () => {
  it('hands editing to the editor', async () => {
    const editor = await openStory();
    expect(runAction(workspace, 'format.bold')).toBe(true);
    expect(editor.ran).toEqual(['format.bold']);
  });

  it('does not edit the page from a search box', async () => {
    const editor = await openStory();
    focusIn('<input type="search" />');
    expect(runAction(workspace, 'format.bold')).toBe(false);
    expect(editor.ran).toEqual([]);
  });

  it('lets a field of the story use the page’s own undo', async () => {
    const editor = await openStory();
    focusIn('<div data-story-field><input /></div>');
    runAction(workspace, 'edit.undo');
    expect(editor.ran).toEqual(['edit.undo']);
  });

  it('says so when there is no story to act on', () => {
    runAction(workspace, 'story.export');
    expect(workspace.dialog.value).toBeNull();
    expect(workspace.notices.list.value[0]?.message).toBe('Open a story first.');
  });

  it('opens the export dialog for the story on the page', async () => {
    await openStory();
    runAction(workspace, 'story.export');
    expect(workspace.dialog.value).toEqual({ kind: 'export', target: null });
  });

  it('means nothing to anybody without a story: the key goes on its way', () => {
    expect(runAction(workspace, 'edit.find')).toBe(false);
  });

  it('starts a story from a template, with the settings of this newsroom', async () => {
    workspace.settings.set({ ...FALLBACK_SETTINGS, name: 'Ayesha Khan', datelinePlace: 'Islamabad', language: 'ur' });
    runAction(workspace, 'story.newNews');
    await vi.waitFor(() =>
      expect(workspace.desk.fields.value).toMatchObject({ byline: 'Ayesha Khan', language: 'ur' }),
    );
    expect(workspace.desk.fields.value?.dateline).toBe('Islamabad');
  });
});
