import { mediumOf } from '../../media/medium.ts';
import type { Story } from '../../story/story.ts';
import { isRecording, pathUrl, type ExportPictures } from '../exportPicture.ts';
import { htmlBody } from '../html/htmlBody.ts';
import { textCopy } from '../text/textCopy.ts';
import { MEDIA_TOPICS, newsFacts, type NewsFacts, type NewsSubject } from '../wire/newsFacts.ts';
import { newsFigures, type NewsFigure } from '../wire/newsFigures.ts';
import { newsBody } from './newsBody.ts';

const STANDARD = { name: 'ninjs', version: '1.6', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_1.6.json' };

/**
 * A story as a ninjs 1.6 item, to be written as JSON: members that are undefined are not there. Pictures are associations
 * `figure_1`, `figure_2` … in the order of the body, where the same addresses show them.
 */
export function ninjs1Item(story: Story, pictures: ExportPictures) {
  const facts = newsFacts(story);
  return {
    ...ninjs1Facts(facts),
    representationtype: 'complete',
    headline_deck: facts.deck,
    subject: some(facts.subjects.map(ninjs1Subject)),
    wordcount: facts.words,
    body_xhtml: newsBody(story, htmlBody(story, pictures)),
    body_text: textCopy(story).join('\n\n'),
    associations: associations(story, pictures, (index) => `figure_${index + 1}`),
    $standard: STANDARD,
  };
}

/** What every ninjs of the first generation says of a story, whoever reads it. */
export function ninjs1Facts(facts: NewsFacts) {
  return {
    uri: facts.uri,
    type: 'text',
    mimetype: 'application/xhtml+xml',
    version: String(facts.version),
    firstcreated: facts.created,
    versioncreated: facts.changed,
    embargoed: facts.embargo,
    pubstatus: facts.pubStatus,
    urgency: facts.urgency,
    language: facts.language,
    slugline: facts.slugline,
    headline: facts.headline,
    description_text: facts.deck,
    byline: facts.byline,
    located: facts.place,
  };
}

/** A subject; only a media topic has a code. */
export function ninjs1Subject({ code, name }: NewsSubject) {
  return code === null ? { name } : { name, scheme: MEDIA_TOPICS, code, rel: 'about' };
}

/** The figures as items of their own, each under the name it is given; undefined where there are none. */
export function associations(story: Story, pictures: ExportPictures, nameOf: (index: number) => string) {
  const facts = newsFacts(story);
  const items = newsFigures(story, pictures).map(
    (figure, index) => [nameOf(index), figureItem(figure, facts)] as const,
  );
  return items.length > 0 ? Object.fromEntries(items) : undefined;
}

function figureItem({ uri, file, caption, credit, alt }: NewsFigure, facts: NewsFacts) {
  return {
    uri,
    type: mediumOf(file.type),
    mimetype: file.type,
    version: String(facts.version),
    versioncreated: facts.changed,
    embargoed: facts.embargo,
    pubstatus: facts.pubStatus,
    language: facts.language,
    description_text: caption,
    byline: credit,
    // Where receivers of the first generation look for the alt text.
    body_text: alt,
    copyrightnotice: file.rights?.copyright,
    usageterms: file.rights?.usageTerms,
    renditions: renditions(file),
  };
}

/** One size goes out; it is called `original` because that is the name receivers ask for. */
function renditions(file: NewsFigure['file']) {
  const original = { href: pathUrl(file.path), mimetype: file.type };
  if (!isRecording(file)) return { original: { ...original, width: file.width, height: file.height } };
  const { poster } = file;
  if (!poster) return { original };
  const { width, height } = poster;
  return { original, poster: { href: pathUrl(poster.path), mimetype: poster.type, width, height } };
}

/** A list, or undefined for one without anything in it. */
export function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
