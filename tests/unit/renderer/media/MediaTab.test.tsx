// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { MediaTab } from '../../../../renderer/media/MediaTab.tsx';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import type { OutlineEntry } from '../../../../renderer/editor/storyEditorApi.ts';
import { newBlockId, type AssetId, type BlockId } from '../../../../shared/story/ids.ts';
import { button as buttonNamed, click, render } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));

describe('the Media tab', () => {
  it('teaches how a picture gets in, then shows it when it came', async () => {
    const library = new FakeLibrary();
    const outline = new Signal<readonly OutlineEntry[]>([]);
    const revealed: BlockId[] = [];
    await render(
      <MediaTab
        library={library}
        outline={outline}
        reveal={(id) => revealed.push(id)}
        onAdd={() => {}}
        onTake={() => {}}
        onReplace={() => {}}
        onAsk={() => {}}
      />,
    );
    await settle(() => expect(page()).toContain('No pictures yet'));

    const added = await library.request('media.add', { name: 'bridge.jpg', bytes: new Uint8Array(1), ticket: '1' });
    if (!added.ok) throw new Error(added.error.message);
    const blockId = newBlockId();
    const words = { caption: '', credit: '', alt: '' };
    const point = { x: 0.25, y: 1 };
    const picture = { assetId: added.value.id, words, origin: {}, medium: 'picture', point } as const;
    await act(async () => outline.set([{ blockId, type: 'figure', text: 'A bridge', picture }]));
    await settle(() => expect(page()).toContain('bridge.jpg'));
    const thumb = document.querySelector<HTMLElement>('.asset-thumb');
    expect(thumb?.style.objectPosition).toBe('25% 100%');

    const entry = document.querySelector<HTMLElement>('.outline-entry');
    if (!entry) throw new Error('No outline.');
    await click(entry);
    expect(revealed).toEqual([blockId]);
  });

  it('tells whether the words of a use are the file’s, and takes them over either way', async () => {
    const library = new FakeLibrary();
    const added = await library.request('media.add', { name: 'bridge.jpg', bytes: new Uint8Array(1), ticket: '1' });
    if (!added.ok) throw new Error(added.error.message);
    const { id: assetId } = added.value;
    library.assets.set(assetId, { ...added.value, embedded: { caption: 'A bridge.', creator: 'Omar Beg' } });
    const words = { caption: 'The old bridge.', credit: 'Omar Beg', alt: '' };
    const blockId = newBlockId();
    const entry = {
      blockId,
      type: 'figure',
      text: words.caption,
      picture: { assetId, words, origin: {}, medium: 'picture', point: null },
    } as const;
    const outline = new Signal<readonly OutlineEntry[]>([entry]);
    const taken: unknown[] = [];
    await render(
      <MediaTab
        library={library}
        outline={outline}
        reveal={() => {}}
        onAdd={() => {}}
        onTake={(...all) => taken.push(all)}
        onReplace={() => {}}
        onAsk={() => {}}
      />,
    );
    await settle(() => expect(page()).toContain('differs from the file'));
    expect(page()).toContain('the file’s own');
    expect(page()).toContain('none');
    const press = async (name: string) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
      if (!button) throw new Error(`No button “${name}”`);
      await click(button);
    };
    await press('Use the file’s caption');
    expect(taken).toEqual([[blockId, 'caption', { text: 'A bridge.', origin: 'embedded' }]]);
    await press('Remember this caption for the picture');
    await settle(() => expect(page()).toContain('as remembered'));
    expect(library.assets.get(assetId)?.house).toEqual({ caption: 'The old bridge.' });
    expect(taken.at(-1)).toEqual([blockId, 'caption', { text: 'The old bridge.', origin: 'house' }]);
    await press('Forget the remembered caption');
    await settle(() => expect(page()).not.toContain('as remembered'));
  });

  it('asks for what of the story is elsewhere', async () => {
    const outline = new Signal<readonly OutlineEntry[]>([]);
    let asked = 0;
    await render(
      <MediaTab
        library={new FakeLibrary()}
        outline={outline}
        reveal={() => {}}
        onAdd={() => {}}
        onTake={() => {}}
        onReplace={() => {}}
        onAsk={() => {
          asked += 1;
        }}
      />,
    );
    expect(page()).not.toContain('elsewhere');
    const words = { caption: '', credit: '', alt: '' };
    const figure = (id: string): OutlineEntry => {
      const picture = { assetId: id.repeat(64) as AssetId, words, origin: {}, medium: 'picture', point: null } as const;
      return { blockId: newBlockId(), type: 'figure', text: '', picture };
    };
    await act(async () => outline.set([figure('a'), figure('b')]));
    await settle(() => expect(page()).toContain('2 files of this story are elsewhere.'));
    await click(buttonNamed('Ask for them…'));
    expect(asked).toBe(1);
  });
});
