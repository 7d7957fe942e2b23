import type { Block } from '../../../../../shared/story/block.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import type { KeptBlock } from '../../merge/mergeBlocks.ts';
import type { RemoteText } from '../../merge/remoteBase.ts';
import { letters } from '../../letters.ts';
import { stayNotes } from '../../stayNotes.ts';
import { writePost, type WriteOptions } from '../writePost.ts';
import { asItIs, type PostPiece } from './readPieces.ts';

/** A post’s blocks beside what we would write for them. */
export interface PairedPieces {
  readonly story: Story;
  /** What we would write of the story as it is. */
  readonly ours: RemoteText;
  readonly blocks: readonly KeptBlock[];
  readonly notes: readonly string[];
}

/**
 * Pairs a post’s blocks with ours of the same words. What we would not write with the same words is no block of the story: it
 * stays on the site as it is, and a dateline that would read otherwise stays in its paragraph.
 */
export function pairPieces(drafted: Story, read: readonly PostPiece[], options: WriteOptions): PairedPieces {
  let story = drafted;
  let pieces = read;
  for (;;) {
    const ours = writePost(story, options);
    const sent = pieces.map((piece, index) => wordsOf(piece, index, ours, options));
    const failed = pieces.filter((piece, index) => {
      return piece.blocks.length > 0 && letters(sent[index] ?? '') !== letters(piece.stored);
    });
    if (failed.length === 0) {
      const blocks = pieces.map((piece, index) => ({
        ...{ sent: sent[index] ?? null, stored: piece.stored },
        sources: piece.blocks.map(({ id }) => id),
      }));
      return { story, ours, blocks, notes: notesOf(pieces.filter((_piece, index) => sent[index] == null)) };
    }
    const first = story.blocks.find(({ type }) => type === 'paragraph');
    if (story.fields.dateline !== '' && failed.some((piece) => has(piece, first))) story = withoutDateline(story, read);
    else {
      story = { ...story, blocks: story.blocks.filter((block) => !failed.some((piece) => has(piece, block))) };
      pieces = pieces.map((piece) => (failed.includes(piece) ? asItIs(piece.stored) : piece));
    }
  }
}

function has({ blocks }: PostPiece, block: Block | undefined): boolean {
  return blocks.some(({ id }) => id === block?.id);
}

/** What we write for a piece; null where that is nothing. */
function wordsOf(piece: PostPiece, index: number, ours: RemoteText, { hasByline }: WriteOptions): string | null {
  if (index === 0 && hasByline) return ours.blocks[0] ?? null;
  const own = new Set<string>(piece.blocks.map(({ id }) => id));
  const texts = ours.blocks.filter((_text, at) => ours.sources?.[at]?.some((source) => own.has(source)));
  return texts.length === 0 ? null : texts.join('\n\n');
}

function withoutDateline(story: Story, read: readonly PostPiece[]): Story {
  const first = story.blocks.find(({ type }) => type === 'paragraph');
  const whole = read.flatMap(({ blocks }) => blocks).find(({ id }) => id === first?.id);
  return {
    ...story,
    fields: { ...story.fields, dateline: '' },
    blocks: story.blocks.map((block) => (block === first && whole ? whole : block)),
  };
}

const NAME = /^<!--\s+wp:([a-z][a-z0-9_/-]*)/;

/** Which blocks stay behind, by the names WordPress has for them; empty paragraphs are not worth a word. */
function notesOf(left: readonly PostPiece[]): string[] {
  const names = left.flatMap(({ stored }) => {
    const name = NAME.exec(stored)?.[1];
    return name === 'paragraph' && letters(stored) === '' ? [] : [name ?? 'text outside blocks'];
  });
  return stayNotes(names, 'block');
}
