import type { Story } from '../../shared/story/story.ts';
import { withGalleries } from '../../shared/story/galleries.ts';
import { ReadBlock } from './ReadBlock.tsx';

/** A story to read, not to write: a revision's words, set as on the page. Links are shown, not followed. */
export function StoryReading({ story }: { readonly story: Story }) {
  const { headline, deck, byline, dateline, language, direction } = story.fields;
  return (
    <article className="reading selectable" lang={language} dir={direction}>
      {headline && <h3 dir="auto">{headline}</h3>}
      {deck && (
        <p className="reading-deck" dir="auto">
          {deck}
        </p>
      )}
      {(byline || dateline) && (
        <p className="reading-byline" dir="auto">
          {[byline, dateline].filter(Boolean).join(' · ')}
        </p>
      )}
      {withGalleries(story.blocks).map((part) =>
        part.type === 'gallery' ? (
          <div key={part.figures[0]?.id} className="reading-gallery" role="group" aria-label="Gallery">
            {part.figures.map((figure) => (
              <ReadBlock key={figure.id} block={figure} />
            ))}
          </div>
        ) : (
          <ReadBlock key={part.id} block={part} />
        ),
      )}
    </article>
  );
}
