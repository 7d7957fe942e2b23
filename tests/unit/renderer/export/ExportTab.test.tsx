// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { ExportTab } from '../../../../renderer/export/ExportTab.tsx';
import type { LibraryClient } from '../../../../shared/ipc/libraryContract.ts';
import type { HistoryEntry } from '../../../../shared/ipc/librarySchemas.ts';
import { succeed } from '../../../../shared/lang/result.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import type { Receipt } from '../../../../shared/targets/receipt.ts';
import type { TargetId } from '../../../../shared/targets/target.ts';
import { button, click, render } from '../render.tsx';

const receipt: Receipt = {
  targetId: crypto.randomUUID() as TargetId,
  ...{ targetName: 'News desk', remoteId: '42', editUrl: '', status: 'draft', isUpdate: false, differences: [] },
  ...{ url: 'https://news.example.org/floods', sha256: 'a'.repeat(64), bytes: 12, pictures: 0 },
};

/** A library whose only story was exported first and sent afterwards. */
function openTab(): { readonly client: LibraryClient; readonly storyId: StoryId } {
  const library = new FakeLibrary();
  const storyId = library.importText('Floods', 'The river rose.');
  const exported = library.recordExport(storyId, 'html');
  const sent: HistoryEntry = {
    ...{ id: exported.id + 1, storyId, at: '2099-01-01T00:00:00.000Z', kind: 'sent' },
    ...{ summary: 'Sent to “News desk” (draft).', detail: { receipt } },
  };
  vi.spyOn(library, 'request').mockResolvedValue(succeed([exported, sent]) as never);
  return { client: library, storyId };
}

describe('The Export tab', () => {
  it('has the receipts of what was sent beside those of what was exported, the last first', async () => {
    const { client, storyId } = openTab();
    let sends = 0;
    await render(
      <ExportTab
        storyId={storyId}
        library={client}
        stamp={0}
        onExport={() => {}}
        onReveal={() => {}}
        onSend={() => {
          sends += 1;
        }}
        renderSent={({ url }) => <i>{url}</i>}
      />,
    );
    await act(async () => vi.waitFor(() => expect(document.querySelectorAll('.receipts li')).toHaveLength(2)));
    const [first, second] = document.querySelectorAll('.receipts li');
    expect(first?.textContent).toContain('Sent to “News desk”');
    expect(first?.querySelector('i')?.textContent).toBe('https://news.example.org/floods');
    expect(second?.textContent).toContain('Show in folder');
    const way = [...document.querySelectorAll<HTMLButtonElement>('button')].find((one) =>
      one.textContent?.startsWith('Send…'),
    );
    await click(way ?? button('Send…'));
    expect(sends).toBe(1);
  });
});
