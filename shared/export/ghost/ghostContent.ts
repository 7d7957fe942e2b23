import type { Figure } from '../../story/block.ts';
import type { BlockId } from '../../story/ids.ts';
import type { Story } from '../../story/story.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import { dateline } from '../dateline.ts';
import { filledParts } from '../isEmptyBlock.ts';
import { leadFigure } from '../leadFigure.ts';
import { firstStrongDirection, storyDirection } from '../textDirection.ts';
import { ghostBlock, ghostCaption, type GhostPlace } from './ghostBlock.ts';
import { ghostElement, ghostText, type GhostNode } from './ghostNode.ts';

/** The picture on top of a post. */
export interface GhostLead {
  readonly url: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
}

/** A node of a post, and the blocks of the story it was written from: none where it is a line of the story’s fields. */
interface GhostPiece {
  readonly node: GhostNode;
  readonly sources: readonly BlockId[];
}

/** A story as a post: its text, and the picture on top. */
interface GhostContent {
  readonly pieces: readonly GhostPiece[];
  readonly lead: (GhostLead & Pick<GhostPiece, 'sources'>) | null;
}

interface GhostOptions extends Pick<GhostPlace, 'pictures' | 'site'> {
  /** Whether the byline stands as a line over the text. */
  readonly hasByline: boolean;
  /** Where the picture goes that a story begins with. */
  readonly leadTo: 'featured' | 'inText' | 'both';
}

/**
 * A story’s text as the nodes of a Ghost post, in the form in which Ghost stores them unchanged. (Through HTML it would lose the pull-quotes, and the spaces
 * beside marks it does not know.) Headline and deck are not among them: a post has a title and an excerpt.
 */
export function ghostContent(story: Story, { pictures, site, hasByline, leadTo }: GhostOptions): GhostContent {
  const around = storyDirection(story);
  const parts = filledParts(story.blocks);
  const top = leadTo === 'inText' ? null : leadFigure(story);
  const figure = parts.find((part): part is Figure => part.type === 'figure' && part.id === top);
  const url = figure && site.get(pictures.get(figure.id)?.sha256 ?? '');
  const lead =
    figure && url !== undefined
      ? { url, alt: cleanText(figure.alt), caption: ghostCaption(figure, around), sources: [figure.id] }
      : null;
  const shown = lead && leadTo === 'featured' ? parts.filter((part) => part !== figure) : parts;
  const first = shown.find((part) => part.type === 'paragraph');
  const place = dateline(story.fields.dateline);
  const line = (text: string): GhostPiece => {
    const direction = firstStrongDirection(text) ?? around;
    return { node: ghostElement('paragraph', [ghostText(cleanText(text))], direction), sources: [] };
  };
  const pieces = [
    ...(hasByline && !isBlank(story.fields.byline) ? [line(story.fields.byline)] : []),
    ...(place !== '' && !first ? [line(place)] : []),
    ...shown.flatMap((part) => {
      const sources = part.type === 'gallery' ? part.figures.map(({ id }) => id) : [part.id];
      const nodes = ghostBlock(part, { around, pictures, site, dateline: part === first ? place : '' });
      // The pictures of a gallery are a node each.
      const isEach = nodes.length === sources.length;
      return nodes.map((node, index) => ({ node, sources: isEach ? sources.slice(index, index + 1) : sources }));
    }),
  ];
  return { pieces, lead };
}
