import { describe, expect, it } from 'vitest';
import { findFurniture, type FurnitureHints } from '../../../../shared/import/findFurniture.ts';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { textToBlocks } from '../../../../shared/import/textToBlocks.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { HEADLINE, WIRE_PAGE } from '../../../fixtures/documents/wirePage.ts';

const COPY =
  'The first paragraph of the story says what happened, who was there and who saw it, and is longer than any line of a page.';
const MORE =
  'The second paragraph says what came of it, what the ministry makes of that, and why nobody in the market believes a word.';

/** Texts of what is offered, by reason. */
function offers(blocks: readonly Block[], hints?: FurnitureHints): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { reason, blockIds } of findFurniture(blocks, hints)) {
    const texts = blocks.filter((block) => blockIds.includes(block.id)).map(blockText);
    found[reason] = [...(found[reason] ?? []), ...texts];
  }
  return found;
}

const lines = (...all: string[]) => textToBlocks(all.join('\n\n'));

describe('furniture', () => {
  it('in a pasted page is the banner, the headline printed first and the buttons below', () => {
    const found = offers(textToBlocks(WIRE_PAGE));
    expect(Object.keys(found)).toEqual([
      'an appeal to donate, above the headline',
      'repeats the headline',
      'settings of the page, below the story',
    ]);
    expect(found['repeats the headline']).toEqual([HEADLINE]);
    expect(found['an appeal to donate, above the headline']).toHaveLength(8);
  });

  it.each([
    ['Donate', 'an appeal to donate'],
    ['SUPPORT US', 'an appeal to donate'],
    ['Subscribe now!', 'an invitation to subscribe'],
    ['Share this article', 'buttons to share the page'],
    ['Read more: Another bridge falls', 'links to other stories'],
    ['More from World', 'links to other stories'],
    ['ADVERTISEMENT', 'an advertisement'],
    ['We and our partners use cookies to improve your visit.', 'a notice about cookies'],
    ['© 2026 The Example Post. All rights reserved.', "the page's legal notice"],
    ['The post Bridge opens appeared first on The Example Post.', "the page's legal notice"],
    ['Personalize Your News', 'settings of the page'],
    ['شارك المقال', 'buttons to share the page'],
    ['اقرأ أيضاً: جسر آخر', 'links to other stories'],
    ['קראו גם: גשר נוסף', 'links to other stories'],
    ['یہ بھی پڑھیں', 'links to other stories'],
  ])('is %s, anywhere', (line, reason) => {
    expect(offers(lines(COPY, line, MORE))).toEqual({ [reason]: [line] });
  });

  it('is a sentence that asks for money or an address only above and below the story', () => {
    const asks = ['Please support our reporters on the road.', 'Sign up for our weekly newsletter.', 'Follow us on X.'];
    for (const ask of asks) {
      expect(offers(lines(COPY, ask, MORE))).toEqual({});
      expect(Object.values(offers(lines(COPY, MORE, ask)))).toEqual([[ask]]);
      expect(Object.values(offers(lines(ask, COPY, MORE)))).toEqual([[ask]]);
    }
  });

  it.each([
    'The charity asked people to donate blankets, and they did, in their thousands.',
    'She said the cookies were for the children.',
    'He subscribes to no theory of the collapse.',
    '“Share this with nobody,” the letter began.',
    'More from the river was not to be had.',
    'Donate or die was what the banner said.',
    'Home',
  ])('is not %s', (line) => {
    const found = offers(lines(COPY, line, MORE));
    // A line that says only Home is a button wherever it stands.
    expect(found).toEqual(line === 'Home' ? { 'a way around the page': ['Home'] } : {});
  });

  it('leaves the credits of those who helped, and the last short sentence, to the story', () => {
    expect(offers(lines(COPY, MORE, 'He left.', 'Lina Haddad contributed to this report', '—30—', 'Donate'))).toEqual({
      'an appeal to donate, below the story': ['Donate'],
    });
  });

  it('is a paragraph printed twice, but not a refrain', () => {
    expect(offers(lines(COPY, 'Never again.', MORE, COPY, 'Never again.', MORE.replace('second', 'third')))).toEqual({
      'stands in the story twice': [COPY],
    });
  });

  it('is the headline again, whatever its quotation marks and case', () => {
    expect(offers(lines('‘The Bridge’ Opens', COPY, MORE), { headline: '"The bridge" opens' })).toEqual({
      'repeats the headline': ['‘The Bridge’ Opens'],
    });
  });

  it('is what the markup calls so', () => {
    const { blocks, details } = htmlToBlocks(
      `<p>${COPY}</p><div class="has-newsletter"><p>${MORE}</p></div><div id="readMore-related-posts"><p>A teaser of something else entirely</p></div>`,
    );
    const suspicions = new Map(
      [...details].flatMap(([id, { suspicion }]) => (suspicion === null ? [] : [[id, suspicion] as const])),
    );
    expect(offers(blocks, { suspicions })).toMatchObject({
      'links to other stories, below the story': ['A teaser of something else entirely'],
    });
  });

  it('quotes what it offers, briefly', () => {
    const [offer] = findFurniture(lines(`Read more: ${'a long teaser '.repeat(10)}`, COPY));
    expect(offer?.excerpt).toMatch(/^Read more: a long teaser .*…$/);
    expect(offer?.excerpt.length).toBeLessThanOrEqual(91);
  });
});
