import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { CaptionPages } from '../../../../renderer/captions/CaptionPages.ts';
import { fail } from '../../../../shared/lang/result.ts';
import { copyStory, figure } from '../../shared/checks/copyStory.ts';

function open(count: number) {
  const library = new FakeLibrary();
  library.seed(copyStory(Array.from({ length: count }, (_, index) => figure({ words: `Boat ${index}` }))));
  const asked = vi.spyOn(library, 'request');
  return { library, asked, pages: new CaptionPages(library) };
}

describe('the pages of a search for captions', () => {
  it('are read when their rows come into view, and once', async () => {
    const { pages, asked } = open(350);
    pages.search('');
    await vi.waitFor(() => expect(pages.view.value.rows.size).toBe(100));
    expect(pages.view.value.total).toBe(350);
    pages.show(90, 110);
    pages.show(90, 120);
    await vi.waitFor(() => expect(pages.view.value.rows.size).toBe(200));
    pages.show(340, 349);
    await vi.waitFor(() => expect(pages.view.value.rows.size).toBe(250));
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('show what was asked for last, however late an earlier answer comes', async () => {
    const { pages, library } = open(30);
    const release = library.holdNext('captions.search');
    pages.search('Boat 1');
    pages.search('Boat 29');
    await vi.waitFor(() => expect(pages.view.value.total).toBe(1));
    release();
    await new Promise((done) => setTimeout(done, 20));
    expect(pages.view.value).toMatchObject({ query: 'Boat 29', total: 1 });
  });

  it('say why nothing came, and ask again', async () => {
    const { pages, library } = open(3);
    library.failWith('captions.search', fail('libraryAway', 'The library is away.', true));
    pages.search('boat');
    await vi.waitFor(() => expect(pages.view.value.problem).toBe('The library is away.'));
    library.failWith('captions.search', null);
    pages.search('boats');
    pages.search('boat');
    await vi.waitFor(() => expect(pages.view.value).toMatchObject({ problem: null, total: 3 }));
  });
});
