import { isBlank } from '../../export/cleanText.ts';
import { KNOWN_MARKS, type Inline, type KnownMark, type Link, type TextInline } from '../../story/inline.ts';

/** Where a link leads. Words belong to one link if they share the very object. */
export interface LinkTarget {
  readonly url: string;
  readonly title: string;
}

/** How a run of characters is set. */
export interface InlineStyle {
  /** A bit for each of `KNOWN_MARKS`, in their order. */
  readonly marks: number;
  readonly link: LinkTarget | null;
  /** White space counts as typed (`pre`, and the spans of Google Docs). */
  readonly preserve: boolean;
  /** BCP 47, empty when not said. */
  readonly language: string;
}

/** The bit of a mark. */
export function markBit(mark: KnownMark): number {
  return 1 << KNOWN_MARKS.indexOf(mark);
}

interface Piece extends InlineStyle {
  text: string;
}

const BREAK = 'break';
/** Controls, non-characters, byte order marks and the mark of an embedded object: nobody typed them. */
const UNFIT = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]/g;
const HALF = /\p{Surrogate}/gu;
/** What HTML collapses into one space. No-break spaces are not among it. */
const SPACES = /[\t\n\f\r ]+/g;
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Collects the words of one block, with white space as HTML collapses it. */
export class InlineRun {
  private pieces: (Piece | typeof BREAK)[] = [];
  /** A space now would be collapsed into the one before it, or stands at the beginning of a line. */
  private swallowsSpace = true;

  /** Nothing but spaces so far. */
  get isEmpty(): boolean {
    return this.pieces.every((piece) => piece === BREAK || isBlank(piece.text));
  }

  get endsInBreak(): boolean {
    return this.pieces.at(-1) === BREAK;
  }

  /** Whether the line that is open has nothing but spaces in it and another one before it; the spaces are dropped then. */
  closeEmptyLine(): boolean {
    const lastBreak = this.pieces.lastIndexOf(BREAK);
    const line = this.pieces.slice(lastBreak + 1);
    if (lastBreak < 0 || !line.every((piece) => piece !== BREAK && isBlank(piece.text))) return false;
    this.pieces.length = lastBreak + 1;
    return true;
  }

  add(raw: string, style: InlineStyle): void {
    const clean = raw.replace(UNFIT, '').replace(HALF, '\ufffd');
    if (style.preserve) {
      clean.split(LINE_ENDS).forEach((line, index) => {
        if (index > 0) this.addBreak();
        this.push(line, style);
        if (line !== '') this.swallowsSpace = false;
      });
      return;
    }
    // Line and paragraph separators are ends of lines in any white space.
    clean.split(/[\u2028\u2029]/).forEach((part, index) => {
      if (index > 0) this.addBreak();
      this.addCollapsed(part, style);
    });
  }

  private addCollapsed(text: string, style: InlineStyle): void {
    let collapsed = text.replace(SPACES, ' ');
    if (this.swallowsSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
    if (collapsed === '') return;
    this.push(collapsed, style);
    this.swallowsSpace = collapsed.endsWith(' ');
  }

  private push(text: string, style: InlineStyle): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    if (last && last !== BREAK && isSameStyle(last, style)) last.text += text;
    else this.pieces.push({ ...style, text });
  }

  /** Adds words that are read already; white space in them counts. */
  addInlines(content: readonly Inline[], link: LinkTarget | null = null): void {
    for (const inline of content) {
      if (inline.type === 'lineBreak') this.addBreak();
      else if (inline.type === 'link') this.addInlines(inline.children, { url: inline.url, title: inline.title ?? '' });
      else {
        const marks = KNOWN_MARKS.reduce(
          (bits, mark) => (inline.marks?.includes(mark) ? bits | markBit(mark) : bits),
          0,
        );
        this.add(inline.text, { marks, link, preserve: true, language: '' });
      }
    }
  }

