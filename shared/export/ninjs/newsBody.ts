import type { Story } from '../../story/story.ts';
import { attributes } from '../html/escapeHtml.ts';
import { toXhtml } from '../html/toXhtml.ts';
import { storyDirection } from '../textDirection.ts';
import { languageTag } from '../wire/newsFacts.ts';

/** Lines of a story's HTML as a piece of XHTML to be put into a page; what runs right to left says so. */
export function newsBody(story: Story, lines: readonly string[]): string {
  const words = toXhtml(lines.join('\n'));
  if (storyDirection(story) === 'ltr') return words;
  const own = attributes({ lang: languageTag(story.fields.language), dir: 'rtl' });
  return `<div${own}>\n${words}\n</div>`;
}
