import type { Inline } from '../story/inline.ts';
import { alignKeys } from './alignKeys.ts';
import type { TextPart } from './comparison.ts';
import { joinTokens, splitTokens, type Token } from './tokens.ts';

/** The end of a paragraph that is compared together with the next. */
const CUT = 'cut';

/** A word or sign, and the white space behind it. */
interface Solid {
  /** null stands for the very beginning, which both sides have. */
  readonly token: Token | typeof CUT | null;
  readonly tail: Token | null;
}

/** How the words of a block differ, word by word. */
export function compareText(before: readonly Inline[], after: readonly Inline[]): TextPart[] {
  return compareTexts([before], [after])[0] ?? [];
}

/** The same for text without marks. */
export function compareLines(before: string, after: string): TextPart[] {
  return compareText(plainLine(before), plainLine(after));
}

function plainLine(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** The same for one paragraph against several, or several against one: one list of parts for each of the several. */
export function compareTexts(
  before: readonly (readonly Inline[])[],
  after: readonly (readonly Inline[])[],
): TextPart[][] {
  const old = solids(before);
  const now = solids(after);
  const parts = new PartList();
  let [oldAt, nowAt] = [0, 0];
  const differUpTo = (oldTo: number, nowTo: number) => {
    for (; oldAt < oldTo; oldAt += 1) parts.remove(old[oldAt]);
    for (; nowAt < nowTo; nowAt += 1) parts.add(now[nowAt]);
  };
  for (const match of alignKeys(old.map(keyOf), now.map(keyOf))) {
    differUpTo(match.before, match.after);
    const [one, other] = [old[match.before], now[match.after]];
    if (one && other) parts.match(one, other);
    oldAt = match.before + 1;
    nowAt = match.after + 1;
  }
  differUpTo(old.length, now.length);
  return parts.finish();
}

function keyOf({ token }: Solid): string {
  if (token === null) return 'start';
  return token === CUT ? CUT : `${token.kind === 'break' ? '\n' : ' '}${token.text}`;
}

function solids(texts: readonly (readonly Inline[])[]): Solid[] {
  const list: { token: Solid['token']; tail: Token | null }[] = [{ token: null, tail: null }];
  for (const [index, text] of texts.entries()) {
    if (index > 0) list.push({ token: CUT, tail: null });
    for (const token of splitTokens(text)) {
      const last = list.at(-1);
      // Two runs of white space never touch: a break stands between them.
      if (token.kind === 'space' && last) last.tail = token;
      else list.push({ token, tail: null });
    }
  }
  return list;
}

/** Gathers tokens into parts; within a change, what was taken out comes before what took its place. */
class PartList {
  readonly #segments: TextPart[][] = [[]];
  #removed: (Token | typeof CUT)[] = [];
  #added: (Token | typeof CUT)[] = [];
  #shared: { readonly before: Token; readonly after: Token }[] = [];

  remove(solid: Solid | undefined): void {
    this.#closeShared();
    for (const token of tokensOf(solid)) this.#removed.push(token);
  }

  add(solid: Solid | undefined): void {
    this.#closeShared();
    for (const token of tokensOf(solid)) this.#added.push(token);
  }

  match(before: Solid, after: Solid): void {
    if (before.token !== null && before.token !== CUT && after.token !== null && after.token !== CUT)
      this.#share(before.token, after.token);
    if (before.tail?.text !== after.tail?.text) {
      this.remove({ token: null, tail: before.tail });
      this.add({ token: null, tail: after.tail });
    } else if (before.tail && after.tail) this.#share(before.tail, after.tail);
  }

  finish(): TextPart[][] {
    this.#closeChange();
    this.#closeShared();
    return this.#segments;
  }

  #share(before: Token, after: Token): void {
    this.#closeChange();
    const last = this.#shared.at(-1);
    if (last && (last.before.look === last.after.look) !== (before.look === after.look)) this.#closeShared();
    this.#shared.push({ before, after });
  }

  #closeShared(): void {
    const shared = this.#shared;
    const [first] = shared;
    if (!first) return;
    this.#shared = [];
    const after = shared.map((pair) => pair.after);
    const content = joinTokens(after);
    const words = countOf(after);
    if (first.before.look === first.after.look) this.#push({ kind: 'same', words, content });
    else this.#push({ kind: 'reformatted', words, before: joinTokens(shared.map((pair) => pair.before)), content });
  }

  #closeChange(): void {
    const [removed, added] = [this.#removed, this.#added];
    this.#removed = [];
    this.#added = [];
    // The white space behind what was replaced is the same as before.
    const [before, after] = [removed.at(-1), added.at(-1)];
    const isKept = isSpace(before) && isSpace(after) && before.text === after.text;
    this.#pushTokens('removed', isKept ? removed.slice(0, -1) : removed);
    this.#pushTokens('added', isKept ? added.slice(0, -1) : added);
    if (isKept) this.#shared.push({ before, after });
  }

  #pushTokens(kind: 'removed' | 'added', all: readonly (Token | typeof CUT)[]): void {
    let open: Token[] = [];
    const close = () => {
      if (open.length > 0) this.#push({ kind, words: countOf(open), content: joinTokens(open) });
      open = [];
    };
    for (const token of all) {
      if (token !== CUT) open.push(token);
      else {
        close();
        this.#segments.push([]);
      }
    }
    close();
  }

  #push(part: TextPart): void {
    this.#segments.at(-1)?.push(part);
  }
}

function isSpace(token: Token | typeof CUT | undefined): token is Token {
  return token !== undefined && token !== CUT && token.kind === 'space';
}

function tokensOf(solid: Solid | undefined): (Token | typeof CUT)[] {
  return [solid?.token ?? null, solid?.tail ?? null].filter((token) => token !== null);
}

function countOf(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === 'word').length;
}
