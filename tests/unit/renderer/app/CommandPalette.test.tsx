// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandPalette } from '../../../../renderer/app/CommandPalette.tsx';
import { FALLBACK_SETTINGS, Workspace } from '../../../../renderer/app/Workspace.ts';
import { WorkspaceContext } from '../../../../renderer/app/WorkspaceContext.tsx';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import type { ActionId } from '../../../../shared/actions/actions.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { press, render, the, type } from '../render.tsx';

let bridge: FakeBridge;
let ran: ActionId[];
let opened: StoryId[];
let closed: number;

const input = () => the<HTMLInputElement>('[role="combobox"]');
const options = () => [...document.querySelectorAll('[role="option"]')].map((option) => option.textContent ?? '');
const chosen = () => the('[aria-selected="true"]');

beforeEach(async () => {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = () => {};
  bridge = fakeBridge();
  ran = [];
  opened = [];
  closed = 0;
  bridge.library.importText('Floods on the Indus', 'Words.');
  await render(
    <WorkspaceContext value={new Workspace(bridge, FALLBACK_SETTINGS)}>
      <CommandPalette
        onClose={() => {
          closed += 1;
        }}
        onAction={(action) => ran.push(action)}
        onStory={(id) => opened.push(id)}
      />
    </WorkspaceContext>,
  );
});

describe('the command palette', () => {
  it('has the keyboard and points to what Enter would do', () => {
    expect(document.activeElement).toBe(input());
    expect(input().getAttribute('aria-activedescendant')).toBe(chosen().id);
  });

  it('finds an action by a few letters and runs it', async () => {
    await type(input(), 'set');
    expect(chosen().textContent).toContain('Settings');
    await press(input(), 'Enter');
    await vi.waitFor(() => expect(ran).toEqual(['app.settings']));
    expect(closed).toBe(1);
  });

  it('finds stories by their words', async () => {
    await type(input(), 'indus');
    await act(async () => vi.waitFor(() => expect(options().join()).toContain('Floods on the Indus')));
    await press(input(), 'ArrowUp');
    await press(input(), 'Enter');
    await vi.waitFor(() => expect(opened).toHaveLength(1));
  });

  it('goes round at both ends', async () => {
    const first = chosen().id;
    await press(input(), 'ArrowUp');
    expect(chosen().id).not.toBe(first);
    await press(input(), 'ArrowDown');
    expect(chosen().id).toBe(first);
  });

  it('says so when nothing fits', async () => {
    await type(input(), 'zzzzzz');
    expect(options()).toEqual([]);
    expect(document.body.textContent).toContain('Nothing found');
    await press(input(), 'Enter');
    expect(closed).toBe(0);
  });
});
