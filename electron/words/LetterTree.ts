/** The node that ends a word and goes no further; words share it. */
const END = 1;
const NONE = -1;
/** The signs of the form, by their codes. */
const SIGN = { lineFeed: 10, return: 13, reference: 35, end: 36, two: 50, nine: 57, semicolon: 59, up: 60, escape: 92 };
/** No dictionary's words are longer, by far. */
const DEEPEST = 1_000;
/** What stands above the words is shorter than this many bytes. */
const HEAD = 4_096;

/**
 * Words as paths from letter to letter, endings shared: millions of inflected words in a few arrays. It reads the text form
 * “TrieXv3” of cspell's dictionaries, which tells a walk over the tree: a letter goes down to a new node, `$` ends a word and goes
 * up, `<` goes up, `<n` and `$n` go up more, `#n;` puts the nth node here, `\` takes the next character as it is. Nodes are
 * numbered as they come, without those where a word ends and nothing follows. Letters are single UTF-16 units.
 */
export class LetterTree {
  /** By node: its first edge, and 1 where a word ends. */
  #first = new Int32Array(1 << 20);
  #isWord = new Uint8Array(1 << 20);
  /** By edge: its letter, where it leads, and the next edge of the same node. Every node but the first two came by one edge. */
  #letter = new Uint16Array(1 << 20);
  #target = new Int32Array(1 << 20);
  #next = new Int32Array(1 << 20);

  /** `bytes` is the text in UTF-8. Throws an Error if it is in another form. */
  constructor(bytes: Uint8Array) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
    const [all, base] = /^(?:#![^\n]*\n)?TrieXv3\nbase=(\d+)\n(?:#[^\n]*\n)*__DATA__\n/.exec(head) ?? [];
    if (all === undefined) throw new Error('This is no dictionary in the form TrieXv3.');
    this.#first.fill(NONE);
    this.#isWord[END] = 1;
    this.#read(bytes, all.length, Number(base));
  }

  has(word: string): boolean {
    let node = 0;
    for (let at = 0; at < word.length && node !== NONE; at += 1) node = this.#step(node, word.charCodeAt(at));
    return node !== NONE && this.#isWord[node] === 1;
  }

  #step(node: number, letter: number): number {
    let edge = this.#first[node] ?? NONE;
    while (edge !== NONE && this.#letter[edge] !== letter) edge = this.#next[edge] ?? NONE;
    return edge === NONE ? NONE : (this.#target[edge] ?? NONE);
  }

  /** Makes room for twice as many nodes. */
  #grow(): void {
    const room = 2 * this.#first.length;
    this.#first = larger(new Int32Array(room).fill(NONE), this.#first);
    this.#isWord = larger(new Uint8Array(room), this.#isWord);
    this.#letter = larger(new Uint16Array(room), this.#letter);
    this.#target = larger(new Int32Array(room), this.#target);
    this.#next = larger(new Int32Array(room), this.#next);
  }

  /** The loop keeps to plain numbers and arrays of them: it goes over nine million bytes when a story in Arabic is opened. */
  #read(bytes: Uint8Array, from: number, base: number): void {
    let [first, letter, target, next] = [this.#first, this.#letter, this.#target, this.#next];
    let nodes = END + 1;
    /** The nodes that references count, and how many they are. */
    let numbered = new Int32Array(1 << 20);
    numbered[1] = END;
    let count = 2;
    /** The nodes on the way down, and the edge that led to each. */
    const way = new Int32Array(DEEPEST);
    const edges = new Int32Array(DEEPEST).fill(NONE);
    let depth = 0;
    let isGoingUp = false;
    for (let at = from; at < bytes.length; at += 1) {
      let code = bytes[at] ?? 0;
      if (code === SIGN.lineFeed || code === SIGN.return) continue;
      const steps: number =
        code === SIGN.up ? 1 : isGoingUp && code >= SIGN.two && code <= SIGN.nine ? code - SIGN.two + 1 : 0;
      isGoingUp = steps > 0 || code === SIGN.end;
      if (steps > 0) {
        depth -= steps;
        continue;
      }
      const edge = edges[depth] ?? NONE;
      if (code === SIGN.end) {
        const node = way[depth] ?? 0;
        if (first[node] === NONE) {
          target[edge] = END;
          count -= 1;
        } else this.#isWord[node] = 1;
        depth -= 1;
      } else if (code === SIGN.reference) {
        let number = 0;
        for (at += 1; at < bytes.length && bytes[at] !== SIGN.semicolon; at += 1)
          number = number * base + digit(bytes[at] ?? 0);
        target[edge] = numbered[number + 1] ?? END;
        count -= 1;
      } else {
        if (code === SIGN.escape) {
          // Two of them stand for one; “\\n”, a line feed in two signs, is in no word.
          at += bytes[at + 1] === SIGN.escape ? 2 : 1;
          code = bytes[at] ?? 0;
        }
        if (code >= 0xc0) {
          if (code >= 0xf0) throw new Error('A letter of this dictionary is no single UTF-16 unit.');
          const isLong = code >= 0xe0;
          code = ((code & (isLong ? 0x0f : 0x1f)) << 6) | ((bytes[(at += 1)] ?? 0) & 0x3f);
          if (isLong) code = (code << 6) | ((bytes[(at += 1)] ?? 0) & 0x3f);
        }
        if (nodes === first.length) {
          this.#grow();
          [first, letter, target, next] = [this.#first, this.#letter, this.#target, this.#next];
        }
        const above = way[depth] ?? 0;
        const added = nodes - 2;
        letter[added] = code;
        target[added] = nodes;
        next[added] = first[above] ?? NONE;
        first[above] = added;
        depth += 1;
        if (depth === DEEPEST) throw new Error('A word of this dictionary does not end.');
        way[depth] = nodes;
        edges[depth] = added;
        if (count === numbered.length) numbered = larger(new Int32Array(2 * count), numbered);
        numbered[count] = nodes;
        count += 1;
        nodes += 1;
      }
    }
  }
}

/** `into` with what stood in `from`. */
function larger<Numbers extends Int32Array | Uint16Array | Uint8Array>(into: Numbers, from: Numbers): Numbers {
  into.set(from);
  return into;
}

/** What a digit to a base of up to 36 says, by its code. */
function digit(code: number): number {
  return code <= SIGN.nine ? code - 48 : code - 87;
}
