import { toInlines, toLetters, type Dress } from '../merge/letters.ts';
import type { Block } from '../story/block.ts';
import { mapInlines } from '../story/blockInlines.ts';
import type { BlockPart, Conflict } from '../story/review.ts';
import type { Story } from '../story/story.ts';
import { conflictMark } from './openConflicts.ts';

/** Whose version holds: the first side's, the second's, or both, as they stand. */
export type Decision = 1 | 2 | 'both';

type Content = Pick<Story, 'fields' | 'blocks'>;

/** The story with a conflict decided: what the other side had is gone from it, and so are the marks. */
export function settleConflict({ fields, blocks }: Content, conflict: Conflict, decision: Decision): Content {
  switch (conflict.kind) {
    case 'words':
      return {
        fields,
        blocks: blocks.map((block) =>
          block.id === conflict.blockId ? settleWords(block, conflict.id, decision) : block,
        ),
      };
    case 'field': {
      if (decision === 'both') return { fields, blocks };
      const [one, two] = conflict.sides;
      const { [conflict.field]: _, ...others } = fields;
      const chosen = (decision === 1 ? one : two).fields;
      return { fields: { ...others, ...chosen } as Story['fields'], blocks };
    }
    case 'part': {
      const chosen = conflict.sides[decision === 2 ? 1 : 0].block;
      return {
        fields,
        blocks: blocks.map((block) => (block.id === conflict.blockId ? withPart(block, chosen, conflict.part) : block)),
      };
    }
    case 'block': {
      const gone = decision === 'both' ? null : decision === 1 ? conflict.otherId : conflict.blockId;
      return { fields, blocks: blocks.filter(({ id }) => id !== gone) };
    }
    case 'removed':
      // The first side is the one that took it out.
      return { fields, blocks: decision === 1 ? blocks.filter(({ id }) => id !== conflict.blockId) : blocks };
  }
}

/** Names of the two sides, in their order. */
export function sideNames(conflict: Conflict): readonly [string, string] {
  if (conflict.kind === 'removed') return [conflict.removedBy, conflict.changedBy];
  const [one, two] = conflict.sides;
  return [one.by, two.by];
}

function settleWords(block: Block, id: string, decision: Decision): Block {
  const marks = [conflictMark(id, 1), conflictMark(id, 2)] as const;
  const gone = decision === 'both' ? null : marks[decision === 1 ? 1 : 0];
  return mapInlines(block, (content) => {
    const { text, dress } = toLetters(content);
    const stays = dress.map((worn) => gone === null || !worn.marks.includes(gone));
    const bare = ({ marks: worn, ...rest }: Dress): Dress => ({
      ...rest,
      marks: worn.filter((mark) => !marks.includes(mark)),
    });
    return toInlines({
      text: text
        .split('')
        .filter((_letter, place) => stays[place])
        .join(''),
      dress: dress.filter((_worn, place) => stays[place]).map(bare),
    });
  });
}

/** What of a block makes up each of its parts. */
const PARTS: Readonly<Record<BlockPart, readonly string[]>> = {
  kind: ['type', 'level', 'kind'],
  language: ['language'],
  direction: ['direction'],
  start: ['start'],
  attribution: ['attribution'],
  binding: ['source', 'kept'],
  picture: ['assetId', 'fileName', 'medium', 'poster'],
  credit: ['credit'],
  alt: ['alt'],
  crop: ['crop'],
  turn: ['turn'],
  focus: ['focus'],
  gallery: ['gallery'],
};

/** A block with a part of another version of it. */
function withPart(block: Block, chosen: Block, part: BlockPart): Block {
  const names = PARTS[part];
  const without = Object.entries(block).filter(([name]) => !names.includes(name));
  const taken = Object.entries(chosen).filter(([name]) => names.includes(name));
  // Both are of kinds that differ in nothing but these.
  return Object.fromEntries([...without, ...taken]) as unknown as Block;
}
