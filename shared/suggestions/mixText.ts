import { compareText, compareTexts } from '../compare/compareText.ts';
import type { TextPart } from '../compare/comparison.ts';
import { withoutThreads } from '../compare/withoutThreads.ts';
import { toInlines, toLetters } from '../merge/letters.ts';
import { same } from '../merge/threeWay.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';
import type { BlockId } from '../story/ids.ts';

/** A stretch in which two texts differ; `start` and `end` are where its words stand in the later one. */
export interface TextHunk {
  readonly kind: 'words' | 'format';
  readonly before: readonly Inline[];
  readonly after: readonly Inline[];
  readonly start: number;
  readonly end: number;
}

/** Which of two versions what nobody is asked about is taken from. */
export type Rest = 'before' | 'after';

/** Stretches that both have (one side's content may differ in threads alone) and such as differ, in order. */
type Stretch =
  | { readonly isSame: true; readonly before: readonly Inline[]; readonly after: readonly Inline[] }
  | ({ readonly isSame: false } & TextHunk);

/** Two texts as one, each difference settled by `choose`. */
export function mixText(
  before: readonly Inline[],
  after: readonly Inline[],
  choose: (hunk: TextHunk) => boolean,
  rest: Rest,
): readonly Inline[] {
  if (same(before, after)) return rest === 'after' ? after : before;
  const stretches = stretchesOf(compareText(before, after), 0);
  const taken = stretches.map((stretch) => ({ stretch, isAfter: stretch.isSame ? rest === 'after' : choose(stretch) }));
  const sides = new Set(taken.flatMap(({ stretch, isAfter }) => (stretch.isSame ? [] : isAfter)));
  if (sides.size < 2) return (sides.size === 0 ? rest === 'after' : sides.has(true)) ? after : before;
  return joined(taken.flatMap(({ stretch, isAfter }) => (isAfter ? stretch.after : stretch.before)));
}

/**
 * The words of a paragraph that was cut in pieces, or of pieces that became one, piece by piece, each difference settled by
 * `choose`, and each cut (before the piece of that number) as `isCutTaken` says. Places count in the later version's block: in
 * each piece of one that was cut, else in the one they became.
 */
export function mixPieces(
  before: readonly (readonly Inline[])[],
  after: readonly (readonly Inline[])[],
  choose: (hunk: TextHunk, piece: number) => boolean,
  isCutTaken: readonly boolean[],
  rest: Rest,
): (readonly Inline[])[] {
  let start = 0;
  const pieces = compareTexts(before, after).map((parts) => {
    if (after.length > 1) start = 0;
    const stretches = stretchesOf(parts, start);
    start += inlineText(stretches.flatMap((stretch) => stretch.after)).length;
    return stretches;
  });
  return pieces.map((stretches, piece) => {
    const mixed = stretches.flatMap((stretch, at) => {
      const cuts = [at === 0 ? piece : 0, at === stretches.length - 1 ? piece + 1 : 0];
      const cut = cuts.find((number) => isPartOfCut(pieces[number - 1]?.at(-1), pieces[number]?.[0])) ?? 0;
      if (stretch.isSame) return rest === 'after' ? stretch.after : stretch.before;
      return (cut > 0 ? isCutTaken[cut] : choose(stretch, piece)) ? stretch.after : stretch.before;
    });
    return joined(mixed);
  });
}

/** Whether what stands on the two sides of a cut was done by cutting: blanks, or one word replaced by another across it. */
function isPartOfCut(last: Stretch | undefined, first: Stretch | undefined): boolean {
  const [one, other] = [last, first].map((stretch) => (stretch && !stretch.isSame ? stretch : null));
  return one && other ? true : [one, other].some((stretch) => stretch != null && isBlank(stretch));
}

function isBlank({ before, after }: Pick<TextHunk, 'before' | 'after'>): boolean {
  return inlineText([...before, ...after]).trim() === '';
}

function stretchesOf(parts: readonly TextPart[], from: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  let open: { before: Inline[]; after: Inline[]; start: number } | null = null;
  const close = () => {
    if (open) stretches.push({ isSame: false, kind: 'words', ...open, end: at });
    open = null;
  };
  for (const part of parts) {
    const length = part.kind === 'removed' ? 0 : inlineText(part.content).length;
    if (part.kind === 'added' || part.kind === 'removed') {
      open ??= { before: [], after: [], start: at };
      open[part.kind === 'added' ? 'after' : 'before'].push(...part.content);
      at += length;
      continue;
    }
    close();
    const before = part.kind === 'reformatted' ? part.before : part.content;
    const isSame = part.kind === 'same' || isOnlyThreads(before, part.content);
    if (isSame) stretches.push({ isSame, before, after: part.content });
    else stretches.push({ isSame, kind: 'format', before, after: part.content, start: at, end: at + length });
    at += length;
  }
  close();
  return stretches;
}

/** Whether words differ in nothing but what is said about them. */
function isOnlyThreads(before: readonly Inline[], after: readonly Inline[]): boolean {
  const bare = (content: readonly Inline[]) =>
    withoutThreads([{ id: '' as BlockId, type: 'paragraph', content: joined(content) }]);
  return same(bare(before), bare(after));
}

/** Pieces of text as one. */
export function joined(content: readonly Inline[]): Inline[] {
  return toInlines(toLetters(content));
}
