import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import type { TextInline } from '../../../../../shared/story/inline.ts';
import type { StoryFields } from '../../../../../shared/story/fields.ts';

export function words(text: string, ...marks: string[]): TextInline {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

const id = (name: string) => name as BlockId;

/** A story, made up, in which every place that can hold words says "Kabul" once. */
export const FIELDS: Partial<StoryFields> = {
  headline: 'Kabul at dusk',
  deck: 'What Kabul says',
  dateline: 'Kabul',
  byline: 'By the Kabul desk',
  slug: 'kabul-unsearched',
};

export const BLOCKS: readonly Block[] = [
  {
    id: id('para'),
    type: 'paragraph',
    content: [words('In '), words('Ka', 'bold'), words('bul', 'italic'), words(' it rained.')],
  },
  { id: id('head'), type: 'heading', level: 2, content: [words('Old Kabul')] },
  {
    id: id('linked'),
    type: 'paragraph',
    content: [words('See K'), { type: 'link', url: 'https://example.org/', children: [words('abul now')] }],
  },
  { id: id('quote'), type: 'quote', content: [words('Kabul'), { type: 'lineBreak' }, words('again')] },
  {
    id: id('list'),
    type: 'list',
    kind: 'bulleted',
    items: [
      { content: [words('Kabul')], list: { kind: 'numbered', items: [{ content: [words('nested Kabul')] }] } },
      { content: [words('Ka')] },
      { content: [words('bul')] },
    ],
  },
  {
    id: id('pull'),
    type: 'pullQuote',
    content: [words('Kabul is home')],
    attribution: 'A Kabul baker',
    source: null,
  },
  {
    id: id('figure'),
    type: 'figure',
    assetId: null,
    fileName: 'Kabul.jpg',
    caption: [words('A street in Kabul')],
    credit: 'Kabul Pictures',
    alt: 'A wet street in Kabul',
    origin: {},
  },
  {
    id: id('table'),
    type: 'table',
    rows: [
      [{ content: [words('Kabul')], header: true }, { content: [words('Ka')] }],
      [{ content: [words('bul')] }, { content: [words('Kabul too')] }],
    ],
  },
  { id: id('rule'), type: 'separator' },
];
