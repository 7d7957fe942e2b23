// @vitest-environment jsdom
import { act, type ComponentProps } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { CompareDialog } from '../../../../renderer/revisions/CompareDialog.tsx';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId, RevisionId, StoryId } from '../../../../shared/story/ids.ts';
import { fail, succeed, type Result } from '../../../../shared/lang/result.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { paragraph } from '../../../fixtures/library/paragraph.ts';
import { click, render } from '../render.tsx';

const named = (id: string, text: string): Block => ({ ...paragraph(text), id: id as BlockId });
const BEFORE = [named('a', 'The river rose at night.'), named('b', 'Nobody slept.'), named('c', 'The dam was open.')];
const AFTER = [named('c', 'The dam was open.'), named('a', 'The river fell at night.'), named('b', 'Nobody slept.')];

let library: FakeLibrary;
let storyId: StoryId;
let kept: RevisionId;
const onBringBack = vi.fn<ComponentProps<typeof CompareDialog>['onBringBack']>(async () => null);

beforeEach(async () => {
  library = new FakeLibrary();
  storyId = library.importText('Floods', 'Words.');
  await put(BEFORE);
  const answer = await library.request('revisions.keep', { storyId, name: 'Before the cuts' });
  if (!answer.ok) throw new Error(answer.error.message);
  kept = answer.value.id;
  await put(AFTER);
  onBringBack.mockClear();
  // The page has no layout here.
  Element.prototype.scrollIntoView = () => {};
});

const put = (blocks: Block[], headline = 'Floods') =>
  library.request('stories.put', { id: storyId, blocks, order: blocks.map(({ id }) => id), fields: { headline } });
const readNow = async (): Promise<Result<Story>> => {
  const opened = await library.request('stories.open', { id: storyId });
  return opened.ok ? succeed(opened.value.story) : opened;
};
const settle = (look: () => void) => act(async () => vi.waitFor(look));
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
const page = () => document.body.textContent ?? '';

async function open(read = readNow) {
  await render(
    <CompareDialog
      storyId={storyId}
      library={library}
      before={kept}
      after="now"
      readNow={read}
      onBringBack={onBringBack}
      onClose={() => {}}
    />,
  );
}
const press = async (shiftKey = false) =>
  act(async () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F7', shiftKey, cancelable: true })));

describe('two versions', () => {
  it('are one text, with what was taken out and put in, what moved, and how many words that is', async () => {
    await open();
    await settle(() => expect(texts('article ins')).toEqual(['fell']));
    expect(texts('article del')).toEqual(['rose']);
    expect(page()).toContain('2 differences · 1 word in, 1 word out');
    expect(all('.compare-row').map((row) => row.getAttribute('aria-label'))).toEqual([
      'Change 1: Moved here from further down (was passage 3, is 1)',
      'Change 2: Changed: paragraph',
    ]);
    expect(page()).toContain('Moved from here: The dam was open.');
  });

  it('are walked through with F7, forwards and back, and round at the ends', async () => {
    await open();
    await settle(() => expect(all('.compare-row')).toHaveLength(2));
    const at = () => document.activeElement?.getAttribute('aria-label')?.slice(0, 8);
    await press();
    expect(at()).toBe('Change 1');
    await press();
    expect(at()).toBe('Change 2');
    await press();
    expect(at()).toBe('Change 1');
    await press(true);
    expect(at()).toBe('Change 2');
    expect(page()).toContain('2 of 2');
  });

  it('fold away what did not change, and unfold it', async () => {
    await open();
    await settle(() => expect(page()).toContain('Nobody slept.'));
    const [box] = all('input[type=checkbox]');
    if (!box) throw new Error('There is no box.');
    await click(box);
    expect(page()).not.toContain('Nobody slept.');
    const [fold] = all('.compare-fold');
    if (!fold) throw new Error('Nothing is folded.');
    expect(fold.textContent).toBe('1 unchanged passage');
    await click(fold);
    expect(page()).toContain('Nobody slept.');
  });

  it('give back a passage of the earlier one, and are compared anew', async () => {
    await open();
    await settle(() => expect(all('.compare-row')).toHaveLength(2));
    const [back] = all('.compare-row button');
    if (!back) throw new Error('Nothing can be brought back.');
    onBringBack.mockImplementationOnce(async () => {
      const payload = { id: kept, bring: ['a' as BlockId], remove: [] };
      await library.request('revisions.restoreBlocks', payload);
      return null;
    });
    await click(back);
    expect(onBringBack).toHaveBeenCalledWith(kept, { bring: ['a'], remove: ['a'] });
    await settle(() => expect(page()).toContain('1 difference · 0 words in, 0 words out'));
    expect(page()).toContain('What was there is kept as a revision.');
  });

  it('give back one field of the earlier one', async () => {
    await library.request('stories.put', {
      id: storyId,
      fields: { headline: 'Drought', slug: 'dry', status: 'approved' },
    });
    await open();
    await settle(() => expect(all('button.compare-field-back')).toHaveLength(2));
    const names = all('button.compare-field-back').map((one) => one.textContent);
    expect(names).toEqual(['Bring back the slug', 'Bring back the headline']);
    const [, headline] = all('button.compare-field-back');
    if (headline) await click(headline);
    expect(onBringBack).toHaveBeenCalledWith(kept, { bring: [], remove: [], fields: ['headline'] });
  });

  it('that are the same say so', async () => {
    await put(BEFORE);
    await open();
    await settle(() => expect(page()).toContain('No differences.'));
  });

  it('of which one cannot be read say why', async () => {
    await open(async () => fail('unsaved', 'The disk is full.', true));
    await settle(() => expect(texts('[role=alert]')).toEqual(['The disk is full.']));
  });
});
