import { StetError } from '../result.ts';

/** A pattern taken apart. */
export type PatternNode =
  | { readonly kind: 'char'; readonly matches: (char: string) => boolean }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'word' | 'notWord' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly body: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly body: PatternNode;
      readonly min: number;
      /** null: without end. */
      readonly max: number | null;
      readonly isGreedy: boolean;
    };

const MAX_LENGTH = 500;
const MAX_REPEAT = 100;
const MAX_DEPTH = 30;
const WORD_CHAR = /[\p{L}\p{N}\p{M}_]/u;
const SHORTHAND: Readonly<Record<string, RegExp>> = {
  d: /\p{Nd}/u,
  w: WORD_CHAR,
  s: /\s/u,
};
const CONTROL: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** Whether a character belongs to a word, in any script. */
export function isWordChar(char: string | undefined): boolean {
  return char !== undefined && WORD_CHAR.test(char);
}

/**
 * Reads the part of regular expressions that can be matched in linear time: characters, `.`, classes, `\d \w \s \b`,
 * `\p{…}`, groups, `|`, and `* + ? {m,n}`. Refuses the rest (look-around, back references) with StetError `badPattern`.
 */
export function parsePattern(source: string): { readonly root: PatternNode; readonly groups: number } {
  if (source.length > MAX_LENGTH) throw bad(source, `is longer than ${MAX_LENGTH} characters`);
  const chars = Array.from(source);
  let at = 0;
  let groups = 0;
  let depth = 0;

  const root = choice();
  if (at < chars.length) throw bad(source, `has a “${chars[at]}” too many`);
  return { root, groups };

  function choice(): PatternNode {
    depth += 1;
    if (depth > MAX_DEPTH) throw bad(source, 'is nested too deeply');
    const options = [sequence()];
    while (chars[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    depth -= 1;
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  }

  function atom(): PatternNode {
    const char = take();
    switch (char) {
      case '(':
        return group();
      case '[':
        return { kind: 'char', matches: charClass() };
      case '.':
        return { kind: 'char', matches: (other) => other !== '\n' };
      case '^':
        return { kind: 'assert', what: 'start' };
      case '$':
        return { kind: 'assert', what: 'end' };
      case '\\':
        if (chars[at] === 'b' || chars[at] === 'B')
          return { kind: 'assert', what: take() === 'b' ? 'word' : 'notWord' };
        return { kind: 'char', matches: escaped() };
      case '*':
      case '+':
      case '?':
      case '{':
        throw bad(source, `has a “${char}” with nothing to repeat`);
      default:
        return { kind: 'char', matches: (other) => other === char };
    }
  }

  function group(): PatternNode {
    let index = 0;
    if (chars[at] === '?') {
      if (chars[at + 1] !== ':') throw bad(source, 'looks around or names a group, which is not supported');
      at += 2;
    } else {
      groups += 1;
      index = groups;
    }
    const body = choice();
    if (take() !== ')') throw bad(source, 'has a bracket that is not closed');
    return { kind: 'group', index, body };
  }

  function repeated(body: PatternNode): PatternNode {
    const bounds = quantifier();
    if (!bounds) return body;
    if (body.kind === 'assert') throw bad(source, 'repeats a place instead of a character');
    const isGreedy = chars[at] !== '?';
    if (!isGreedy) at += 1;
    if (chars[at] === '*' || chars[at] === '+') throw bad(source, 'repeats a repetition');
    return { kind: 'repeat', body, ...bounds, isGreedy };
  }

  function quantifier(): { min: number; max: number | null } | null {
    const char = chars[at];
    if (char === '*' || char === '+' || char === '?') {
      at += 1;
      return { min: char === '+' ? 1 : 0, max: char === '?' ? 1 : null };
    }
    if (char !== '{') return null;
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(chars.slice(at, at + 11).join(''));
    if (!match) throw bad(source, 'has a “{” that is no repetition; write \\{');
    at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? null : Number(match[3]);
    if (min > MAX_REPEAT || (max !== null && (max > MAX_REPEAT || max < min)))
      throw bad(source, `repeats more than ${MAX_REPEAT} times, or backwards`);
    return { min, max };
  }

  /** What stands behind a backslash, as a test of one character. */
  function escaped(): (char: string) => boolean {
    const char = take();
    const shorthand = SHORTHAND[char.toLowerCase()];
    if (shorthand)
      return char === char.toLowerCase() ? (other) => shorthand.test(other) : (other) => !shorthand.test(other);
    if (char === 'p' || char === 'P') return property(char === 'P');
    const literal = CONTROL[char] ?? (char === 'u' ? codePoint() : char);
    if (/[a-zA-Z0-9]/.test(char) && literal === char) throw bad(source, `uses \\${char}, which is not supported`);
    return (other) => other === literal;
  }

  function property(isNegated: boolean): (char: string) => boolean {
    const name = /^\{[A-Za-z_=]{1,40}\}/.exec(chars.slice(at, at + 42).join(''))?.[0];
    if (!name) throw bad(source, 'has a \\p without a {name}');
    at += name.length;
    let test: RegExp;
    try {
      test = new RegExp(`^\\p${name}$`, 'u');
    } catch {
      throw bad(source, `names an unknown property ${name}`);
    }
    return (char) => test.test(char) !== isNegated;
  }

  function codePoint(): string {
    const hex = /^(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})/.exec(chars.slice(at, at + 8).join(''))?.[0] ?? '';
    const value = Number.parseInt(hex.replace(/[{}]/g, ''), 16);
    if (!(value <= 0x10ffff)) throw bad(source, 'has a \\u that is no character');
    at += hex.length;
    return String.fromCodePoint(value);
  }

  function charClass(): (char: string) => boolean {
    const isNegated = chars[at] === '^';
    if (isNegated) at += 1;
    const tests: ((char: string) => boolean)[] = [];
    let isFirst = true;
    while (isFirst || chars[at] !== ']') {
      isFirst = false;
      const char = take();
      if (char === '') throw bad(source, 'has a “[” that is not closed');
      if (char === '\\') {
        tests.push(escaped());
        continue;
      }
      if (chars[at] === '-' && chars[at + 1] !== ']' && chars[at + 1] !== undefined && chars[at + 1] !== '\\') {
        at += 1;
        const last = take();
        const [low, high] = [char.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
        if (low > high) throw bad(source, `has a backward range ${char}-${last}`);
        tests.push((other) => low <= (other.codePointAt(0) ?? -1) && (other.codePointAt(0) ?? -1) <= high);
      } else tests.push((other) => other === char);
    }
    at += 1;
    return (char) => tests.some((test) => test(char)) !== isNegated;
  }

  function take(): string {
    const char = chars[at] ?? '';
    at += 1;
    return char;
  }
}

function bad(source: string, why: string): StetError {
  return new StetError('badPattern', `The pattern “${source.slice(0, 60)}” ${why}.`);
}
