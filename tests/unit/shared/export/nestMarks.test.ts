import { describe, expect, it } from 'vitest';
import { htmlInlines } from '../../../../shared/export/html/htmlInlines.ts';
import type { Inline, LineBreak, TextInline } from '../../../../shared/story/inline.ts';

const text = (words: string, ...marks: string[]): TextInline => ({ type: 'text', text: words, marks });
const lineBreak: LineBreak = { type: 'lineBreak' };
const link = (url: string, ...children: (TextInline | LineBreak)[]): Inline => {
  return { type: 'link', url, children };
};

// Read as HTML, which shows the nesting best.
describe('nested marks', () => {
  it.each<[what: string, content: Inline[], html: string]>([
    [
      'the mark that reaches furthest outermost',
      [text('a', 'bold', 'italic'), text('b', 'italic')],
      '<em><strong>a</strong>b</em>',
    ],
    ['ties in the order of the list', [text('a', 'italic', 'bold')], '<strong><em>a</em></strong>'],
    ['code innermost', [text('a', 'code', 'bold'), text('b', 'code')], '<strong><code>a</code></strong><code>b</code>'],
    [
      'runs that only an unknown mark parted as one',
      [text('a', 'bold'), text('b', 'bold', 'tk'), text('c', 'bold', 'comment:1')],
      '<strong>abc</strong>',
    ],
    ['a mark across a line break', [text('a', 'bold'), lineBreak, text('b', 'bold')], '<strong>a<br>b</strong>'],
    [
      'code not across a line break',
      [text('a', 'code'), lineBreak, text('b', 'code')],
      '<code>a</code><br><code>b</code>',
    ],
    [
      'a line break outside a mark that ends there',
      [text('a', 'bold'), lineBreak, text('b')],
      '<strong>a</strong><br>b',
    ],
    ['no line breaks at the ends', [lineBreak, text('a'), lineBreak, lineBreak], 'a'],
    [
      'a shared mark around a link',
      [text('a ', 'bold'), link('#x', text('b', 'bold', 'italic'), text('c', 'bold'))],
      '<strong>a <a href="#x"><em>b</em>c</a></strong>',
    ],
    ['a link that must not leave as its words', [text('a'), link('javascript:x', text('b')), text('c')], 'abc'],
    ['a link without words as nothing', [text('a'), link('#x', text(' ')), link('#y'), text('c')], 'a c'],
    [
      'a link from its first word to its last',
      [link('#x', lineBreak, text('a'), lineBreak), text('b')],
      '<a href="#x">a</a><br>b',
    ],
    ['nothing of control characters and line ends in a run', [text('a\u0000\n\u2028b\ud800')], 'a b\ufffd'],
    ['nothing for nothing', [text('\u0001', 'bold'), lineBreak], ''],
  ])('put %s', (_what, content, html) => {
    expect(htmlInlines(content)).toBe(html);
  });
});
