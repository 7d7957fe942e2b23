import { mediumOf } from '../../media/medium.ts';
import type { Story } from '../../story/story.ts';
import { isRecording, pathUrl, type ExportPicture, type ExportPictures } from '../exportPicture.ts';
import { htmlBody } from '../html/htmlBody.ts';
import { textCopy } from '../text/textCopy.ts';
import { MEDIA_TOPICS, newsFacts, type NewsFacts } from '../wire/newsFacts.ts';
import { newsFigures, type NewsFigure } from '../wire/newsFigures.ts';
import { newsBody } from './newsBody.ts';
import { some } from './ninjs1Item.ts';

const STANDARD = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' };
const PLAIN = 'text/plain';

/** A story as a ninjs 3.1 item, to be written as JSON: members that are undefined are not there. */
export function ninjs3Item(story: Story, pictures: ExportPictures) {
  const facts = newsFacts(story);
  const subjects = facts.subjects.map(({ code, name }) =>
    code === null ? { name } : { name, uri: MEDIA_TOPICS + code, rel: 'about' },
  );
  const figures = newsFigures(story, pictures).map((figure, index) => ({
    name: `figure_${index + 1}`,
    ...figureItem(figure, facts),
  }));
  return {
    standard: STANDARD,
    uri: facts.uri,
    type: 'text',
    representationType: 'full',
    version: String(facts.version),
    firstCreated: facts.created,
    versionCreated: facts.changed,
    embargoedUntil: facts.embargo,
    pubStatus: facts.pubStatus,
    urgency: facts.urgency,
    language: facts.language,
    slugline: facts.slugline,
    headlines: some([...worded('main', facts.headline), ...worded('deck', facts.deck)]),
    descriptions: some(worded('summary', facts.deck)),
    by: facts.byline,
    located: facts.place,
    subjects: some(subjects),
    bodies: [
      {
        ...{ role: 'main', contentType: 'application/xhtml+xml', wordCount: facts.words },
        value: newsBody(story, htmlBody(story, pictures)),
      },
      { ...{ role: 'text', contentType: PLAIN, wordCount: facts.words }, value: textCopy(story).join('\n\n') },
    ],
    associations: some(figures),
  };
}

function worded(role: string, value: string | undefined) {
  return value === undefined ? [] : [{ role, contentType: PLAIN, value }];
}

function figureItem({ uri, file, caption, credit, alt }: NewsFigure, facts: NewsFacts) {
  return {
    uri,
    type: mediumOf(file.type),
    version: String(facts.version),
    versionCreated: facts.changed,
    embargoedUntil: facts.embargo,
    pubStatus: facts.pubStatus,
    language: facts.language,
    descriptions: some([...worded('caption', caption), ...worded('alttext', alt)]),
    by: credit,
    infoSources: credit === undefined ? undefined : [{ name: credit, role: 'creditline' }],
    copyrightNotice: file.rights?.copyright,
    usageTerms: file.rights?.usageTerms,
    renditions: [
      isRecording(file)
        ? { name: 'original', href: pathUrl(file.path), contentType: file.type }
        : picture('original', file),
      ...(isRecording(file) && file.poster ? [picture('poster', file.poster)] : []),
    ],
  };
}

function picture(name: string, { path, type, width, height }: ExportPicture) {
  return { name, href: pathUrl(path), contentType: type, width, height };
}
