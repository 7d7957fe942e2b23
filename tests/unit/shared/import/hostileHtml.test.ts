import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { blockSchema, type Block } from '../../../../shared/story/block.ts';
import type { Inline } from '../../../../shared/story/inline.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { DEEP_TAGS, HOSTILE_HTML } from '../../../fixtures/documents/hostileHtml.ts';

/** For a machine busy with other things; what these tests guard against takes minutes on an idle one. */
const PATIENCE_MS = 60_000;

function links(blocks: readonly Block[]): string[] {
  const urls: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ((value as Inline).type === 'link') urls.push((value as Extract<Inline, { type: 'link' }>).url);
    for (const inner of Object.values(value)) look(inner);
  };
  look(blocks);
  return urls;
}

/** Words as a reader sees them, without what only sets them apart. */
function letters(text: string): string {
  return text.replace(/[\s“”‘’•]+/gu, '');
}

function readSafely(html: string): Block[] {
  const { blocks } = htmlToBlocks(html);
  for (const block of blocks) blockSchema.parse(block);
  for (const url of links(blocks)) expect(url).toMatch(/^(?:https?|mailto):/i);
  return blocks;
}

describe('hostile HTML', () => {
  it.each(HOSTILE_HTML)('is only words: $name', ({ html, words }) => {
    const blocks = readSafely(html);
    expect(letters(blocks.map(blockText).join(' '))).toBe(letters(words));
    // In text `<script>` is eight characters; what must not come through are its contents.
    expect(JSON.stringify(blocks)).not.toMatch(/alert\(1\)|javascript:|onerror|url\(/i);
  });

  it('never has a figure fetch or run anything', () => {
    const { blocks, details } = htmlToBlocks(
      '<img src="javascript:alert(1)" alt="a"><img src="https://x.example/track.jpg?id=1">',
    );
    expect(blocks.map((block) => block.type === 'figure' && block.assetId)).toEqual([null, null]);
    expect([...details.values()].map((detail) => detail.picture?.src)).toEqual([
      'javascript:alert(1)',
      'https://x.example/track.jpg?id=1',
    ]);
  });

  it.each(DEEP_TAGS)(
    'keeps the words under 10,000 times <%s>',
    (tag) => {
      const blocks = readSafely(
        `<p>before</p>${`<${tag}>`.repeat(10_000)}deep<br>words<img src=deep.jpg><script>no</script></p>after`,
      );
      const text = letters(blocks.map(blockText).join(' '));
      expect(text).toContain('before');
      expect(text).toContain('deepwordsafter');
      expect(text).not.toContain('no');
      expect(JSON.stringify(blocks)).toContain('deep.jpg');
    },
    PATIENCE_MS,
  );

  // Each of these takes minutes or all memory in a reader whose work grows with the square of its input.
  it.each([
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>words</p>`],
    ['classes', `<p class="${'c '.repeat(300_000)}">words</p>`],
    ['declarations', `<p style="${'color:red;'.repeat(100_000)}">words</p>`],
    ['rules', `<style>${'p,q{display:block}'.repeat(50_000)}</style><p>words</p>`],
    ['unclosed rules', `<style>${'a{b{'.repeat(200_000)}</style><p>words</p>`],
    ['at-rules', `<style>${'@media x{'.repeat(100_000)}</style><p>words</p>`],
    ['spaces', `<p>a${' '.repeat(1_000_000)}b words</p><pre>${' '.repeat(1_000_000)}x</pre>`],
    ['breaks', `<p>${'<br>'.repeat(200_000)}words</p>`],
    ['siblings in a table', `<table>${'a<br>'.repeat(50_000)}</table>words`],
    ['an opening bracket', `${'<'.repeat(1_000_000)}p>words`],
    ['ampersands', `${'&'.repeat(1_000_000)} words`],
    ['comments', `${'<!--'.repeat(500_000)}--> words`],
    ['end tags', `${'</p></b>'.repeat(50_000)}words`],
    ['a srcset', `<img src="" alt=x srcset="${'a 1w, '.repeat(200_000)}">words`],
    ['list items', `<ul>${'<li>a'.repeat(20_000)}</ul>words`],
    ['cells', `<table><tr>${'<td>a'.repeat(20_000)}</table>words`],
    ['links', `<p>${'<a href="https://x.example/">a</a> '.repeat(20_000)}words</p>`],
  ])(
    'is done with any number of %s',
    (_name, html) => {
      expect(readSafely(html).map(blockText).join(' ')).toContain('words');
    },
    PATIENCE_MS,
  );

  it(
    'refuses what would fill the memory, with a sentence',
    () => {
      // Formatting that is taken up again in every paragraph: a thousand elements each.
      const html = `<p>${Array.from({ length: 1000 }, (_, index) => `<b id=${index}>`).join('')}</p>${'<p>x</p>'.repeat(20_000)}`;
      expect(() => htmlToBlocks(html)).toThrow(/too large or too tangled/);
      expect(() => htmlToBlocks('<p>x'.repeat(100_001))).toThrow(/longer than one story/);
    },
    PATIENCE_MS,
  );

  it(
    'reads any string without failing, and makes nothing but blocks of it',
    () => {
      const piece = fc.oneof(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<table>',
          '<tr>',
          '<td>',
          '</table>',
          '<ul>',
          '<li>',
          '</ul>',
          '<a href="',
        ),
        fc.constantFrom(
          '<img src=x>',
          '<figure>',
          '<figcaption>',
          '</figure>',
          '<blockquote>',
          '<svg>',
          '<math>',
          '<select>',
          '<!--',
          '-->',
        ),
        fc.constantFrom(
          '<h1>',
          '</h1>',
          '<aside class=pullquote>',
          '<cite>',
          '<pre>',
          '<br>',
          '<hr>',
          '<style>',
          '</style>',
          '">',
          "'",
          '&',
        ),
        fc.constantFrom(
          '<template>',
          '<noscript>',
          '<form>',
          '<p style="mso-list:l0 level2 lfo1">',
          '<span style="mso-list:Ignore">',
          '</span>',
        ),
        fc.string({ unit: 'binary' }),
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
          readSafely(pieces.join(''));
        }),
        { numRuns: 500 },
      );
    },
    PATIENCE_MS,
  );
});
