import type { StoryFields } from '../../../shared/story/fields.ts';

/** The fields that are written on the page, above the body, in their order there. */
export const PAGE_FIELDS = ['headline', 'deck', 'dateline', 'byline'] as const;
export type PageField = (typeof PAGE_FIELDS)[number];

/** Their accessible names, as tests and screen readers know them, and what an empty one says. */
export const PAGE_FIELD_LABELS: Readonly<Record<PageField, { readonly label: string; readonly placeholder: string }>> =
  {
    headline: { label: 'Headline', placeholder: 'Headline' },
    deck: { label: 'Deck', placeholder: 'The story in a sentence or two' },
    dateline: { label: 'Dateline', placeholder: 'Place' },
    byline: { label: 'Byline', placeholder: 'By' },
  };

export function isPageField(name: keyof StoryFields): name is PageField {
  return (PAGE_FIELDS as readonly string[]).includes(name);
}
