import { mediumOf } from '../../media/medium.ts';
import type { Story } from '../../story/story.ts';
import { dateline } from '../dateline.ts';
import { isRecording, pathUrl, type ExportPicture, type ExportPictures } from '../exportPicture.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { htmlBody } from '../html/htmlBody.ts';
import { toXhtml } from '../html/toXhtml.ts';
import { storyDirection } from '../textDirection.ts';
import { MEDIA_TOPICS, newsFacts, type NewsFacts } from '../wire/newsFacts.ts';
import { newsFigures, type NewsFigure } from '../wire/newsFigures.ts';
import { element, parent, worded } from '../xml/element.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';
const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';

/**
 * A story as a NewsML-G2 2.35 news message: a text item with its body in XHTML, and an item for each picture and
 * recording, which the text item links to. Addresses are relative to the file.
 */
export function exportNewsml(story: Story, pictures: ExportPictures): string {
  const facts = newsFacts(story);
  const figures = newsFigures(story, pictures);
  const message = parent('newsMessage', { xmlns: NAMESPACE }, [
    ...parent('header', {}, [`<sent>${facts.changed}</sent>`]),
    ...parent('itemSet', {}, [
      textItem(story, pictures, facts, figures),
      ...figures.map((one) => figureItem(one, facts)),
    ]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${message.join('\n')}\n`;
}

function newsItem(guid: string, { version, language }: NewsFacts, inner: readonly string[]): string {
  const standard = { standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power' };
  return parent('newsItem', { guid, version, ...standard, 'xml:lang': language }, [
    element('catalogRef', { href: CATALOG }, ''),
    ...inner,
  ]).join('\n');
}

function itemMeta(kind: string, facts: NewsFacts, links: readonly string[]): string[] {
  return parent('itemMeta', {}, [
    element('itemClass', { qcode: `ninat:${kind}` }, ''),
    '<provider><name>Stet</name></provider>',
    `<versionCreated>${facts.changed}</versionCreated>`,
    `<firstCreated>${facts.created}</firstCreated>`,
    ...worded('embargoed', {}, facts.embargo),
    element('pubStatus', { qcode: `stat:${facts.pubStatus}` }, ''),
    element('generator', {}, 'Stet'),
    ...links,
  ]);
}

function textItem(story: Story, pictures: ExportPictures, facts: NewsFacts, figures: readonly NewsFigure[]): string {
  const links = figures.map(({ uri, file }) =>
    element('link', { rel: 'irel:seeAlso', residref: uri, contenttype: file.type }, ''),
  );
  return newsItem(facts.uri, facts, [
    ...itemMeta('text', facts, links),
    ...parent('contentMeta', {}, contentMeta(story, facts)),
    ...parent('contentSet', {}, [inlineXml(story, pictures, facts)]),
  ]);
}

function contentMeta({ fields }: Story, facts: NewsFacts): string[] {
  const subjects = facts.subjects.map(({ code, name }) => {
    const own = code === null ? { literal: name } : { qcode: `medtop:${code}`, uri: MEDIA_TOPICS + code };
    return element('subject', { type: 'cpnat:abstract', ...own }, worded('name', {}, name).join(''));
  });
  return [
    ...worded('urgency', {}, facts.urgency?.toString()),
    `<contentCreated>${facts.created}</contentCreated>`,
    `<contentModified>${facts.changed}</contentModified>`,
    ...(facts.place === undefined ? [] : [element('located', {}, worded('name', {}, facts.place).join(''))]),
    ...(facts.language === undefined ? [] : [element('language', { tag: facts.language }, '')]),
    ...subjects,
    ...worded('slugline', {}, facts.slugline),
    ...worded('headline', { role: 'hld:main' }, facts.headline),
    ...worded('headline', { role: 'hld:subHeadline' }, facts.deck),
    ...worded('dateline', {}, dateline(fields.dateline)),
    ...worded('by', {}, facts.byline),
    ...worded('description', { role: 'drol:summary' }, facts.deck),
  ];
}

function inlineXml(story: Story, pictures: ExportPictures, facts: NewsFacts): string {
  const own = { lang: facts.language, dir: storyDirection(story) };
  const page = [
    `<head>${element('title', {}, escapeText(facts.headline ?? facts.slugline ?? ''))}</head>`,
    element('body', {}, `\n${toXhtml(htmlBody(story, pictures).join('\n'))}\n`),
  ];
  return element(
    'inlineXML',
    { contenttype: 'application/xhtml+xml', wordcount: facts.words },
    parent('html', { xmlns: 'http://www.w3.org/1999/xhtml', ...own }, page).join('\n'),
  );
}

function figureItem({ uri, file, caption, credit, alt }: NewsFigure, facts: NewsFacts): string {
  const rights = [
    ...worded('copyrightNotice', {}, file.rights?.copyright),
    ...worded('usageTerms', {}, file.rights?.usageTerms),
  ];
  return newsItem(uri, facts, [
    ...parent('rightsInfo', {}, rights),
    ...itemMeta(mediumOf(file.type), facts, []),
    ...parent('contentMeta', {}, [
      ...worded('creditline', {}, credit),
      ...worded('description', { role: 'drol:caption' }, caption),
      ...worded('description', { role: 'drol:altText' }, alt),
    ]),
    ...parent('contentSet', {}, isRecording(file) ? recording(file) : [remote('rnd:highRes', file)]),
  ]);
}

function recording({ path, type, poster }: Extract<NewsFigure['file'], { readonly poster: unknown }>): string[] {
  const whole = element('remoteContent', { rendition: 'rnd:main', href: pathUrl(path), contenttype: type }, '');
  return poster ? [whole, remote('rnd:preview', poster)] : [whole];
}

function remote(rendition: string, { path, type, width, height }: ExportPicture): string {
  return element('remoteContent', { rendition, href: pathUrl(path), contenttype: type, width, height }, '');
}
