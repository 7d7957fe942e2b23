import type { Template } from '../../shared/ipc/librarySchemas.ts';

/** What the menu calls each template, and what it starts with. */
export const TEMPLATE_LABELS: Readonly<Record<Template, { readonly label: string; readonly hint: string }>> = {
  blank: { label: 'Blank', hint: 'An empty page' },
  news: { label: 'News story', hint: 'Lead, context, background' },
  feature: { label: 'Feature', hint: 'Scenes and sections' },
  qa: { label: 'Q&A', hint: 'Questions and answers' },
};
