// @vitest-environment jsdom
import { act, type ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { ReviewTab } from '../../../../renderer/revisions/ReviewTab.tsx';
import { fail } from '../../../../shared/lang/result.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { button, click, render } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));

type Props = ComponentProps<typeof ReviewTab>;

async function open(library: FakeLibrary, storyId: StoryId) {
  const does = {
    onKeep: vi.fn<Props['onKeep']>(),
    onPreview: vi.fn<Props['onPreview']>(),
    onCompare: vi.fn<Props['onCompare']>(),
    onLooked: vi.fn<Props['onLooked']>(),
    onHandOver: vi.fn<Props['onHandOver']>(),
  };
  const tab = (stamp: number) => <ReviewTab storyId={storyId} library={library} stamp={stamp} {...does} />;
  const { draw } = await render(tab(0));
  return { ...does, lookAgain: () => draw(tab(1)) };
}
const press = (name: string) => click(button(name));
const choices = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

describe('the Review tab', () => {
  it('lists what was kept, newest first, by day, with who and how many words, and what happened', async () => {
    const library = new FakeLibrary();
    library.person = 'Sadia Noor Memon';
    const storyId = library.importText('Floods', 'Words.');
    await library.request('stories.put', { id: storyId, fields: { headline: 'Floods in Sindh' } });
    await library.request('revisions.keep', { storyId, name: 'Before the cuts' });
    const { onPreview } = await open(library, storyId);
    await settle(() => expect(page()).toContain('Before the cuts'));
    expect(page()).toContain('Imported from Floods');
    expect(document.querySelectorAll('ol[aria-label="Today"] > li')).toHaveLength(2);
    const facts = document.querySelector('.revision-facts')?.textContent;
    for (const fact of ['Sadia Noor Memon', '1 word', '+2 −0']) expect(facts).toContain(fact);
    const [first] = document.querySelectorAll<HTMLElement>('.revision');
    if (first) await click(first);
    expect(onPreview).toHaveBeenCalledWith(expect.objectContaining({ name: 'Before the cuts' }));
  });

  it('draws a screenful of a long past at once, and the rest while nothing else is to be done', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    for (let n = 0; n < 99; n += 1) {
      await library.request('stories.put', { id: storyId, fields: { headline: `Floods ${n}` } });
      await library.request('revisions.keep', { storyId, name: `Kept ${n}` });
    }
    const idle: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
    vi.stubGlobal('cancelIdleCallback', () => {});
    try {
      await open(library, storyId);
      const rows = () => document.querySelectorAll('.revision-row').length;
      await settle(() => expect(rows()).toBe(24));
      expect(page()).toContain('Kept 98');
      for (const after of [64, 100]) {
        await act(async () => idle.at(-1)?.());
        expect(rows()).toBe(after);
      }
      expect(page()).toContain('Kept 0');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('lists again when something was kept', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    const { lookAgain } = await open(library, storyId);
    await library.request('revisions.keep', { storyId, name: 'Later' });
    await lookAgain();
    await settle(() => expect(page()).toContain('Later'));
  });

  it('has one chosen to compare with now, or two with each other, the earlier first', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    const ids = [];
    for (const headline of ['One', 'Two', 'Three']) {
      await library.request('stories.put', { id: storyId, fields: { headline } });
      const kept = await library.request('revisions.keep', { storyId, name: headline });
      ids.push(kept.ok && kept.value.id);
    }
    const { onCompare } = await open(library, storyId);
    await settle(() => expect(choices()).toHaveLength(4));
    const [three, two, one] = choices();
    if (!one || !two || !three) throw new Error('Four revisions are listed.');
    await click(three);
    await press('Compare with now');
    expect(onCompare).toHaveBeenLastCalledWith(ids[2], 'now');
    await click(one);
    await press('Compare the two');
    expect(onCompare).toHaveBeenLastCalledWith(ids[0], ids[2]);
    // A third takes the place of the one chosen first.
    await click(two);
    expect(choices().map(({ checked }) => checked)).toEqual([false, true, true, false]);
  });

  it('offers what somebody else made of the story since the writer last looked', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    library.changeElsewhere(storyId, (story) => ({ ...story, fields: { ...story.fields, headline: 'Drought' } }));
    const { onCompare, onLooked } = await open(library, storyId);
    await settle(() => expect(page()).toContain('not by your hands'));
    await press('What changed since I last looked');
    expect(onLooked).toHaveBeenCalledOnce();
    const [[before, after] = []] = onCompare.mock.calls;
    const seen = before && (await library.request('revisions.read', { id: before }));
    expect([seen?.ok && seen.value.story.fields.headline, after]).toEqual(['Floods', 'now']);
  });

  it('says what is wrong when the list cannot be read', async () => {
    const library = new FakeLibrary();
    const storyId = library.importText('Floods', 'Words.');
    library.failWith('revisions.list', fail('down', 'The library is not answering.', true));
    await open(library, storyId);
    await settle(() => expect(page()).toContain('The library is not answering.'));
  });
});
