import type { Story } from '../../story/story.ts';
import { isWebAddress, type ExportPictures } from '../exportPicture.ts';
import { htmlBodyAlone } from '../html/htmlBody.ts';
import { textCopy } from '../text/textCopy.ts';
import { newsFacts } from '../wire/newsFacts.ts';
import { newsBody } from './newsBody.ts';
import { associations, ninjs1Facts, ninjs1Subject, some } from './ninjs1Item.ts';

/** What Superdesk's desks set: five steps, of six. */
const LEAST_URGENT = 5;

/**
 * A story as Superdesk's parser takes it, which is ninjs 1 and members of its own: `guid`, or every version would be
 * another story; `priority` and `keywords`; `body_html` without the dateline, which Superdesk sets before it from
 * `located`; a subject only with a code, since one without has no place there. The first picture is the `featuremedia`.
 */
export function superdeskItem(story: Story, pictures: ExportPictures) {
  const facts = newsFacts(story);
  const subjects = facts.subjects.filter(({ code }) => code !== null);
  const keywords = facts.subjects.filter(({ code }) => code === null).map(({ name }) => name);
  const figures = associations(story, pictures, (index) => (index === 0 ? 'featuremedia' : `figure_${index + 1}`));
  return {
    guid: facts.uri,
    ...ninjs1Facts(facts),
    urgency: facts.urgency === undefined ? undefined : Math.min(facts.urgency, LEAST_URGENT),
    priority: facts.urgency,
    subject: some(subjects.map(ninjs1Subject)),
    keywords: some(keywords),
    wordcount: facts.words,
    body_html: newsBody(story, htmlBodyAlone(story, pictures)),
    body_text: textCopy(story).join('\n\n'),
    associations:
      figures &&
      Object.fromEntries(
        Object.entries(figures).map(([name, item]) => [
          name,
          { guid: item.uri, ...item, renditions: named(item.renditions) },
        ]),
      ),
  };
}

interface Rendition {
  readonly href: string;
}

function named({ original, poster }: { readonly original: Rendition; readonly poster?: Rendition | undefined }) {
  return { original: withMedia(original), ...(poster && { poster: withMedia(poster) }) };
}

/** A file that was posted is known to Superdesk by its name (`media`), not by its address. */
function withMedia(rendition: Rendition) {
  const { href } = rendition;
  return { ...rendition, media: isWebAddress(href) ? href.slice(href.lastIndexOf('/') + 1) : undefined };
}
