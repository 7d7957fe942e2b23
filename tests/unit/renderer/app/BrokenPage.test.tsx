// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokenPage } from '../../../../renderer/app/BrokenPage.tsx';
import { ErrorBoundary } from '../../../../renderer/app/ErrorBoundary.tsx';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { WorkspaceContext } from '../../../../renderer/app/WorkspaceContext.tsx';
import { fakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { FakeEditor } from '../FakeEditor.ts';
import { button, click, render } from '../render.tsx';

let workspace: Workspace;
let editor: FakeEditor;

function Broken(): never {
  throw new Error('A node has no view.');
}

async function breakPage(): Promise<void> {
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  await render(
    <WorkspaceContext value={workspace}>
      <ErrorBoundary
        onError={() => void workspace.desk.flush()}
        renderInstead={(error) => <BrokenPage error={error} opened={state.opened} />}
      >
        <Broken />
      </ErrorBoundary>
    </WorkspaceContext>,
  );
}

const page = () => document.body.textContent ?? '';

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const bridge = fakeBridge();
  workspace = new Workspace(bridge, FALLBACK_SETTINGS);
  await workspace.open(bridge.library.importText('Floods', 'The river rose.'));
  const state = workspace.desk.state.value;
  if (state.kind !== 'open') throw new Error('No story is on the page.');
  editor = new FakeEditor(state.opened, workspace.desk.reportsFor(state.session));
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an editor that fails', () => {
  it('is flushed at once, and the page says that all is safe', async () => {
    await breakPage();
    expect(editor.flushes).toBe(1);
    expect(page()).toContain('Everything you typed is on the disk.');
  });

  it('gives the words as text when they may not be on the disk', async () => {
    editor.say({ kind: 'unsaved', reason: 'the disk is full' });
    editor.setField('headline', 'Floods, rewritten');
    await breakPage();
    expect(page()).toContain('Floods, rewritten');
    expect(page()).toContain('The river rose.');
  });

  it('shows the story as it was opened when the editor can no longer be read', async () => {
    editor.say({ kind: 'unsaved', reason: 'the disk is full' });
    editor.readStory = () => {
      throw new Error('Too broken.');
    };
    await breakPage();
    expect(page()).toContain('The river rose.');
  });

  it('starts afresh from what is stored', async () => {
    await breakPage();
    await click(button('Open the page again'));
    await vi.waitFor(() => expect(workspace.desk.state.value).toMatchObject({ kind: 'open', session: 2 }));
  });
});
