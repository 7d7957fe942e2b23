import { KNOWN_MARKS, type Inline, type LineBreak, type TextInline } from '../story/inline.ts';

/** What there is to know of a letter besides itself. */
export interface Dress {
  readonly marks: readonly string[];
  readonly link: { readonly url: string; readonly title?: string | undefined } | null;
  /** The letter is the end of a line inside the block. */
  readonly isBreak: boolean;
}

/** The words of a block as one text, with the dress of each of its UTF-16 units; a line break is `\n`. */
export interface Letters {
  readonly text: string;
  readonly dress: readonly Dress[];
}

/** Takes the words of a block apart. Links without words are left out. */
export function toLetters(content: readonly Inline[]): Letters {
  let text = '';
  const dress: Dress[] = [];
  const add = (inline: TextInline | LineBreak, link: Dress['link']): void => {
    const letters = inline.type === 'text' ? inline.text : '\n';
    const worn = { marks: inline.type === 'text' ? (inline.marks ?? []) : [], link, isBreak: inline.type !== 'text' };
    text += letters;
    for (let index = 0; index < letters.length; index += 1) dress.push(worn);
  };
  for (const inline of content) {
    if (inline.type !== 'link') add(inline, null);
    else {
      const { url, title } = inline;
      const link = { url, ...(title !== undefined && { title }) };
      for (const child of inline.children) add(child, link);
    }
  }
  return { text, dress };
}

/** Puts them together again: neighbours with the same marks are one run, neighbours with the same link one link. */
export function toInlines({ text, dress }: Letters): Inline[] {
  const content: Inline[] = [];
  let run: (TextInline | LineBreak)[] | Inline[] = content;
  let linkNow: Dress['link'] = null;
  let worn: Dress | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const now = dress[index] ?? PLAIN;
    if (!sameLink(now.link, linkNow)) {
      linkNow = now.link;
      worn = undefined;
      const children: (TextInline | LineBreak)[] = [];
      if (linkNow) content.push({ type: 'link', ...linkNow, children });
      run = linkNow ? children : content;
    }
    const last = run.at(-1);
    const letter = text[index] ?? '';
    if (now.isBreak) run.push({ type: 'lineBreak' });
    else if (worn && last?.type === 'text' && sameDress(worn, now))
      run[run.length - 1] = { ...last, text: last.text + letter };
    else
      run.push({
        type: 'text',
        text: letter,
        ...(now.marks.length > 0 && { marks: inOrder(now.marks) }),
      });
    worn = now;
  }
  return content;
}

const PLAIN: Dress = { marks: [], link: null, isBreak: false };

/** Letters from `from` to `to`. */
export function sliceLetters({ text, dress }: Letters, from: number, to: number): Letters {
  return { text: text.slice(from, to), dress: dress.slice(from, to) };
}

/** The same letters with a mark more. */
export function withMark(letters: Letters, mark: string): Letters {
  const dress = letters.dress.map((worn) =>
    worn.isBreak || worn.marks.includes(mark) ? worn : { ...worn, marks: [...worn.marks, mark] },
  );
  return { text: letters.text, dress };
}

/** One after the other. */
export function joinLetters(pieces: readonly Letters[]): Letters {
  return { text: pieces.map(({ text }) => text).join(''), dress: pieces.flatMap(({ dress }) => dress) };
}

/** The marks Stet draws first, in their order, then the others as they came. */
function inOrder(marks: readonly string[]): string[] {
  const known: readonly string[] = KNOWN_MARKS;
  return [...known.filter((mark) => marks.includes(mark)), ...marks.filter((mark) => !known.includes(mark))];
}

export function sameLink(one: Dress['link'], other: Dress['link']): boolean {
  return one === other || (one !== null && other !== null && one.url === other.url && one.title === other.title);
}

function sameDress(one: Dress, other: Dress): boolean {
  if (one === other) return true;
  if (one.isBreak || other.isBreak || one.marks.length !== other.marks.length) return false;
  return sameLink(one.link, other.link) && one.marks.every((mark) => other.marks.includes(mark));
}
