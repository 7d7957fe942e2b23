import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBlocks, splitBlocks } from '../../../../../electron/library/cms/wordpress/splitBlocks.ts';

const PARAGRAPH = '<!-- wp:paragraph {"align":"left"} -->\n<p>Salt.</p>\n<!-- /wp:paragraph -->';
const LIST =
  '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>One</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->';
const EMPTY = '<!-- wp:audio /-->';

describe('the blocks of a post', () => {
  it('are those of the first level, each with what is inside it', () => {
    expect(splitBlocks([PARAGRAPH, LIST, EMPTY].join('\n\n'))).toEqual([PARAGRAPH, LIST, EMPTY]);
  });

  it('keep words outside all blocks, and braces in what a block keeps', () => {
    const odd = '<!-- wp:acme/box {"text":"a } b","deep":{"x":1}} -->\n<div></div>\n<!-- /wp:acme/box -->';
    expect(splitBlocks(`Loose words\n${odd}\n\nmore`)).toEqual(['Loose words', odd, 'more']);
  });

  it('of a text that is cut off or mixed up are all of it, still', () => {
    expect(splitBlocks('<!-- wp:list -->\n<ul>')).toEqual(['<!-- wp:list -->\n<ul>']);
    expect(splitBlocks('')).toEqual([]);
  });

  it('are the same once they are put together again, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(PARAGRAPH, LIST, EMPTY), { maxLength: 12 }), (blocks) => {
        expect(splitBlocks(joinBlocks(blocks))).toEqual(blocks);
      }),
    );
  });

  it('are found in time in a text made to be slow', () => {
    const slow = `<!-- wp:a {${'"x":1,'.repeat(20_000)}`;
    expect(splitBlocks(slow)).toHaveLength(1);
  });
});
