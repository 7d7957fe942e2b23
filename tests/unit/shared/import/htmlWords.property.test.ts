import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { blockText } from '../../../../shared/story/plainText.ts';

/*
 * Random pages whose every visible word is numbered in reading order. Whatever the elements around them, each word must
 * come out once, and in that order.
 */

const INLINE = [
  'b',
  'i',
  'u',
  's',
  'em',
  'strong',
  'span',
  'font',
  'code',
  'sub',
  'sup',
  'mark',
  'small',
  'a href="https://example.org/"',
  'q',
  'cite',
  'custom-tag',
  'o:p',
  'span style="font-weight:700"',
  'span style="display:block"',
];
const BLOCKS = [
  'p',
  'div',
  'section',
  'article',
  'h1',
  'h2',
  'h4',
  'blockquote',
  'aside',
  'figure',
  'figcaption',
  'pre',
  'address',
  'center',
  'details',
  'header',
  'main',
  'dl',
  'dd',
  'td',
  'li',
  'blockquote class=pullquote',
  'div class=newsletter',
  'p class=MsoCaption',
  'p style="mso-list:l0 level1 lfo1"',
  'figure class=wp-block-image',
  'aside class=pullquote',
  'p class=byline',
  'form',
];

type Html = string;
const word = fc.constant('\u0000');
const { block } = fc.letrec<{ inline: Html; block: Html; list: Html; table: Html; cell: Html }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'inline' },
    word,
    fc.constantFrom('\u0000<br>', '\u0000 \n', '\u0000&nbsp;', '<br>\u0000', '\u0000<wbr>'),
    fc
      .tuple(fc.constantFrom(...INLINE), fc.array(tie('inline'), { minLength: 1, maxLength: 3 }))
      .map(([tag, inner]) => element(tag, inner.join(' '))),
  ),
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol', 'ol start=3'),
      fc.array(fc.tuple(tie('inline'), tie('block')), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, items]) => element(tag, items.map(([words, inner]) => `<li>${words}${inner}`).join(''))),
  cell: fc.oneof(tie('inline'), tie('block')),
  table: fc
    .array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(
      (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    fc.tuple(fc.constantFrom(...BLOCKS), tie('inline')).map(([tag, inner]) => element(tag, inner)),
    fc
      .tuple(fc.constantFrom(...BLOCKS), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([tag, inner]) => element(tag, inner.join('\n'))),
    tie('list'),
    tie('table'),
    fc.constantFrom(
      '<hr>',
      '<script>no</script>',
      '<p hidden>no</p>',
      '<!-- no -->',
      '<style>no{}</style>',
      '<p> </p>',
    ),
  ),
}));

function element(tag: string, inner: Html): Html {
  return `<${tag}>${inner}</${tag.split(' ')[0]}>`;
}

/** Numbers the words in the order they stand in the source. */
function numbered(html: Html): { html: Html; count: number } {
  let count = 0;
  return { html: html.replace(/\0/g, () => `w${(count += 1)}.`), count };
}

function numbersIn(text: string): number[] {
  return (text.match(/w\d+\./g) ?? []).map((one) => Number(one.slice(1, -1)));
}

/** The source of all `header` elements, the outermost whole. */
function headersOf(html: Html): Html {
  let depth = 0;
  return html
    .split(/(<\/?header>)/)
    .filter((part) => {
      if (part === '<header>') depth += 1;
      else if (part === '</header>') depth -= 1;
      return depth > 0;
    })
    .join('');
}

describe('the words of any page', () => {
  it('all come through, each once', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const { html, count } = numbered(blocks.join('\n'));
        const read = htmlToBlocks(html);
        const found = numbersIn(read.blocks.map(blockText).join('\n'));
        // What the page has above its article is left out, and said to be.
        const isNoted = read.notes.some((note) => note.includes('page header'));
        const inHeader = new Set(isNoted ? numbersIn(headersOf(html)) : []);
        const isDue = (number: number) => !inHeader.has(number) || found.includes(number);
        const due = Array.from({ length: count }, (_, index) => index + 1).filter(isDue);
        expect(found.toSorted((a, b) => a - b)).toEqual(due);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
