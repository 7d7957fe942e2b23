import type { Story } from '../../story/story.ts';
import { countBodyWords } from '../../story/wordCount.ts';
import { readTopicTerm } from '../../topics/topicTerm.ts';
import { cleanText } from '../cleanText.ts';
import { dateline } from '../dateline.ts';
import { wholeSeconds } from '../wholeSeconds.ts';

/** What the media topics of IPTC are addressed under. */
export const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';

/** A subject; `code` is the eight digits of a media topic, null for the house's own words. */
export interface NewsSubject {
  readonly code: string | null;
  readonly name: string;
}

/** What the formats of the wire say of a story, each in its own shape. A field that is not known is undefined. */
export interface NewsFacts {
  readonly uri: string;
  /** Grows with every change, so that the later of two wins: the seconds from the story's first moment to its last change. */
  readonly version: number;
  readonly created: string;
  readonly changed: string;
  readonly embargo: string | undefined;
  readonly pubStatus: 'usable' | 'withheld' | 'canceled';
  /** 1 is most urgent. */
  readonly urgency: number | undefined;
  readonly language: string | undefined;
  readonly slugline: string | undefined;
  readonly headline: string | undefined;
  readonly deck: string | undefined;
  readonly byline: string | undefined;
  /** The dateline's place, without brackets. */
  readonly place: string | undefined;
  /** Media topics first, then the house's own topics, its categories and keywords; none twice. */
  readonly subjects: readonly NewsSubject[];
  readonly words: number;
}

/** A field as one line without what no document can hold; undefined when nothing is left. */
export function said(text: string): string | undefined {
  return cleanText(text).trim() || undefined;
}

/** What a story says of itself to a receiver. The desk's own fields (status, notes, desk) stay at home. */
export function newsFacts({ id, createdAt, updatedAt, fields, blocks }: Story): NewsFacts {
  const seconds = Math.floor((Date.parse(updatedAt) - Date.parse(createdAt)) / 1000);
  return {
    uri: `urn:uuid:${id}`,
    version: Math.max(1, seconds),
    created: wholeSeconds(createdAt),
    changed: wholeSeconds(updatedAt),
    embargo: fields.embargo === null ? undefined : wholeSeconds(fields.embargo),
    pubStatus: fields.status === 'killed' ? 'canceled' : fields.status === 'onHold' ? 'withheld' : 'usable',
    urgency: fields.priority ?? undefined,
    language: languageTag(fields.language),
    slugline: said(fields.slug),
    headline: said(fields.headline),
    deck: said(fields.deck),
    byline: said(fields.byline),
    place: dateline(fields.dateline).slice(1, -1).trim() || undefined,
    subjects: subjects(fields),
    words: countBodyWords(blocks),
  };
}

/** A language as XML can say it; undefined for none, or for what is no tag. */
export function languageTag(language: string): string | undefined {
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined;
}

function subjects({ topics, categories, keywords }: Story['fields']): NewsSubject[] {
  const coded: NewsSubject[] = [];
  const own = new Set<string>();
  for (const topic of topics) {
    const { code, label } = readTopicTerm(topic);
    const name = said(label);
    if (name === undefined) continue;
    if (code === null) own.add(name);
    else coded.push({ code: code.slice('medtop:'.length), name });
  }
  for (const name of [...categories, ...keywords].map(said)) if (name !== undefined) own.add(name);
  const byCode = new Map(coded.map((subject) => [subject.code, subject]));
  return [...byCode.values(), ...Array.from(own, (name) => ({ code: null, name }))];
}
