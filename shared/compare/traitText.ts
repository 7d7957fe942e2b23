import type { Trait, TraitName } from './comparison.ts';
import type { BlockType } from '../story/block.ts';

const TYPES: Readonly<Record<BlockType, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  quote: 'block quote',
  pullQuote: 'pull quote',
  figure: 'picture',
  table: 'table',
  separator: 'separator',
};

const KEPT: Partial<Record<TraitName, string>> = {
  crop: 'Crop changed',
  focus: 'Focal point changed',
  gallery: 'In another gallery',
  poster: 'Poster changed',
  picture: 'Another file',
  source: 'Bound to another passage',
  header: 'Heading cell changed',
  colSpan: 'Width of the cell changed',
  rowSpan: 'Height of the cell changed',
  depth: 'At another level of the list',
  start: 'First number changed',
  medium: 'Plays otherwise',
  fileName: 'Name of the file changed',
  origin: 'Origin of its words changed',
};

/** What a type of block is called in a sentence. */
export function typeName(type: BlockType): string {
  return TYPES[type];
}

/** What changed about a piece, beside its words. */
export function traitText({ name, before, after }: Trait): string {
  switch (name) {
    case 'type':
      return `Was a ${TYPES[before as BlockType]}, is a ${TYPES[after as BlockType]}`;
    case 'level':
      return after === null ? 'No longer a heading' : after === 2 ? 'Heading' : 'Subheading';
    case 'kind':
      return after === 'numbered' ? 'Numbered, was bulleted' : 'Bulleted, was numbered';
    case 'language':
      return `Language: ${nameOr(before)} → ${nameOr(after)}`;
    case 'direction':
      return `Direction: ${nameOr(before)} → ${nameOr(after)}`;
    case 'turn':
      return `Turned: ${degrees(before)} → ${degrees(after)}`;
    case 'kept':
      return after === null ? 'No longer kept as is' : 'Kept as is';
    case 'crop':
    case 'focus':
    case 'source':
    case 'poster':
    case 'gallery':
      if (after === null) return `${LEFT[name]}: taken away`;
      return before === null ? `${LEFT[name]}: new` : (KEPT[name] ?? name);
    default:
      return KEPT[name] ?? name;
  }
}

const LEFT = { crop: 'Crop', focus: 'Focal point', source: 'Source', poster: 'Poster', gallery: 'Gallery' } as const;

function nameOr(value: unknown): string {
  return typeof value === 'string' ? value : 'as the story’s';
}

function degrees(turn: unknown): string {
  return typeof turn === 'number' ? `${turn}°` : '0°';
}
