// @vitest-environment jsdom
import { act, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { useTargets } from '../../../../renderer/bridge/useTargets.ts';
import { SendDialog } from '../../../../renderer/outbox/SendDialog.tsx';
import { fail } from '../../../../shared/lang/result.ts';
import type { Override } from '../../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import type { Job } from '../../../../shared/targets/job.ts';
import type { TargetId } from '../../../../shared/targets/target.ts';
import { button, click, field, render } from '../render.tsx';
import { someJob } from './someJob.ts';
import { someTarget } from '../targets/someTarget.ts';

const desk = someTarget({ name: 'News desk' });
const folder = someTarget({ name: 'Wire', kind: 'folder', address: '/srv/wire' });

let bridge: FakeBridge;
let storyId: StoryId;
let unsaved: string | null;
let sent: Job[];
let asked: string[];
let gate: { isStopped: boolean; override: Override | null };
const flush = () => Promise.resolve(unsaved);

function Screen() {
  const { targets, problem } = useTargets(bridge.library);
  const [id, setId] = useState<TargetId | null>(null);
  return (
    <SendDialog
      bridge={bridge}
      storyId={storyId}
      targets={targets}
      problem={problem}
      chosen={targets?.find((target) => target.id === id) ?? targets?.[0] ?? null}
      onChoose={setId}
      flush={flush}
      gate={gate}
      checks={<p>Two notes</p>}
      ownWords={['Sukkur']}
      onSent={(job) => sent.push(job)}
      onSettings={() => asked.push('settings')}
      onPassword={() => asked.push('password')}
      onClose={() => {}}
    />
  );
}
const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));
const open = async () => {
  await render(<Screen />);
  await settle(() => expect(button('Send').disabled).toBe(false));
};

beforeEach(() => {
  bridge = fakeBridge();
  storyId = bridge.library.importText('Floods', 'The river rose.');
  bridge.library.outbox.targets = [desk, folder];
  bridge.library.outbox.unlocked.add(desk.id);
  unsaved = null;
  sent = [];
  asked = [];
  gate = { isStopped: false, override: null };
});

describe('Send story', () => {
  it('leads to the settings while there is nowhere to send it', async () => {
    bridge.library.outbox.targets = [];
    await render(<Screen />);
    await settle(() => expect(page()).toContain('Nowhere to send it yet'));
    expect(document.activeElement).toBe(button('Add a target…'));
    await click(button('Add a target…'));
    expect(asked).toEqual(['settings']);
    expect(button('Send').disabled).toBe(true);
  });

  it('refuses what the target does not take as it is, and says why', async () => {
    const { outbox } = bridge.library;
    outbox.estimate = { ...outbox.estimate, refusals: ['“News desk” wants a deck.', '“News desk” wants a byline.'] };
    await render(<Screen />);
    await settle(() => expect(page()).toContain('It cannot go there as it is'));
    const said = [...document.querySelectorAll('.send-refused li')].map((line) => line.textContent);
    expect(said).toEqual(['“News desk” wants a deck.', '“News desk” wants a byline.']);
    expect(button('Send').disabled).toBe(true);
  });

  it('says that it takes the place of a version that waits, or follows one that is being sent', async () => {
    const waits = someJob({ storyId, targetId: desk.id, state: 'waiting', createdAt: '2026-11-29T09:00:00.000Z' });
    bridge.library.outbox.jobs = [waits, someJob({ storyId, targetId: folder.id, state: 'sending' })];
    await open();
    expect(page()).toMatch(/Takes the place of the version that waits in the outbox since 29 November 2026/);
    await click(field('Wire'));
    await settle(() => expect(page()).toMatch(/is being sent right now; this one follows it\./));
  });

  it('says what will become of it and what it costs, picture by picture', async () => {
    bridge.library.outbox.estimate = {
      textBytes: 18_000,
      pictures: [
        { name: 'barrage.jpg', bytes: 800_000, isThere: true },
        { name: 'market.jpg', bytes: 1_200_000, isThere: false },
      ],
      isUpdate: true,
      sentAt: '2026-11-28T09:00:00.000Z',
      warnings: ['A video stays behind.'],
      refusals: [],
      older: null,
    };
    await open();
    expect(page()).toMatch(/Updates the post sent on 28 November 2026.* in place\./);
    expect(page()).toContain('1.2 MB to send: text 18 KB, 1 picture 1.2 MB; 1 picture is there already');
    expect(page()).toContain('A video stays behind.');
    expect(page()).toContain('Two notes');
  });

  it('sends the text first where that is wanted', async () => {
    const pictures = [{ name: 'market.jpg', bytes: 1_200_000, isThere: false }];
    bridge.library.outbox.estimate = { ...bridge.library.outbox.estimate, pictures };
    await open();
    const request = vi.spyOn(bridge.library, 'request');
    await click(field('Text first, pictures when I say'));
    await click(button('Send'));
    await settle(() => expect(sent).toHaveLength(1));
    expect(request).toHaveBeenCalledWith('outbox.send', {
      ...{ storyId, targetId: desk.id, isMetered: true, override: null },
      ownWords: ['Sukkur'],
    });
  });

  it('changes with the target', async () => {
    await open();
    await click(field('Wire'));
    await settle(() => expect(page()).toContain('Writes a new item.'));
    await click(button('Send'));
    await settle(() => expect(sent.map(({ targetName }) => targetName)).toEqual(['Wire']));
  });

  it('sends nothing that is not on the disk', async () => {
    await open();
    unsaved = 'The disk is full.';
    await click(button('Send'));
    await settle(() => expect(page()).toContain('The disk is full.'));
    expect(bridge.library.outbox.jobs).toEqual([]);
  });

  it('is stopped by the checks, until somebody with a name says why', async () => {
    gate = { isStopped: true, override: null };
    const { draw } = await render(<Screen />);
    await settle(() => expect(page()).toContain('to send'));
    expect(button('Send').disabled).toBe(true);
    gate = { isStopped: false, override: { by: 'Ayesha', reason: 'Breaking' } };
    await draw(<Screen />);
    const request = vi.spyOn(bridge.library, 'request');
    await click(button('Send'));
    await settle(() => expect(sent).toHaveLength(1));
    expect(request.mock.calls[0]?.[1]).toMatchObject({ override: { by: 'Ayesha', reason: 'Breaking' } });
  });

  it('asks for the password of a target that is locked, and sends all the same', async () => {
    bridge.library.outbox.unlocked.clear();
    await open();
    await click(button('Password…'));
    expect(asked).toEqual(['password']);
    await click(button('Send'));
    await settle(() => expect(sent).toHaveLength(1));
  });

  it('says why it could not be put into the outbox, and lets one try again', async () => {
    await open();
    bridge.library.failWith('outbox.send', fail('blocked', 'The checks stop it.'));
    await click(button('Send'));
    await settle(() => expect(page()).toContain('The checks stop it.'));
    bridge.library.failWith('outbox.send', null);
    await click(button('Send'));
    await settle(() => expect(sent).toHaveLength(1));
    expect(page()).not.toContain('The checks stop it.');
  });
});
