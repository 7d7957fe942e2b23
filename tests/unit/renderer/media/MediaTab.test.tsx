// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { MediaTab } from '../../../../renderer/media/MediaTab.tsx';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import type { OutlineEntry } from '../../../../renderer/editor/storyEditorApi.ts';
import type { Figure } from '../../../../shared/story/block.ts';
import { newBlockId, type BlockId } from '../../../../shared/story/ids.ts';
import { click, render } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));

describe('the Media tab', () => {
  it('teaches how a picture gets in, then shows it when it came', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    const outline = new Signal<readonly OutlineEntry[]>([]);
    const revealed: BlockId[] = [];
    await render(
      <MediaTab
        storyId={storyId}
        library={library}
        outline={outline}
        reveal={(id) => revealed.push(id)}
        onAdd={() => {}}
      />,
    );
    await settle(() => expect(page()).toContain('No pictures yet'));

    const added = await library.request('media.add', { name: 'bridge.jpg', bytes: new Uint8Array(1), ticket: '1' });
    if (!added.ok) throw new Error(added.error.message);
    const figure: Figure = {
      id: newBlockId(),
      type: 'figure',
      assetId: added.value.id,
      fileName: 'bridge.jpg',
      caption: [],
      credit: '',
      alt: '',
      origin: {},
    };
    await library.request('stories.put', { id: storyId, blocks: [figure], order: [figure.id] });
    await act(async () => outline.set([{ blockId: figure.id, type: 'figure', text: 'A bridge' }]));
    await settle(() => expect(page()).toContain('bridge.jpg'));

    const entry = document.querySelector<HTMLElement>('.outline-entry');
    if (!entry) throw new Error('No outline.');
    await click(entry);
    expect(revealed).toEqual([figure.id]);
  });
});
