import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClip, settleClip, writeClip, type Clip } from '../../../../../renderer/editor/paste/clip.ts';
import type { Block, PullQuote } from '../../../../../shared/story/block.ts';
import type { BlockId, GalleryId } from '../../../../../shared/story/ids.ts';
import { newStoryId } from '../../../../../shared/story/ids.ts';

const here = newStoryId();
const id = (name: string) => name as BlockId;
const paragraph: Block = { type: 'paragraph', id: id('p1'), content: [{ type: 'text', text: 'A passage.' }] };
const pullQuote: Block = {
  type: 'pullQuote',
  id: id('q1'),
  content: [{ type: 'text', text: 'passage' }],
  attribution: '',
  source: { blockId: id('p1'), start: 2, end: 9, passage: 'passage' },
};

function clip(change: Partial<Clip> = {}): Clip {
  return { format: 1, storyId: here, isInline: false, isCut: false, blocks: [paragraph, pullQuote], ...change };
}

function sourceOf(blocks: readonly Block[]): PullQuote['source'] | undefined {
  return blocks.find((block) => block.type === 'pullQuote')?.source;
}

describe('readClip', () => {
  it('reads back what was written', () => {
    expect(readClip(writeClip(clip()))).toEqual(clip());
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another format', JSON.stringify({ ...clip(), format: 2 })],
    ['no blocks', JSON.stringify(clip({ blocks: [] }))],
    ['an unknown block', JSON.stringify({ ...clip(), blocks: [{ type: 'script', id: 'a', code: 'x' }] })],
    ['a field of its own', JSON.stringify({ ...clip(), blocks: [{ ...paragraph, onclick: 'x' }] })],
    ['a broken id', JSON.stringify({ ...clip(), blocks: [{ ...paragraph, id: '../x' }] })],
    ['an asset that is no hash', JSON.stringify({ ...clip(), blocks: [{ type: 'figure', assetId: 'file:///etc' }] })],
    ['a prototype', '{"__proto__":{"format":1}}'],
  ])('refuses %s', (_, text) => {
    expect(readClip(text)).toBeNull();
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void expect(readClip(text)).toBeNull()));
  });
});

describe('settleClip', () => {
  it('keeps the ids of what was cut, while they are free', () => {
    const cut = clip({ isCut: true });
    expect(settleClip(cut, here, () => false)).toEqual(cut.blocks);
    const again = settleClip(cut, here, (taken) => taken === 'p1');
    expect(again.map((block) => block.id)).not.toContain('p1');
    expect(again.map((block) => block.id)).not.toContain('q1');
  });

  it('gives what was copied new ids and binds the pull-quote to the copy beside it', () => {
    const [first, second] = settleClip(clip(), here, () => true);
    expect(first?.id).not.toBe('p1');
    expect(second?.id).not.toBe('q1');
    expect(sourceOf(second ? [second] : [])?.blockId).toBe(first?.id);
  });

  it('leaves a pull-quote bound to its passage in the same story and unbinds it in another', () => {
    const alone = clip({ blocks: [pullQuote] });
    expect(sourceOf(settleClip(alone, here, () => true))?.blockId).toBe('p1');
    expect(sourceOf(settleClip(alone, newStoryId(), () => false))).toBeNull();
  });

  it('keeps a gallery together, the one it was only where it was cut', () => {
    const figure = (name: string, gallery: string): Block => ({
      ...{ type: 'figure', assetId: null, fileName: '', caption: [], credit: '', alt: '', origin: {} },
      id: id(name),
      gallery: gallery as GalleryId,
    });
    const galleriesOf = (blocks: readonly Block[]) => blocks.map((block) => 'gallery' in block && block.gallery);
    const blocks = [figure('f1', 'a'), figure('f2', 'a'), figure('f3', 'b')];
    const free = () => false;
    expect(galleriesOf(settleClip(clip({ blocks, isCut: true }), here, free))).toEqual(['a', 'a', 'b']);
    const [first, second, third] = galleriesOf(settleClip(clip({ blocks }), here, free));
    expect(first).toBe(second);
    expect(['a', 'b', first]).not.toContain(third);
    expect(first).not.toBe('a');
  });

  it('never hands out an id twice', () => {
    const ids = settleClip(clip({ isCut: true, blocks: [paragraph, paragraph] }), here, () => false).map(
      (block) => block.id,
    );
    expect(new Set(ids).size).toBe(2);
  });
});
