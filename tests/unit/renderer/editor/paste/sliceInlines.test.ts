import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceInlines, sliceItems } from '../../../../../renderer/editor/paste/sliceInlines.ts';
import type { ListItem } from '../../../../../shared/story/block.ts';
import type { Inline } from '../../../../../shared/story/inline.ts';
import { blockText, inlineText } from '../../../../../shared/story/plainText.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';

const text = (words: string, ...marks: string[]): Inline =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };

const leaf = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1, maxLength: 6 }) }),
  fc.constant({ type: 'lineBreak' as const }),
);
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    leaf,
    fc.record({
      type: fc.constant('link' as const),
      url: fc.constant('https://x.org'),
      children: fc.array(leaf, { maxLength: 3 }),
    }),
  ),
  { maxLength: 6 },
);

describe('sliceInlines', () => {
  it('cuts runs and links and keeps their marks', () => {
    const content: Inline[] = [
      text('one ', 'bold'),
      { type: 'link', url: 'https://x.org', children: [{ type: 'text', text: 'two' }] },
      text(' three'),
    ];
    expect(sliceInlines(content, 2, 6)).toEqual([
      text('e ', 'bold'),
      { type: 'link', url: 'https://x.org', children: [{ type: 'text', text: 'tw' }] },
    ]);
    expect(sliceInlines(content, 7, 13)).toEqual([text(' three')]);
  });

  it('answers exactly the words between the offsets', () => {
    fc.assert(
      fc.property(inlines, fc.nat(40), fc.nat(40), (content, a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(inlineText(sliceInlines(content, start, end))).toBe(inlineText(content).slice(start, end));
      }),
    );
  });
});

describe('sliceItems', () => {
  const items: ListItem[] = [
    { content: [text('alpha')], list: { kind: 'bulleted', items: [{ content: [text('beta')] }] } },
    { content: [text('gamma')] },
  ];

  it('cuts the first and the last item and keeps what is between', () => {
    // alpha\nbeta\ngamma
    expect(sliceItems(items, 2, 13)).toEqual([
      { content: [text('pha')], list: { kind: 'bulleted', items: [{ content: [text('beta')] }] } },
      { content: [text('ga')] },
    ]);
    expect(sliceItems(items, 12, 16)).toEqual([{ content: [text('amma')] }]);
  });

  it('answers exactly the words between the offsets', () => {
    const whole = blockText({ type: 'list', id: 'l' as BlockId, kind: 'bulleted', items });
    for (let start = 0; start <= whole.length; start += 1) {
      for (let end = start + 1; end <= whole.length; end += 1) {
        const sliced = blockText({
          type: 'list',
          id: 'l' as BlockId,
          kind: 'bulleted',
          items: sliceItems(items, start, end),
        });
        expect(sliced.replace(/^\n+/, '')).toBe(whole.slice(start, end).replace(/^\n+/, ''));
      }
    }
  });
});
