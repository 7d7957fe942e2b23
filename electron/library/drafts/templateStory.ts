import type { Template } from '../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../shared/story/block.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import { blankFields, type StoryFields } from '../../../shared/story/fields.ts';

const paragraph = (): Block => ({ id: newBlockId(), type: 'paragraph', content: [] });
const heading = (level: 2 | 3): Block => ({ id: newBlockId(), type: 'heading', level, content: [] });
const pullQuote = (): Block => ({ id: newBlockId(), type: 'pullQuote', content: [], attribution: '', source: null });

/*
 * Templates are structure without words: a sentence put there as a hint would sooner or later be published.
 */
const STRUCTURES: Readonly<Record<Template, { readonly targetWords: number | null; blocks(): Block[] }>> = {
  blank: { targetWords: null, blocks: () => [paragraph()] },
  news: { targetWords: 600, blocks: () => [paragraph(), paragraph(), heading(2), paragraph()] },
  feature: {
    targetWords: 1500,
    blocks: () => [paragraph(), paragraph(), pullQuote(), heading(2), paragraph(), heading(2), paragraph()],
  },
  qa: {
    targetWords: 900,
    blocks: () => [paragraph(), heading(3), paragraph(), heading(3), paragraph(), heading(3), paragraph()],
  },
};

/** What a new story starts with: the writer's own furniture and the template's empty structure. */
export function templateStory(
  template: Template,
  own: Pick<StoryFields, 'byline' | 'dateline' | 'language'>,
): { fields: StoryFields; blocks: Block[] } {
  const { targetWords, blocks } = STRUCTURES[template];
  return { fields: { ...blankFields(), ...own, targetWords }, blocks: blocks() };
}
