/** A run of words that two texts share, or that only one of them has. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this many pairs of words the middle is given as replaced: nobody reads such a diff word by word. */
const MAX_PAIRS = 4_000_000;

/**
 * How `after` differs from `before`, word by word, with as few changes as possible. Words are what white space separates;
 * two are the same if `key` says so, and the later spelling is shown. Joining the parts' texts with a space gives the words
 * of either side: `same` and `removed` those of `before`, `same` and `added` those of `after`.
 */
export function diffWords(before: string, after: string, key: (word: string) => string = (word) => word): DiffPart[] {
  const old = splitWords(before);
  const now = splitWords(after);
  const oldKeys = old.map(key);
  const nowKeys = now.map(key);
  let head = 0;
  while (head < old.length && head < now.length && oldKeys[head] === nowKeys[head]) head += 1;
  let oldEnd = old.length;
  let nowEnd = now.length;
  while (oldEnd > head && nowEnd > head && oldKeys[oldEnd - 1] === nowKeys[nowEnd - 1]) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  const parts = new PartList();
  parts.add('same', now.slice(0, head));
  if ((oldEnd - head) * (nowEnd - head) > MAX_PAIRS) {
    parts.add('removed', old.slice(head, oldEnd));
    parts.add('added', now.slice(head, nowEnd));
  } else {
    diffMiddle(parts, old.slice(head, oldEnd), now.slice(head, nowEnd), oldKeys.slice(head), nowKeys.slice(head));
  }
  parts.add('same', now.slice(nowEnd));
  return parts.list;
}

/** Walks the longest common subsequence; removals come before the additions that take their place. */
function diffMiddle(
  parts: PartList,
  old: readonly string[],
  now: readonly string[],
  oldKeys: readonly string[],
  nowKeys: readonly string[],
): void {
  const width = now.length + 1;
  // lengths[i * width + j]: how many words old[i…] and now[j…] have in common.
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        oldKeys[i] === nowKeys[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const at = i * width + j;
    if (i < old.length && j < now.length && oldKeys[i] === nowKeys[j]) {
      parts.add('same', now.slice(j, j + 1));
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0))) {
      parts.add('removed', old.slice(i, i + 1));
      i += 1;
    } else {
      parts.add('added', now.slice(j, j + 1));
      j += 1;
    }
  }
}

class PartList {
  readonly list: DiffPart[] = [];

  /** Adds words, joined to the part before them if that is of the same kind. */
  add(kind: DiffPart['kind'], words: readonly string[]): void {
    if (words.length === 0) return;
    const text = words.join(' ');
    const last = this.list.at(-1);
    if (last?.kind === kind) this.list[this.list.length - 1] = { kind, text: `${last.text} ${text}` };
    else this.list.push({ kind, text });
  }
}

function splitWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
