import type { Block, Figure, ListItem, Playable } from '../../shared/story/block.ts';
import type { AssetId } from '../../shared/story/ids.ts';
import type { Inline } from '../../shared/story/inline.ts';
import type { Story } from '../../shared/story/story.ts';
import { assertNever } from '../../shared/lang/assertNever.ts';
import { framingOf } from '../../shared/story/framing.ts';
import { withGalleries } from '../../shared/story/galleries.ts';
import { Player } from '../ui/Player.tsx';
import { FramedImage } from '../ui/FramedImage.tsx';

const TAGS: Readonly<Record<string, 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup' | 'code'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

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

function ReadBlock({ block }: { readonly block: Block }) {
  const direction = { dir: block.direction ?? 'auto', lang: block.language };
  switch (block.type) {
    case 'paragraph':
      return (
        <p {...direction}>
          <Words content={block.content} />
        </p>
      );
    case 'heading': {
      const Heading = block.level === 2 ? 'h4' : 'h5';
      return (
        <Heading {...direction}>
          <Words content={block.content} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote {...direction}>
          <Words content={block.content} />
        </blockquote>
      );
    case 'list':
      return <ReadList kind={block.kind} items={block.items} start={block.start} />;
    case 'pullQuote':
      return (
        <blockquote className="reading-pull" {...direction}>
          <Words content={block.content} />
          {block.attribution && <footer>{block.attribution}</footer>}
        </blockquote>
      );
    case 'figure':
      return (
        <figure {...direction}>
          {block.assetId && block.medium && (
            <ReadRecording assetId={block.assetId} kind={block.medium} figure={block} />
          )}
          {block.assetId && !block.medium && (
            <FramedImage
              src={`media://asset/${block.assetId}?size=page`}
              alt={block.alt}
              framing={framingOf(block)}
              sides={undefined}
              // A cropped one has no room until it is read.
              loading={block.crop || block.turn ? 'eager' : 'lazy'}
            />
          )}
          <figcaption>
            <Words content={block.caption} /> {block.credit && <small>{block.credit}</small>}
          </figcaption>
        </figure>
      );
    case 'table':
      return (
        <table {...direction}>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => {
                  const Cell = cell.header ? 'th' : 'td';
                  return (
                    <Cell key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                      <Words content={cell.content} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'separator':
      return <hr />;
    default:
      return assertNever(block, 'block');
  }
}

interface ReadRecordingProps {
  readonly assetId: AssetId;
  readonly kind: Playable;
  readonly figure: Figure;
}

function ReadRecording({ assetId, kind, figure: { poster, alt } }: ReadRecordingProps) {
  return (
    <Player
      kind={kind}
      aria-label={alt || undefined}
      preload="none"
      poster={poster && `media://asset/${poster}?size=page`}
      src={`media://asset/${assetId}?size=original`}
    />
  );
}

interface ReadListProps {
  readonly kind: 'bulleted' | 'numbered';
  readonly items: readonly ListItem[];
  readonly start?: number | undefined;
}

function ReadList({ kind, items, start }: ReadListProps) {
  const children = items.map((item, at) => (
    <li key={at} dir="auto">
      <Words content={item.content} />
      {item.list && <ReadList kind={item.list.kind} items={item.list.items} />}
    </li>
  ));
  return kind === 'numbered' ? <ol start={start}>{children}</ol> : <ul>{children}</ul>;
}

function Words({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, at) => {
    if (inline.type === 'lineBreak') return <br key={at} />;
    if (inline.type === 'link') {
      return (
        <span key={at} className="reading-link" title={inline.url}>
          <Words content={inline.children} />
        </span>
      );
    }
    return (inline.marks ?? []).reduce<React.ReactNode>(
      (inner, mark) => {
        const Tag = TAGS[mark];
        return Tag ? <Tag key={at}>{inner}</Tag> : inner;
      },
      <span key={at}>{inline.text}</span>,
    );
  });
}
