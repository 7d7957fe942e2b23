import { momentText } from '../../lang/zoneTime.ts';
import type { Story } from '../../story/story.ts';
import { isBlank } from '../cleanText.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { filledParts } from '../isEmptyBlock.ts';
import { storyDirection } from '../textDirection.ts';
import { newsFacts, type NewsFacts } from '../wire/newsFacts.ts';
import { element, parent, worded } from '../xml/element.ts';
import { nitfBlock } from './nitfBlock.ts';

const NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/';
/** What NITF calls an ordinary story. */
const ROUTINE = 5;

/**
 * A story as NITF 3.6: head with subjects, identity, version, dates and embargo; headline, deck, byline and dateline in
 * `body.head`; the body as paragraphs, `hl2`, lists, tables, `bq` and `media`. NITF has one kind of heading, and marks
 * are `em` with a class.
 */
export function exportNitf(story: Story, pictures: ExportPictures): string {
  return written(story, pictures, NAMESPACE);
}

/** The same as Superdesk reads it: without a namespace, and always with an urgency, which its parser does not go without. */
export function exportNitfBare(story: Story, pictures: ExportPictures): string {
  return written(story, pictures, undefined);
}

function written(story: Story, pictures: ExportPictures, xmlns: string | undefined): string {
  const facts = newsFacts(story);
  const own = { xmlns, version: '-//IPTC//DTD NITF 3.6//EN', baselang: facts.language };
  const body = [
    ...parent('body.head', {}, bodyHead(facts)),
    element('body.content', {}, `\n${bodyContent(story, pictures).join('\n')}\n`),
  ];
  const head = [
    ...worded('title', {}, facts.headline),
    element('meta', { name: 'generator', content: 'Stet' }, ''),
    ...(facts.slugline === undefined ? [] : [element('meta', { name: 'anpa-keyword', content: facts.slugline }, '')]),
    ...subjects(facts),
    ...docdata(story, facts, xmlns === undefined),
  ];
  const document = parent('nitf', own, [...parent('head', {}, head), ...parent('body', {}, body)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document.join('\n')}\n`;
}

/** A subject needs a code; what has none is a keyword. */
function subjects({ subjects: all }: NewsFacts): string[] {
  const coded = all.flatMap(({ code, name }) => {
    if (code === null) return [];
    const own = { 'tobject.subject.refnum': code, 'tobject.subject.ipr': 'IPTC Media Topics' };
    return [element('tobject.subject', { ...own, 'tobject.subject.type': name }, '')];
  });
  return parent('tobject', { 'tobject.type': 'news' }, coded);
}

function docdata({ fields }: Story, facts: NewsFacts, isUrgencyNeeded: boolean): string[] {
  const urgency = facts.urgency ?? (isUrgencyNeeded ? ROUTINE : undefined);
  const keywords = facts.subjects.filter(({ code }) => code === null);
  const embargo =
    fields.embargo === null ? undefined : `EMBARGO: not before ${momentText(fields.embargo, fields.embargoZone)}`;
  return parent('docdata', { 'management-status': facts.pubStatus }, [
    element('doc-id', { 'id-string': facts.uri, regsrc: 'Stet' }, ''),
    ...(urgency === undefined ? [] : [element('urgency', { 'ed-urg': urgency }, '')]),
    element('date.issue', { norm: norm(facts.changed) }, ''),
    ...(facts.embargo === undefined ? [] : [element('date.release', { norm: norm(facts.embargo) }, '')]),
    // Not every receiver reads the release; all show the message.
    ...(embargo === undefined ? [] : [element('ed-msg', { info: embargo }, '')]),
    element('du-key', { version: facts.version, key: facts.slugline }, ''),
    ...parent(
      'key-list',
      {},
      keywords.map(({ name }) => element('keyword', { key: name }, '')),
    ),
  ]);
}

/** `2026-11-24T07:10:00Z` as `20261124T071000+0000`. */
function norm(time: string): string {
  return time.replace(/[-:]/g, '').replace('Z', '+0000');
}

function bodyHead({ headline, deck, byline, place }: NewsFacts): string[] {
  const lines = [...worded('hl1', { id: 'headline' }, headline), ...worded('hl2', {}, deck)];
  const heads = headline === undefined && deck !== undefined ? [element('hl1', {}, ''), ...lines] : lines;
  return [
    ...parent('hedline', {}, heads),
    ...worded('byline', {}, byline),
    ...(place === undefined
      ? []
      : [element('dateline', {}, element('location', {}, worded('city', {}, place).join('')))]),
    ...parent('abstract', {}, worded('p', {}, deck)),
  ];
}

function bodyContent(story: Story, pictures: ExportPictures): string[] {
  const parts = filledParts(story.blocks);
  const lede = parts.find((part) => part.type === 'paragraph');
  const around = storyDirection(story);
  return parts.map((part) => nitfBlock(part, { around, pictures, lede })).filter((line) => !isBlank(line));
}
