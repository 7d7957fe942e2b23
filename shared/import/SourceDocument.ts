import type { StoryFields } from '../story/fields.ts';
import type { HtmlBlocks } from './htmlToBlocks.ts';

/** A document as its reader leaves it: blocks, what the markup says of them, and what it says of the story. */
export interface SourceDocument extends HtmlBlocks {
  /** What the document says of the story outside its text (front matter, properties). */
  readonly fields: Partial<StoryFields>;
}
