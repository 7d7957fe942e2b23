import { parseDocument } from 'yaml';
import { cleanText, isBlank } from '../export/cleanText.ts';
import type { StoryFields } from '../story/fields.ts';

/** What the front matter of a Markdown file says of its story. */
export interface FrontMatter {
  readonly fields: Partial<StoryFields>;
  /** The lead picture many static sites keep there; null when there is none. */
  readonly picture: {
    readonly src: string;
    readonly alt: string;
    readonly caption: string;
    readonly credit: string;
  } | null;
  /** Written by our own export. */
  readonly isOurs: boolean;
  readonly notes: string[];
  /** The rest of the file. */
  readonly body: string;
}

type Values = Readonly<Record<string, unknown>>;

const FENCED = /^\ufeff?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Longer than any; beyond it, what looks like front matter is text. */
const MAX_LENGTH = 64 * 1024;
const MAX_FIELD = 20_000;
const MAX_TERM = 500;
const MAX_TERMS = 500;
/** What only a site's generator needs, or what a story keeps elsewhere. */
const UNUSED = new Set([
  'date',
  'lastmod',
  'dir',
  'draft',
  'authors',
  'author',
  'layout',
  'updated',
  'modified',
  'type',
]);
const OURS = ['lang', 'dir', 'date', 'lastmod', 'draft'];

/**
 * Takes the front matter off a Markdown file: between lines of `---`, as YAML. What is not YAML there is text of the story
 * and stays in the body.
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const nothing = { fields: {}, picture: null, isOurs: false, notes: [], body: markdown };
  const found = FENCED.exec(markdown.slice(0, MAX_LENGTH));
  if (!found) return nothing;
  const values = readValues(found[1] ?? '');
  if (!values) return nothing;
  const body = markdown.slice(found[0].length);
  const taken = new Set(UNUSED);
  const first = (...names: readonly string[]): unknown => {
    for (const name of names) taken.add(name);
    return names.map((name) => values[name]).find((value) => value !== undefined && value !== null && value !== '');
  };
  const line = (...names: readonly string[]) => lineOf(first(...names));
  const authors = termsOf(first('authors', 'author'));
  const isOurs = OURS.every((name) => name in values);
  const embargo = timeOf(first('embargo') ?? (isOurs ? first('publishDate') : undefined));
  const fields: Partial<StoryFields> = {
    headline: line('headline', 'title'),
    deck: line('deck', 'dek', 'standfirst', 'subtitle', 'subheadline', 'description', 'excerpt', 'summary'),
    slug: line('slug', 'slugline'),
    dateline: line('dateline'),
    byline: line('byline') || authors.join(', '),
    language: languageOf(line('lang', 'language', 'locale')),
    desk: line('desk', 'section'),
    editorsNote: line('editorsNote', 'editors_note'),
    categories: termsOf(first('categories', 'category')),
    topics: termsOf(first('topics')),
    keywords: termsOf(first('tags', 'keywords')),
    ...(embargo === null ? {} : { embargo }),
  };
  const picture = pictureOf(first('cover', 'image', 'featured_image', 'featuredImage', 'heroImage', 'thumbnail'));
  const unused = Object.keys(values).filter((name) => !taken.has(name));
  const notes =
    unused.length > 0 && !isOurs ? [`Left out of the front matter: ${unused.slice(0, 20).join(', ')}.`] : [];
  return { fields: withoutEmpty(fields), picture, isOurs, notes, body };
}

function readValues(yaml: string): Values | null {
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) return null;
  try {
    // Few aliases: each can stand for as much as all before it.
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null;
  } catch {
    return null;
  }
}

function lineOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const text = cleanText(value).trim();
  return isBlank(text) ? '' : text.slice(0, MAX_FIELD);
}

function termsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  const names = all.map((item) => lineOf(isRecord(item) ? (item['name'] ?? item['title']) : item));
  return [...new Set(names.filter(Boolean).map((name) => name.slice(0, MAX_TERM)))].slice(0, MAX_TERMS);
}

function pictureOf(value: unknown): FrontMatter['picture'] {
  if (typeof value === 'string') return isBlank(value) ? null : { src: value.trim(), alt: '', caption: '', credit: '' };
  if (!isRecord(value)) return null;
  const src = lineOf(value['image'] ?? value['src'] ?? value['url'] ?? value['path']);
  if (src === '') return null;
  const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => lineOf(value[name]));
  return { src, alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' };
}

function languageOf(tag: string): string {
  try {
    return tag.length <= 35 ? (Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? '') : '';
  } catch {
    return '';
  }
}

function timeOf(value: unknown): string | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutEmpty(fields: Partial<StoryFields>): Partial<StoryFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      return Array.isArray(value) ? value.length > 0 : value !== '';
    }),
  );
}
