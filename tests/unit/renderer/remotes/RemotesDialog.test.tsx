// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { useTargets } from '../../../../renderer/bridge/useTargets.ts';
import { RemotesDialog } from '../../../../renderer/remotes/RemotesDialog.tsx';
import type { Imported } from '../../../../shared/ipc/librarySchemas.ts';
import { fail } from '../../../../shared/lang/result.ts';
import { button, click, render } from '../render.tsx';
import { someTarget } from '../targets/someTarget.ts';

const site = someTarget({ name: 'Coast Desk' });
const folder = someTarget({ name: 'Wire', kind: 'folder', address: '/srv/wire' });
const remote = (remoteId: string, headline: string, status = 'draft') => {
  return { remoteId, headline, status, changedAt: null, by: 'Mai Dhai' };
};

let bridge: FakeBridge;
let opened: Imported[];
let asked: string[];

function Screen() {
  const { targets, problem } = useTargets(bridge.library);
  return (
    <RemotesDialog
      library={bridge.library}
      targets={targets}
      problem={problem}
      lastTarget={folder.id}
      onOpened={(imported) => opened.push(imported)}
      onPassword={() => asked.push('password')}
      onSettings={() => asked.push('settings')}
      onClose={() => {}}
    />
  );
}
const page = () => document.body.textContent ?? '';
const rows = () => [...document.querySelectorAll('[role="option"]')].map((row) => row.textContent);
// What an answer sets off is drawn when an act ends, so each look needs one of its own.
const settle = (look: () => void) =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((done) => setTimeout(done, 10)));
      look();
    },
    { timeout: 5000 },
  );
const press = (key: string) =>
  act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  bridge = fakeBridge();
  bridge.library.outbox.targets = [folder, site];
  bridge.library.outbox.unlocked.add(site.id);
  bridge.library.outbox.remotes = [remote('7', 'Tides'), remote('8', '', 'publish')];
  opened = [];
  asked = [];
});

describe('opening a story from a site', () => {
  it('lists what stands on the one site, folders left out, and opens by the keyboard alone', async () => {
    await render(<Screen />);
    await settle(() => expect(rows()).toEqual(['TidesDraft · Mai Dhai', 'Without a headlinePublished · Mai Dhai']));
    expect(page()).not.toContain('Wire');
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await settle(() => expect(opened).toHaveLength(1));
    expect(opened[0]).toMatchObject({ alreadyHere: false, fileName: 'Coast Desk' });
  });

  it('asks for the password before it asks the site', async () => {
    bridge.library.outbox.unlocked.clear();
    await render(<Screen />);
    await settle(() => expect(page()).toContain('Application password needed'));
    expect(rows()).toEqual([]);
    await click(button('Password…'));
    expect(asked).toEqual(['password']);
    await act(async () => bridge.library.outbox.unlock(site.id, true));
    await settle(() => expect(rows()).toHaveLength(2));
  });

  it('says what the site said where it cannot be asked, or does not hand a story out', async () => {
    bridge.library.failWith('remotes.list', fail('site', 'The site cannot be reached.'));
    await render(<Screen />);
    await settle(() => expect(page()).toContain('The site cannot be reached.'));
    expect(button('Open').disabled).toBe(true);
  });

  it('stays and says why where a story does not open', async () => {
    await render(<Screen />);
    await settle(() => expect(rows()).toHaveLength(2));
    bridge.library.failWith('remotes.open', fail('site', 'The post is in the trash of the site.'));
    await click(button('Open'));
    await settle(() => expect(page()).toContain('The post is in the trash of the site.'));
    expect(opened).toEqual([]);
  });

  it('leads to the settings where there is no site yet', async () => {
    bridge.library.outbox.targets = [folder];
    await render(<Screen />);
    await settle(() => expect(page()).toContain('No site to open from yet'));
    await click(button('Add a target…'));
    expect(asked).toEqual(['settings']);
  });
});