  /** Ends a line. Lines at the very beginning are not kept. */
  addBreak(): void {
    this.trimEnd();
    if (this.pieces.length > 0) this.pieces.push(BREAK);
    this.swallowsSpace = true;
  }

  /** Ordinary spaces before a break or at the end of a block are not seen; no-break spaces stay as typed. */
  private trimEnd(): void {
    for (let last = this.pieces.at(-1); last && last !== BREAK; last = this.pieces.at(-1)) {
      let end = last.text.length;
      while (last.text.charCodeAt(end - 1) === 0x20) end -= 1;
      last.text = last.text.slice(0, end);
      if (end > 0) return;
      this.pieces.pop();
    }
  }

  /** Spaces that count (`pre`, Google Docs) are an indent at the beginning of a block, which is not kept. */
  private trimStart(): void {
    for (let [first] = this.pieces; first && first !== BREAK; [first] = this.pieces) {
      let start = 0;
      while (first.text.charCodeAt(start) === 0x20 || first.text.charCodeAt(start) === 0x09) start += 1;
      first.text = first.text.slice(start);
      if (first.text !== '') return;
      this.pieces.shift();
    }
  }

  /** What was collected, and the language all of it is in ('' if there are several or none); the run starts anew. */
  take(): { content: Inline[]; language: string } {
    this.trimEnd();
    while (this.endsInBreak) {
      this.pieces.pop();
      this.trimEnd();
    }
    this.trimStart();
    const { pieces } = this;
    this.pieces = [];
    this.swallowsSpace = true;
    const languages = new Set<string>();
    for (const piece of pieces) if (piece !== BREAK && /\p{L}/u.test(piece.text)) languages.add(piece.language);
    const [language = ''] = languages.size === 1 ? languages : [];
    return { content: toInlines(pieces), language };
  }
}

function isSameStyle(a: InlineStyle, b: InlineStyle): boolean {
  return a.marks === b.marks && a.link === b.link && a.language === b.language;
}

function toInlines(pieces: readonly (Piece | typeof BREAK)[]): Inline[] {
  const content: Inline[] = [];
  for (let at = 0; at < pieces.length;) {
    const link = linkAt(pieces, at);
    const end = link ? linkEnd(pieces, at, link) : at + 1;
    const children = pieces.slice(at, end).map((piece): Link['children'][number] => {
      return piece === BREAK ? { type: 'lineBreak' } : toText(piece);
    });
    const words = pieces.slice(at, end).some((piece) => piece !== BREAK && !isBlank(piece.text));
    if (link && words) content.push({ type: 'link', url: link.url, ...titled(link), children: joinTexts(children) });
    else content.push(...children);
    at = end;
  }
  return joinTexts(content);
}

/** Where the words of a link end; a break is part of it only between its words. */
function linkEnd(pieces: readonly (Piece | typeof BREAK)[], start: number, link: LinkTarget): number {
  let end = start + 1;
  while (linkAt(pieces, pieces[end] === BREAK ? end + 1 : end) === link) end += 1;
  return end;
}

function linkAt(pieces: readonly (Piece | typeof BREAK)[], at: number): LinkTarget | null {
  const piece = pieces[at];
  return piece && piece !== BREAK ? piece.link : null;
}

function titled({ title }: LinkTarget): { title?: string } {
  return title === '' ? {} : { title };
}

function toText({ text, marks }: Piece): TextInline {
  const on = KNOWN_MARKS.filter((mark) => (marks & markBit(mark)) !== 0);
  return on.length > 0 ? { type: 'text', text, marks: on } : { type: 'text', text };
}

/** Pieces of several languages, or of a link that was none, may have become equal neighbours. */
function joinTexts<Item extends Inline>(content: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of content) {
    const last = joined.at(-1);
    if (item.type === 'text' && last?.type === 'text' && item.marks?.join() === last.marks?.join()) {
      joined[joined.length - 1] = { ...last, text: last.text + item.text };
    } else joined.push(item);
  }
  return joined;
}
