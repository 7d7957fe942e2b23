import type { Furniture } from '../ipc/librarySchemas.ts';
import { bindPullQuotes } from '../pullQuote/bindPullQuotes.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { newBlockId } from '../story/ids.ts';
import type { StoryFields } from '../story/fields.ts';
import { findFurniture } from './findFurniture.ts';
import { findPullQuotes } from './findPullQuotes.ts';
import { liftFields } from './liftFields.ts';
import { settleCaptions, type HeadEnds } from './settleCaptions.ts';
import type { SourceDocument } from './SourceDocument.ts';

/** A story ready to be stored once its pictures are. */
export interface StoryDraft {
  readonly fields: StoryFields;
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  /** Sentences about what was changed or left out. */
  readonly notes: readonly string[];
}

/**
 * Makes a story of a document: its furniture into fields, credits off captions, pull-quotes told from the copy they repeat
 * and bound to it, what looks like a page's furniture named. Words only move; none is dropped. What Stet wrote itself is
 * taken at its word.
 */
export function draftStory(source: SourceDocument): StoryDraft {
  const lifted = liftFields(source);
  const { fields, startsAt } = lifted;
  const body = source.isOurs ? { blocks: lifted.blocks, notes: [] } : settleBody(lifted.blocks, lifted.ends);
  const blocks = bindPullQuotes(body.blocks);
  const hints = { headline: fields.headline, startsAt, suspicions: suspicionsOf(source) };
  return {
    fields,
    blocks: blocks.length > 0 ? blocks : [{ id: newBlockId(), type: 'paragraph', content: [] }],
    furniture: source.isOurs ? [] : findFurniture(blocks, hints),
    notes: [...source.notes, ...lifted.notes, ...body.notes],
  };
}

function settleBody(blocks: readonly Block[], ends: HeadEnds): { blocks: readonly Block[]; notes: string[] } {
  const captions = settleCaptions(blocks, ends);
  const quoted = findPullQuotes(captions.blocks);
  const quotes = countQuotes(quoted) - countQuotes(captions.blocks);
  const notes: string[] = [];
  if (captions.credits > 0)
    notes.push(`Took ${captions.credits === 1 ? 'a credit' : `${captions.credits} credits`} off the end of a caption.`);
  if (captions.lines > 0)
    notes.push(`Took ${captions.lines === 1 ? 'a credit' : `${captions.lines} credits`} from under a picture.`);
  // A caption without its picture is only known by the credit at its end or under it.
  if (captions.places === 1)
    notes.push(
      'A caption came without its picture: there is a place for it, with the credit that was with it in its own field.',
    );
  if (captions.places > 1)
    notes.push(
      `${captions.places} captions came without their pictures: there are places for them, with the credits in their fields.`,
    );
  if (quotes === 1) notes.push('A paragraph repeats words beside it and is set as a pull-quote.');
  if (quotes > 1) notes.push(`${quotes} paragraphs repeat words beside them and are set as pull-quotes.`);
  return { blocks: quoted, notes };
}

function countQuotes(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.type === 'pullQuote').length;
}

function suspicionsOf({ details }: SourceDocument): Map<BlockId, string> {
  return new Map([...details].flatMap(([id, { suspicion }]) => (suspicion === null ? [] : [[id, suspicion] as const])));
}
