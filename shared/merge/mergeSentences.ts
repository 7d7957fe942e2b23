import { assertNever } from '../lang/assertNever.ts';
import { blockText } from '../story/plainText.ts';
import type { BlockType } from '../story/block.ts';
import type { Conflict, FieldName } from '../story/review.ts';
import type { SideChange } from './sideChanges.ts';

const MOST = 30;
const EXCERPT = 60;

const BLOCKS: Readonly<Record<BlockType, string>> = {
  paragraph: 'the paragraph',
  heading: 'the heading',
  list: 'the list',
  quote: 'the quotation',
  pullQuote: 'the pull-quote',
  figure: 'the picture',
  table: 'the table',
  separator: 'the break',
};

const FIELDS: Readonly<Partial<Record<FieldName, string>>> = {
  embargoZone: 'embargo’s time zone',
  targetWords: 'number of words wanted',
  editorsNote: 'editor’s note',
  assignee: 'name of who has the story',
};

/** What somebody changed, a sentence each; of very many the first, and how many more. */
export function changeSentences(by: string, changes: readonly SideChange[]): string[] {
  const told = changes.slice(0, MOST).map((change) => {
    if (change.kind === 'field') return `${by} changed the ${nameOf(change.field)}.`;
    const what = `${BLOCKS[change.type]}${excerpt(change.words)}`;
    const did = { changed: 'changed', added: 'put in', removed: 'took out', moved: 'moved' }[change.kind];
    return `${by} ${did} ${what}.`;
  });
  const more = changes.length - told.length;
  return more > 0 ? [...told, `${by} made ${more} more changes.`] : told;
}

/** What was changed on both sides and waits for somebody to decide, a sentence each. */
export function conflictSentences(conflicts: readonly Conflict[]): string[] {
  return conflicts.map((conflict) => `To decide: ${tell(conflict)}`);
}

function tell(conflict: Conflict): string {
  switch (conflict.kind) {
    case 'words': {
      const [one, other] = conflict.sides;
      return `the same words were changed by ${one.by} and by ${other.by}${excerpt(conflict.base)}; both versions stand in the text.`;
    }
    case 'field': {
      const [one, other] = conflict.sides;
      return `the ${nameOf(conflict.field)} was changed by ${one.by} and by ${other.by}; that of ${one.by} stands, the other is kept.`;
    }
    case 'part': {
      const [one, other] = conflict.sides;
      return `the ${PARTS[conflict.part]} of the same block was changed by ${one.by} and by ${other.by}; that of ${one.by} stands, the other is kept.`;
    }
    case 'block': {
      const [one, other] = conflict.sides;
      return `${one.by} and ${other.by} made the same block into two that cannot be one; both stand in the text.`;
    }
    case 'removed':
      return `${conflict.removedBy} took out what ${conflict.changedBy} changed${excerpt(blockText(conflict.base))}; it is kept as changed.`;
    default:
      return assertNever(conflict, 'conflict');
  }
}

const PARTS: Readonly<Record<Extract<Conflict, { kind: 'part' }>['part'], string>> = {
  kind: 'kind',
  language: 'language',
  direction: 'direction',
  start: 'first number',
  attribution: 'attribution',
  binding: 'source',
  picture: 'file',
  credit: 'credit',
  alt: 'alt text',
  crop: 'crop',
  turn: 'turn',
  focus: 'focal point',
  gallery: 'gallery',
};

function nameOf(field: FieldName): string {
  return FIELDS[field] ?? field;
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line === '') return '';
  const cut = Array.from(line);
  return ` “${cut.length > EXCERPT ? `${cut.slice(0, EXCERPT).join('').trimEnd()}…` : line}”`;
}
