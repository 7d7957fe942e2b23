// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { ReviewTab } from '../../../../renderer/revisions/ReviewTab.tsx';
import type { RevisionSummary } from '../../../../shared/ipc/librarySchemas.ts';
import { fail } from '../../../../shared/lang/result.ts';
import { click, render } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));

describe('the Review tab', () => {
  it('lists what was kept, newest first, and what happened', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    await library.request('revisions.keep', { storyId, name: 'Before the cuts' });
    const seen: RevisionSummary[] = [];
    await render(
      <ReviewTab
        storyId={storyId}
        library={library}
        stamp={0}
        onKeep={() => {}}
        onPreview={(revision) => seen.push(revision)}
      />,
    );
    await settle(() => expect(page()).toContain('Before the cuts'));
    expect(page()).toContain('Imported from Floods');
    const first = document.querySelector<HTMLElement>('.revision');
    if (!first) throw new Error('No revision is listed.');
    await click(first);
    expect(seen[0]?.name).toBe('Before the cuts');
  });

  it('lists again when something was kept', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    const tab = (stamp: number) => (
      <ReviewTab storyId={storyId} library={library} stamp={stamp} onKeep={() => {}} onPreview={() => {}} />
    );
    const { draw } = await render(tab(0));
    await library.request('revisions.keep', { storyId, name: 'Later' });
    await draw(tab(1));
    await settle(() => expect(page()).toContain('Later'));
  });

  it('says what is wrong when the list cannot be read', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    library.failWith('revisions.list', fail('down', 'The library is not answering.', true));
    await render(<ReviewTab storyId={storyId} library={library} stamp={0} onKeep={() => {}} onPreview={() => {}} />);
    await settle(() => expect(page()).toContain('The library is not answering.'));
  });
});
