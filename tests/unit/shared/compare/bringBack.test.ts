import { describe, expect, it } from 'vitest';
import { bringBack } from '../../../../shared/compare/bringBack.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { paragraph } from '../../../fixtures/library/paragraph.ts';

const block = (id: string, text: string): Block => ({ ...paragraph(text), id: id as BlockId });
const ids = (...names: string[]) => names as BlockId[];
const [one, two, three] = [block('a', 'One.'), block('b', 'Two.'), block('c', 'Three.')];
const texts = (blocks: readonly Block[]) => blocks.map(blockText);

describe('a passage brought back', () => {
  it('takes the place of what became of it', () => {
    const now = [one, block('b', 'Changed.'), three];
    expect(texts(bringBack(now, [one, two, three], ids('b'), []))).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('that is gone comes back behind the one that stood before it', () => {
    expect(texts(bringBack([three, one], [one, two, three], ids('b'), []))).toEqual(['Three.', 'One.', 'Two.']);
    expect(texts(bringBack([three], [one, two, three], ids('a'), []))).toEqual(['One.', 'Three.']);
    expect(texts(bringBack([three], [one, two, three], ids('a', 'b'), []))).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('that was cut in two comes back whole', () => {
    const whole = block('a', 'One. And a half.');
    const now = [block('a', 'One.'), block('x', 'And a half.'), two];
    expect(texts(bringBack(now, [whole, two], ids('a'), ids('x')))).toEqual(['One. And a half.', 'Two.']);
  });

  it('that lost its id takes the place of the one that has its words', () => {
    const now = [one, block('x', 'Two, changed.'), three];
    expect(texts(bringBack(now, [one, two, three], ids('b'), ids('x')))).toEqual(['One.', 'Two.', 'Three.']);
  });
});
