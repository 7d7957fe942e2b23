import type { Block } from '../../story/block.ts';
import type { GalleryId } from '../../story/ids.ts';
import type { Inline } from '../../story/inline.ts';
import type { HtmlContext } from './HtmlContext.ts';
import type { HtmlNode } from './htmlTree.ts';

/** What the markup says a block is, beyond what blocks can say: candidates for the story's fields, parts of pictures. */
export type BlockRole = 'headline' | 'deck' | 'byline' | 'dateline' | 'caption' | 'credit';

/** Where a picture or a recording of the document is to be had from. */
export interface PictureReference {
  readonly src: string;
  /** Declared by the document, in pixels; null when it does not say. */
  readonly width: number | null;
  /** The address of the picture that stands for a video. */
  readonly poster?: string;
}

/** What an element says of everything in it. */
export interface Said {
  readonly role?: BlockRole | undefined;
  /** Why it looks like page furniture, in plain words; null takes back what the elements around said. */
  readonly suspicion?: string | null | undefined;
  /** The gallery its pictures stand in. */
  readonly gallery?: GalleryId | undefined;
}

/** A block with what its markup tells about it. */
export interface ReadBlock extends Said {
  readonly block: Block;
  /** 1 to 6 for headings as the document counts them. */
  readonly level?: number | undefined;
  readonly picture?: PictureReference | undefined;
}

/** An item of a list that Word writes as a paragraph. */
export interface WordListItem {
  /** 1 for the outermost. */
  readonly level: number;
  readonly kind: 'bulleted' | 'numbered';
  /** The number printed before it; null for bullets. */
  readonly number: number | null;
}

/** Takes the words and blocks of a walk in reading order. */
export interface Sink {
  text(text: string, context: HtmlContext): void;
  lineBreak(): void;
  /** What comes stands apart from what came; from here on `context` holds for the block. */
  boundary(context: HtmlContext): void;
  /** A whole block. It follows the words collected so far; a picture inside a sentence waits for the sentence's end. */
  block(read: ReadBlock): void;
  /** What `add` puts in gets this role, suspicion and gallery, unless it says one itself. */
  within(said: Said, add: () => void): void;
  /** A paragraph that Word means as an item; those that follow each other make one list. */
  wordItem(item: WordListItem, content: readonly Inline[], context: HtmlContext): void;
}

/** Reads nodes into a sink; handed to the readers of lists, tables and figures, which call it for what is inside. */
export type Walk = (nodes: readonly HtmlNode[], context: HtmlContext, sink: Sink) => void;
