import type { Story } from '../../story/story.ts';
import { bylineAuthors } from '../bylineAuthors.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import { storyDirection } from '../textDirection.ts';
import { wholeSeconds } from '../wholeSeconds.ts';

type Value = string | boolean | readonly string[] | undefined;

/**
 * A story's fields as YAML front matter, under the names static sites agree on; empty ones are left out. Every text is
 * a JSON string, which YAML 1.1 and 1.2 read alike: no headline becomes a number, a date or `false`.
 * The desk's own fields (status aside, which says whether it is a draft) stay at home.
 */
export function frontMatter(story: Story): string {
  const { fields } = story;
  const values: Record<string, Value> = {
    title: fields.headline,
    description: fields.deck,
    slug: fields.slug,
    dateline: fields.dateline,
    byline: fields.byline,
    authors: bylineAuthors(fields.byline),
    lang: fields.language,
    dir: storyDirection(story),
    date: wholeSeconds(story.createdAt),
    lastmod: wholeSeconds(story.updatedAt),
    // Hugo and others show nothing before this time.
    publishDate: fields.embargo === null ? undefined : wholeSeconds(fields.embargo),
    draft: fields.status !== 'approved' && fields.status !== 'sent',
    categories: fields.categories,
    topics: fields.topics,
    tags: fields.keywords,
  };
  const lines = Object.entries(values).flatMap(([key, value]) => {
    // Said even when not known: these keys together are how the importer knows our own export.
    return key === 'lang' ? [`lang: ${quote(fields.language)}`] : writeValue(key, value);
  });
  return ['---', ...lines, '---'].join('\n');
}

function writeValue(key: string, value: Value): string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [`${key}: ${value}`];
  if (typeof value === 'string') return isBlank(value) ? [] : [`${key}: ${quote(value)}`];
  const items = value.filter((item) => !isBlank(item));
  return items.length > 0 ? [`${key}:`, ...items.map((item) => `  - ${quote(item)}`)] : [];
}

function quote(text: string): string {
  return JSON.stringify(cleanText(text));
}
