// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { fail } from '../../../../shared/lang/result.ts';
import type { ImportOutcome } from '../../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { FakeEditor } from '../FakeEditor.ts';

let bridge: FakeBridge;
let workspace: Workspace;
let id: StoryId;

async function openStory(): Promise<FakeEditor> {
  await workspace.open(id);
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  return new FakeEditor(state.opened, workspace.desk.reportsFor(state.session));
}

const messages = () => workspace.notices.list.value.map((notice) => notice.message);
const imported = (change: Partial<Extract<ImportOutcome, { ok: true }>['imported']> = {}): ImportOutcome => ({
  ok: true,
  imported: { storyId: id, fileName: 'one.docx', alreadyHere: false, notes: [], furniture: [], ...change },
});

beforeEach(() => {
  bridge = fakeBridge();
  workspace = new Workspace(bridge, FALLBACK_SETTINGS);
  id = bridge.library.importText('One', 'Words.');
});

describe('the trash', () => {
  it('takes the open story off the page after flushing it', async () => {
    const editor = await openStory();
    await workspace.trash(id);
    expect(editor.flushes).toBeGreaterThan(0);
    expect(workspace.desk.state.value.kind).toBe('empty');
  });

  it('does not take a story whose words are not on the disk', async () => {
    (await openStory()).unsaved = 'The disk is full.';
    await workspace.trash(id);
    expect(workspace.desk.openId).toBe(id);
    expect(messages()).toEqual(['The disk is full.']);
    expect(bridge.library.stories.get(id)?.trashedAt).toBeNull();
  });

  it('leaves the page empty when it is emptied with the open story in it', async () => {
    await workspace.trash(id);
    await workspace.open(id);
    await workspace.emptyTrash();
    expect(workspace.desk.state.value.kind).toBe('empty');
    expect(messages()).toContain('1 story deleted.');
  });
});

describe('imports', () => {
  it('opens the story and stays silent when there is nothing to read', async () => {
    await workspace.arrivals.show([imported()]);
    expect(workspace.desk.openId).toBe(id);
    expect(workspace.dialog.value).toBeNull();
    expect(messages()).toEqual([]);
  });

  it.each([
    ['a note', imported({ notes: ['A table was simplified.'] })],
    ['furniture', imported({ furniture: [{ blockIds: [], reason: 'an appeal', excerpt: 'Give.' }] })],
    ['a refusal', { ok: false, fileName: 'scan.pdf', message: 'A PDF.' } as const],
  ])('reports %s', async (_, outcome) => {
    await workspace.arrivals.show([outcome]);
    expect(workspace.dialog.value?.kind).toBe('imports');
  });

  it('does nothing when the chooser was cancelled', async () => {
    await workspace.arrivals.choose();
    expect(workspace.dialog.value).toBeNull();
    expect(workspace.desk.openId).toBeNull();
    expect(bridge.asked.map(({ name }) => name)).not.toContain('imports.take');
  });

  it('lets the page be typed on while documents are being chosen, and holds it while they are taken in', async () => {
    await openStory();
    const held: [string, boolean][] = [];
    const { ask } = bridge;
    bridge.ask = (name, payload) => {
      held.push([name, workspace.desk.held.value]);
      return ask(name, payload);
    };
    bridge.nextImports = [imported()];
    await workspace.arrivals.choose();
    expect(held).toEqual([
      ['imports.choose', false],
      ['imports.take', true],
    ]);
    expect(workspace.desk.held.value).toBe(false);
  });

  it('takes furniture out of the open story through the page', async () => {
    const editor = await openStory();
    const block = editor.readStory().blocks[0];
    if (!block) throw new Error('No block.');
    const why = await workspace.removeFurniture(id, [{ blockIds: [block.id], reason: 'an appeal', excerpt: 'Give.' }]);
    expect(why).toBeNull();
    expect(workspace.desk.state.value).toMatchObject({ session: 2, opened: { story: { blocks: [] } } });
  });
});

describe('settings', () => {
  it('take effect at once and go back when they cannot be kept', async () => {
    bridge.failMain('settings.change', fail('disk', 'Settings could not be written.'));
    const changing = workspace.changeSettings({ appearance: 'dark' });
    expect(workspace.settings.value.appearance).toBe('dark');
    await changing;
    expect(workspace.settings.value.appearance).toBe('system');
    expect(messages()).toEqual(['Settings could not be written.']);
  });
});

describe('panes', () => {
  it('fold when they are on the screen, and come back when they are not', async () => {
    workspace.shownPanes.set({ library: true, inspector: false });
    workspace.togglePane('library');
    expect(workspace.settings.value.panes.library).toBe(false);
    workspace.togglePane('inspector');
    expect(workspace.settings.value.panes.inspector).toBe(true);
    expect(workspace.lastPane.value).toBe('inspector');
  });
});

describe('what main is told', () => {
  it('is the title, once per change, and never once per key', async () => {
    const stop = workspace.tellMain();
    const editor = await openStory();
    const told = () => bridge.asked.filter(({ name }) => name === 'window.showStory').map(({ payload }) => payload);
    const before = told().length;
    for (let key = 0; key < 5; key += 1) {
      editor.say({ kind: 'saving' });
      editor.say({ kind: 'saved', at: null });
    }
    expect(told()).toHaveLength(before);
    editor.setField('headline', 'Two');
    expect(told().at(-1)).toEqual({ id, title: 'Two', edited: false });
    editor.say({ kind: 'unsaved', reason: 'the disk is full' });
    expect(told().at(-1)).toEqual({ id, title: 'Two', edited: true });
    stop();
  });
});
