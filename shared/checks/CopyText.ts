import { splitSentences, type TextRange } from '../lang/sentences.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText, inlineText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';
import type { CopyField, Place, Slot } from './finding.ts';
import { plainWords } from './plainWords.ts';
import { scanQuotations, type QuoteScan } from './quotations.ts';

/** What a text is to its reader. */
export type CopyKind =
  | 'headline'
  | 'deck'
  | 'dateline'
  | 'byline'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list'
  | 'table'
  | 'pullQuote'
  | 'attribution'
  | 'caption'
  | 'credit'
  | 'alt';

/** A word with its place. */
export interface CopyWord extends TextRange {
  readonly text: string;
}

export type CopyPart =
  | { readonly in: 'field'; readonly field: CopyField }
  | { readonly in: 'block'; readonly blockId: BlockId; readonly slot: Slot };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*(?:['’\-‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*)*/gu;

/** One text of a story as the rules read it: a field, or a part of a block. What is found out about it is found out once. */
export class CopyText {
  #words: readonly CopyWord[] | undefined;
  #sentences: readonly TextRange[] | undefined;
  #quotes: QuoteScan | undefined;
  #script: string | undefined;
  #plain: string | undefined;

  constructor(
    readonly part: CopyPart,
    readonly kind: CopyKind,
    readonly text: string,
    /** BCP 47, of the block or else of the story. */
    readonly language: string,
  ) {}

  /** Names the part within its story. */
  get key(): string {
    return this.part.in === 'field' ? this.part.field : `${this.part.blockId}/${this.part.slot}`;
  }

  /** Words; those with hyphens and apostrophes inside are one. */
  get words(): readonly CopyWord[] {
    this.#words ??= Array.from(this.text.matchAll(WORD), (match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    return this.#words;
  }

  get sentences(): readonly TextRange[] {
    this.#sentences ??= splitSentences(this.text);
    return this.#sentences;
  }

  get quotes(): QuoteScan {
    this.#quotes ??= scanQuotations(this.text);
    return this.#quotes;
  }

  /** Its words as two texts are compared by. */
  get plain(): string {
    this.#plain ??= plainWords(this.text);
    return this.#plain;
  }

  /** Whether the rules for English apply: the language says so and most letters are Latin. */
  get isEnglish(): boolean {
    return /^en\b/i.test(this.language) && this.script === 'latin';
  }

  /** The script most letters are of; a text without letters counts as Latin. */
  get script(): string {
    this.#script ??= mainScript(this.text);
    return this.#script;
  }

  /** Whether the character at `offset` lies in somebody's quoted words. */
  isQuoted(offset: number): boolean {
    return this.quotes.quotations.some((quotation) => quotation.start <= offset && offset < quotation.end);
  }

  /** The sentence around `offset`; the whole text if it lies in none. */
  sentenceAt(offset: number): TextRange {
    return (
      this.sentences.find((sentence) => sentence.start <= offset && offset < sentence.end) ?? {
        start: 0,
        end: this.text.length,
      }
    );
  }

  placeOf(start: number, end: number): Place {
    return { ...this.part, start, end };
  }
}

function mainScript(text: string): string {
  const counts = { latin: 0, arabic: 0, hebrew: 0, other: 0 };
  for (const letter of text) {
    if (/[a-zA-Z]/.test(letter)) counts.latin += 1;
    else if (/\p{Script=Latin}/u.test(letter)) counts.latin += 1;
    else if (/\p{Script=Arabic}/u.test(letter)) counts.arabic += 1;
    else if (/\p{Script=Hebrew}/u.test(letter)) counts.hebrew += 1;
    else if (/\p{L}/u.test(letter)) counts.other += 1;
  }
  let main: keyof typeof counts = 'latin';
  for (const script of ['arabic', 'hebrew', 'other'] as const) if (counts[script] > counts[main]) main = script;
  return main;
}

/** The kinds that are read in a row as the story; the rest repeats it or stands beside it. */
export function isBody(copy: CopyText): boolean {
  return ['paragraph', 'heading', 'quote', 'list', 'table'].includes(copy.kind);
}

const CHECKED_FIELDS = ['headline', 'deck', 'dateline', 'byline'] as const;

/** The texts of a story's furniture, empty ones left out. */
export function fieldTexts({ fields }: Pick<Story, 'fields'>): CopyText[] {
  return CHECKED_FIELDS.filter((field) => fields[field].trim() !== '').map(
    (field) => new CopyText({ in: 'field', field }, field, fields[field], fields.language),
  );
}

/** The texts of a block, empty ones left out. */
export function blockTexts(block: Block, storyLanguage: string): CopyText[] {
  const language = block.language ?? storyLanguage;
  const texts: CopyText[] = [];
  const add = (slot: Slot, kind: CopyKind, text: string) => {
    if (text.trim() !== '') texts.push(new CopyText({ in: 'block', blockId: block.id, slot }, kind, text, language));
  };
  switch (block.type) {
    case 'pullQuote':
      add('content', 'pullQuote', inlineText(block.content));
      add('attribution', 'attribution', block.attribution);
      break;
    case 'figure':
      add('caption', 'caption', inlineText(block.caption));
      add('credit', 'credit', block.credit);
      add('alt', 'alt', block.alt);
      break;
    case 'separator':
      break;
    default:
      add('content', block.type, blockText(block));
  }
  return texts;
}
