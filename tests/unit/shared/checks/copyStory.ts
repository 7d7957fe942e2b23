import type { Block, Figure } from '../../../../shared/story/block.ts';
import type { BlockId, StoryId } from '../../../../shared/story/ids.ts';
import { blankFields, type StoryFields } from '../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../shared/story/story.ts';
import { paragraph } from '../pullQuote/storyOf.ts';

/** Furniture that no rule has anything to say about. */
const FIELDS: StoryFields = {
  ...blankFields(),
  headline: 'Harbour pilots go back to work',
  deck: 'The strike ended at dawn.',
  dateline: 'Keti Bandar',
  byline: 'Sadia Noor Memon',
  slug: 'pilots-back',
};

/** A story with these paragraphs (or blocks) and furniture that is in order unless `fields` says otherwise. */
export function copyStory(body: readonly (string | Block)[], fields: Partial<StoryFields> = {}): Story {
  return {
    format: STORY_FORMAT,
    id: '00000000-0000-4000-8000-000000000000' as StoryId,
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
    fields: { ...FIELDS, ...fields },
    blocks: body.map((item, i) => (typeof item === 'string' ? paragraph(`p${i}`, item) : item)),
  };
}

/** A picture with everything it needs, but for what `parts` says. */
export function figure(parts: Partial<Omit<Figure, 'caption'>> & { readonly words?: string } = {}): Figure {
  const { words = 'Pilots on the quay.', ...rest } = parts;
  return {
    id: 'fig' as BlockId,
    type: 'figure',
    assetId: 'a'.repeat(64) as Figure['assetId'],
    fileName: 'quay.jpg',
    caption: words === '' ? [] : [{ type: 'text', text: words }],
    credit: 'Imran Dars / Keti Pictures',
    alt: 'Four men beside a boat',
    origin: {},
    ...rest,
  };
}
