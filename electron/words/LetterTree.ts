/** The node that ends a word and goes no further; words share it. */
const END = 1;
const NONE = -1;
/** The signs of the form, by their codes. */
const SIGN = { lineFeed: 10, return: 13, reference: 35, end: 36, two: 50, nine: 57, up: 60, escape: 92 };

/** A list of whole numbers that grows. */
class Numbers {
  #values = new Int32Array(1 << 16);
  length = 0;

  at(index: number): number {
    return this.#values[index] ?? NONE;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }
}

/**
 * Words as paths from letter to letter, endings shared: millions of inflected words in a few arrays. It reads the text form
 * “TrieXv3” of cspell's dictionaries, which tells a walk over the tree: a letter goes down to a new node, `$` ends a word and goes
 * up, `<` goes up, `<n` and `$n` go up more, `#n;` puts the nth node here, `\` takes the next character as it is. Nodes are
 * numbered as they come, without those where a word ends and nothing follows. Letters are single UTF-16 units.
 */
export class LetterTree {
  /** By node: its first edge, and 1 where a word ends. */
  readonly #first = new Numbers();
  readonly #isWord = new Numbers();
  /** By edge: its letter, where it leads, and the next edge of the same node. */
  readonly #letter = new Numbers();
  readonly #target = new Numbers();
  readonly #next = new Numbers();

  /** Throws an Error if the text is in another form. */
  constructor(text: string) {
    const [, base, data] = /TrieXv3\nbase=(\d+)\n(?:#[^\n]*\n)*__DATA__\n([^]*)$/.exec(text) ?? [];
    if (base === undefined || data === undefined) throw new Error('This is no dictionary in the form TrieXv3.');
    for (let node = 0; node <= END; node += 1) this.#addNode();
    this.#isWord.set(END, 1);
    this.#read(data, Number(base));
  }

  has(word: string): boolean {
    let node = 0;
    for (let at = 0; at < word.length && node !== NONE; at += 1) node = this.#step(node, word.charCodeAt(at));
    return node !== NONE && this.#isWord.at(node) === 1;
  }

  #step(node: number, letter: number): number {
    let edge = this.#first.at(node);
    while (edge !== NONE && this.#letter.at(edge) !== letter) edge = this.#next.at(edge);
    return edge === NONE ? NONE : this.#target.at(edge);
  }

  #addNode(): number {
    this.#first.push(NONE);
    this.#isWord.push(0);
    return this.#first.length - 1;
  }

  #read(data: string, base: number): void {
    const numbered = [0, END];
    /** The nodes on the way down, and the edge that led to each. */
    const nodes = [0];
    const edges = [NONE];
    let depth = 0;
    let isGoingUp = false;
    for (let at = 0; at < data.length; at += 1) {
      let code = data.charCodeAt(at);
      if (code === SIGN.lineFeed || code === SIGN.return) continue;
      const steps: number =
        code === SIGN.up ? 1 : isGoingUp && code >= SIGN.two && code <= SIGN.nine ? code - SIGN.two + 1 : 0;
      isGoingUp = steps > 0 || code === SIGN.end;
      const edge = edges[depth] ?? NONE;
      if (steps > 0) depth -= steps;
      else if (code === SIGN.end) {
        const node = nodes[depth] ?? 0;
        if (this.#first.at(node) === NONE) {
          this.#target.set(edge, END);
          numbered.pop();
        } else this.#isWord.set(node, 1);
        depth -= 1;
      } else if (code === SIGN.reference) {
        const end = data.indexOf(';', at);
        this.#target.set(edge, numbered[Number.parseInt(data.slice(at + 1, end), base) + 1] ?? END);
        numbered.pop();
        at = end;
      } else {
        if (code === SIGN.escape) {
          // Two of them stand for one; “\\n”, a line feed in two signs, is in no word.
          at += data.charCodeAt(at + 1) === SIGN.escape ? 2 : 1;
          code = data.charCodeAt(at);
        }
        const from = nodes[depth] ?? 0;
        const node = this.#addNode();
        this.#letter.push(code);
        this.#target.push(node);
        this.#next.push(this.#first.at(from));
        this.#first.set(from, this.#letter.length - 1);
        depth += 1;
        nodes[depth] = node;
        edges[depth] = this.#letter.length - 1;
        numbered.push(node);
      }
    }
  }
}
