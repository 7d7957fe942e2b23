import { exportDocx } from '../../../../shared/export/docx/exportDocx.ts';
import { blockBookmark } from '../../../../shared/export/docx/bookmarks.ts';
import { wholeSeconds } from '../../../../shared/export/wholeSeconds.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { linesAt, type LineAt } from './linesAt.ts';
import { nameLines } from './nameLines.ts';
import { readWordParts, type WordPaper } from './readWordParts.ts';
import { ReviewLevels, type ReviewLevel } from './ReviewLevels.ts';
import { storyAt, type Sent, type StoryContent } from './storyAt.ts';
import { storySlots } from './storySlots.ts';
import type { TrackedChange, WordLine, WordRun } from './WordLine.ts';

const MAIN = 'word/document.xml';

/** A document that came back from somebody's desk, read against the version of the story it was made of. */
export class PaperReview {
  /** Whose changes make each version into the next. */
  readonly levels: readonly ReviewLevel[];
  /** From the one without any recorded change to the one with all of them: one more than levels. */
  readonly versions: readonly StoryContent[];
  /** The paragraphs of the last version. */
  readonly lines: readonly LineAt[];
  /** The words of every paragraph, in every version, that reads otherwise than it was sent, and who left it so. */
  readonly changedLines: readonly { readonly line: WordLine; readonly text: string; readonly by: string }[];
  readonly #levels: ReviewLevels;
  readonly #sent: Sent;
  readonly #made: ReadonlySet<BlockId>;
  readonly #names: ReadonlyMap<WordLine, string>;

  /** `base` is the version of the story that was sent. */
  constructor(
    base: Story,
    readonly paper: WordPaper,
    /** A name for a paragraph that is new, the same each time the same file is read. */
    nameFor: (what: string) => string,
  ) {
    const slots = storySlots(base.blocks);
    const left = readSent(base, slots);
    const pictures = base.blocks.flatMap((block) =>
      block.type === 'figure' && block.assetId !== null ? [{ slot: blockBookmark(block.id, 'picture'), text: '' }] : [],
    );
    const texts = left.flatMap(({ slot, letters, dateline }) =>
      slot === null ? [] : [{ slot, text: dateline === '' ? letters.text : `${dateline} ${letters.text}` }],
    );
    const levels = new ReviewLevels(paper.lines, knownChanges(base));
    this.#names = nameLines(paper.lines, [...texts, ...pictures], ({ runs }) =>
      textOf(runs.filter((run) => levels.isThere(run, 0))),
    );
    const seen = new Set(
      [...this.#names.values()].flatMap((name) => {
        const slot = slots.get(name);
        return slot && slot.kind !== 'field' ? slot.id : [];
      }),
    );
    this.#sent = {
      hasDateline: paper.lines.some(({ runs }) => runs.some(({ isDateline }) => isDateline)),
      ...{
        story: base,
        slots,
        seen,
        numberings: paper.numberings,
        ids: new Map(paper.lines.map((line, index) => [line, nameFor(`block ${index}`) as BlockId])),
      },
      lines: new Map(left.flatMap((line) => (line.slot === null ? [] : [[line.slot, line] as const]))),
    };
    this.levels = levels.levels;
    const at = (version: number) => linesAt(paper.lines, this.#names, levels, version);
    this.versions = [0, ...levels.levels.keys()].map((_key, version) => storyAt(this.#sent, at(version)));
    this.#made = new Set(this.versions.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
    this.lines = at(levels.levels.length);
    this.#levels = levels;
    this.changedLines = this.versions.flatMap((_version, index) => {
      const by = levels.levels[index - 1]?.by ?? paper.savedBy;
      return at(index).flatMap(({ slot, letters, first }) => {
        const { text } = letters;
        return this.#sent.lines.get(slot ?? '')?.letters.text === text ? [] : [{ line: first, text, by }];
      });
    });
  }

  /** Whether something is there in the last version. */
  isLeft(run: WordRun): boolean {
    return this.#levels.isThere(run, this.levels.length);
  }

  /** The block a paragraph of the file belongs to; null for one that is none's. */
  blockOf(line: WordLine): BlockId | null {
    const slot = this.slotOf(line);
    if (slot) return slot.kind === 'field' ? null : slot.id;
    const id = this.#sent.ids.get(line);
    return id !== undefined && this.#made.has(id) ? id : null;
  }

  /** The block a paragraph is in or, being no block of its own, stands behind; null before the first. */
  blockNear(line: WordLine): BlockId | null {
    for (let at = this.paper.lines.indexOf(line); at >= 0; at -= 1) {
      const before = this.paper.lines[at];
      const id = before ? this.blockOf(before) : null;
      if (id !== null) return id;
    }
    return null;
  }

  /** Whether a picture stands in a paragraph that is another file than the one that was sent. */
  hasOtherPicture(line: WordLine): boolean {
    const { sent, here } = this.paper.pictures;
    const before = sent.get(this.#names.get(line) ?? '');
    const now = line.files.flatMap((path) => here.get(path) ?? []);
    return before !== undefined && now.length > 0 && !now.includes(before);
  }

  /** The slot of a paragraph of the file. */
  slotOf(line: WordLine) {
    return this.#sent.slots.get(this.#names.get(line) ?? '') ?? null;
  }
}

function textOf(runs: readonly WordRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** What was proposed when the document left, which it may show: it is in the story already. */
function knownChanges({ suggestions = [] }: Story): (change: TrackedChange) => boolean {
  const known = new Set(suggestions.map(({ by, at }) => `${wholeSeconds(at)} ${by.trim()}`));
  return ({ by, at }) => known.has(`${at.replace(/\.\d+Z$/, 'Z')} ${by}`);
}

/** The paragraphs of a story's document as it left. */
function readSent(base: Story, slots: ReturnType<typeof storySlots>): LineAt[] {
  const { parts } = exportDocx(base, new Map());
  const paper = readWordParts((path) => parts.get(path) ?? null, MAIN, [...parts.keys()]);
  const lines = paper?.lines ?? [];
  const names = new Map(
    lines.flatMap((line) => {
      const name = line.bookmarks.find((one) => slots.has(one));
      return name === undefined ? [] : [[line, name] as const];
    }),
  );
  const levels = new ReviewLevels(lines);
  return linesAt(lines, names, levels, 0);
}
