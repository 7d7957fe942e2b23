import type { Inline, Link } from '../story/inline.ts';

/** How some characters are set: their marks, and the link they stand in. */
interface Setting {
  readonly marks: readonly string[];
  readonly link: Pick<Link, 'url' | 'title'> | null;
}
interface Run {
  readonly text: string;
  readonly setting: Setting;
}

/** A word, a sign, the white space between, or a break of the line, with how it is set. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'space' | 'break';
  readonly text: string;
  readonly runs: readonly Run[];
  /** Equal for two tokens of the same text exactly when they are set the same way. */
  readonly look: string;
}

/** A word holds its marks and joiners (harakat, ZWNJ), and what joins its parts: an apostrophe, a hyphen, a point in a figure. */
const PIECE =
  /(?<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’.\-‐‑/_@&:][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*)|(?<space>\s+)|\p{Extended_Pictographic}(?:[\p{Emoji_Modifier}\ufe0f\u20e3]|\u200d\p{Extended_Pictographic})*|.\p{M}*/gsu;
/** Scripts that put no blanks between their words. */
const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const words = new Intl.Segmenter('und', { granularity: 'word' });

const PLAIN: Setting = { marks: [], link: null };

/** The words of a block one by one; joined again, they are what they were. */
export function splitTokens(content: readonly Inline[]): Token[] {
  const tokens: Token[] = [];
  let runs: Run[] = [];
  const finish = () => {
    if (runs.length > 0) cutRuns(runs, tokens);
    runs = [];
  };
  const take = (inline: Exclude<Inline, Link>, link: Setting['link']) => {
    if (inline.type === 'text') {
      runs.push({ text: inline.text, setting: { marks: inline.marks ?? PLAIN.marks, link } });
      return;
    }
    finish();
    const setting = { marks: PLAIN.marks, link };
    tokens.push({ kind: 'break', text: '\n', runs: [{ text: '\n', setting }], look: lookOf([{ text: '', setting }]) });
  };
  for (const inline of content) {
    if (inline.type !== 'link') take(inline, null);
    else for (const child of inline.children) take(child, { url: inline.url, ...titleOf(inline) });
  }
  finish();
  return tokens;
}

function titleOf({ title }: Pick<Link, 'title'>): Pick<Link, 'title'> {
  return title === undefined ? {} : { title };
}

/** Cuts a text without breaks into words, wherever its marks begin and end. */
function cutRuns(runs: readonly Run[], tokens: Token[]): void {
  const text = runs.map((run) => run.text).join('');
  let at = 0;
  let run = 0;
  let runStart = 0;
  const add = (kind: Token['kind'], piece: string) => {
    const own: Run[] = [];
    const end = at + piece.length;
    while (at < end) {
      const current = runs[run] ?? { text: '', setting: PLAIN };
      const stop = Math.min(end, runStart + current.text.length);
      own.push({ text: current.text.slice(at - runStart, stop - runStart), setting: current.setting });
      at = stop;
      if (stop < runStart + current.text.length) continue;
      runStart += current.text.length;
      run += 1;
    }
    tokens.push({ kind, text: piece, runs: own, look: lookOf(own) });
  };
  for (const { 0: piece, groups } of text.matchAll(PIECE)) {
    if (groups?.['word'] === undefined) add(groups?.['space'] === undefined ? 'sign' : 'space', piece);
    else if (!WITHOUT_BLANKS.test(piece)) add('word', piece);
    else for (const { segment, isWordLike } of words.segment(piece)) add(isWordLike ? 'word' : 'sign', segment);
  }
}

function lookOf(runs: readonly Run[]): string {
  if (runs.length === 1 && runs[0]?.setting.marks.length === 0 && runs[0].setting.link === null) return '';
  return JSON.stringify(runs.map(({ text, setting }) => [text.length, setting.marks, setting.link]));
}

/** The tokens as a block holds them: neighbours that are set the same way are one. */
export function joinTokens(tokens: readonly Token[]): Inline[] {
  const content: Inline[] = [];
  let open: { setting: Setting; text: string } | null = null;
  const close = () => {
    if (!open) return;
    const { text, setting } = open;
    const marks = setting.marks.length > 0 ? { marks: [...setting.marks] } : {};
    push(content, { type: 'text', text, ...marks }, setting.link);
    open = null;
  };
  for (const { kind, runs } of tokens)
    for (const { text, setting } of runs) {
      if (kind === 'break') {
        close();
        push(content, { type: 'lineBreak' }, setting.link);
      } else if (open && isSameSetting(open.setting, setting)) open.text += text;
      else {
        close();
        open = { setting, text };
      }
    }
  close();
  return content;
}

function isSameSetting(one: Setting, other: Setting): boolean {
  return one === other || (isSameLink(one.link, other.link) && one.marks.join(' ') === other.marks.join(' '));
}

function isSameLink(one: Setting['link'], other: Setting['link']): boolean {
  return one === other || (one?.url === other?.url && one?.title === other?.title && !one === !other);
}

function push(content: Inline[], own: Exclude<Inline, Link>, link: Setting['link']): void {
  const last = content.at(-1);
  if (!link) content.push(own);
  else if (last?.type === 'link' && isSameLink(last, link)) last.children.push(own);
  else content.push({ type: 'link', url: link.url, ...titleOf(link), children: [own] });
}
