import { StetError } from '../result.ts';
import { isWordChar, parsePattern, type PatternNode } from './parsePattern.ts';

/** One step of a compiled pattern. `to` and `or` are steps; `to` is tried first. */
type Step =
  | { readonly op: 'char'; readonly matches: (char: string) => boolean }
  | { readonly op: 'assert'; readonly what: 'start' | 'end' | 'word' | 'notWord' }
  | { readonly op: 'save'; readonly slot: number }
  | { op: 'jump'; to: number }
  | { op: 'split'; to: number; or: number }
  | { readonly op: 'done' };

/** A place in a text that a pattern matches. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** The whole match, then what each group caught; empty for a group that caught nothing. */
  readonly groups: readonly string[];
}

const MAX_STEPS = 2_000;
/** Parts looked at while compiling: repetitions of nothing make no steps, and must end all the same. */
const MAX_PARTS = 20_000;
/** Steps taken in one text before the rest of it is left unread, unless told; thirty times what an honest pattern needs. */
const MAX_WORK = 40_000_000;

/** So many characters that begin nothing are passed over in the time of one step. */
const PASSED_OVER = 8;

/** Characters whose answer is remembered: a script or two. */
const MAX_STARTS = 2_000;

/** A way through the pattern, and the offsets its groups caught so far. */
interface Thread {
  readonly step: number;
  readonly saved: readonly number[];
}

/**
 * A regular expression matched by following all its ways at once (Thompson's and Pike's construction): time grows with the
 * text times the pattern and never explodes, whoever wrote the pattern. Sees characters, not UTF-16 halves; gives UTF-16
 * offsets. The first alternative and the greedy length win, as in JavaScript; but a round of a repetition that read nothing
 * counts, where JavaScript would try the next alternative.
 */
export class LinearPattern {
  readonly #steps: Step[] = [];
  readonly #slots: number;
  readonly #ignoreCase: boolean;
  readonly #openings: readonly ((char: string) => boolean)[];
  readonly #starts = new Map<string, boolean>();
  #parts = 0;
  #work = 0;
  #limit = MAX_WORK;

  /** Throws StetError `badPattern` for a pattern it does not take. */
  constructor(source: string, options: { readonly ignoreCase: boolean } = { ignoreCase: false }) {
    const { root, groups } = parsePattern(source);
    this.#ignoreCase = options.ignoreCase;
    this.#slots = (groups + 1) * 2;
    this.#emit({ op: 'save', slot: 0 });
    this.#compile(root, source);
    this.#emit({ op: 'save', slot: 1 });
    this.#emit({ op: 'done' });
    this.#openings = this.#findOpenings();
  }

  /**
   * Every match that is not empty, from left to right, none overlapping. A pattern that has to look far ahead for every
   * match of a very long text is given up after a fixed amount of work: it then finds less, never late.
   */
  matchAll(text: string, limit = MAX_WORK): PatternMatch[] {
    this.#work = 0;
    this.#limit = limit;
    const chars = Array.from(text);
    const offsets: number[] = [];
    let offset = 0;
    for (const char of chars) {
      offsets.push(offset);
      offset += char.length;
    }
    offsets.push(offset);
    const matches: PatternMatch[] = [];
    for (let from = 0; from <= chars.length;) {
      const saved = this.#run(chars, from);
      if (!saved) break;
      const [start = from, end = from] = saved;
      if (end > start) {
        const groups: string[] = [];
        for (let slot = 0; slot < this.#slots; slot += 2) {
          const [low = -1, high = -1] = saved.slice(slot, slot + 2);
          groups.push(low < 0 || high < 0 ? '' : chars.slice(low, high).join(''));
        }
        matches.push({ start: offsets[start] ?? 0, end: offsets[end] ?? 0, groups });
      }
      from = end > start ? end : start + 1;
    }
    return matches;
  }

  /** Steps the last text took. */
  get work(): number {
    return this.#work;
  }

  /** The leftmost match at or after `from`, as the offsets (in characters) of its groups. */
  #run(chars: readonly string[], from: number): readonly number[] | null {
    let threads: Thread[] = [];
    let best: readonly number[] | null = null;
    const blank = Array.from({ length: this.#slots }, () => -1);
    for (let at = from; at <= chars.length; at += 1) {
      if (!best && threads.length === 0) {
        // Most places of a text begin nothing: they are passed over.
        const start = this.#nextStart(chars, at);
        this.#work += Math.ceil((start - at) / PASSED_OVER);
        at = start;
      }
      const isStart = !best && this.#canStart(chars[at]);
      this.#work += 1;
      if (!isStart && threads.length === 0) break;
      const seen = new Set<number>();
      const ready: Thread[] = [];
      for (const thread of threads) this.#follow(thread, chars, at, seen, ready);
      // A later start is only worth trying while nothing has matched.
      if (isStart) this.#follow({ step: 0, saved: blank }, chars, at, seen, ready);
      const char = chars[at];
      threads = [];
      if (this.#work > this.#limit) return null;
      for (const { step, saved } of ready) {
        const here = this.#steps[step];
        if (here?.op === 'done') {
          best = saved;
          // Ways that come after this one are worth less.
          break;
        }
        if (here?.op === 'char' && char !== undefined && this.#accepts(here.matches, char)) {
          threads.push({ step: step + 1, saved });
        }
      }
      if (best && threads.length === 0) break;
    }
    return best;
  }

  #nextStart(chars: readonly string[], from: number): number {
    for (let at = from; at < chars.length; at += 1) if (this.#canStart(chars[at])) return at;
    return chars.length;
  }

  /** Whether a match that is not empty can begin with this character. */
  #canStart(char: string | undefined): boolean {
    if (char === undefined) return false;
    const known = this.#starts.get(char);
    if (known !== undefined) return known;
    const can = this.#openings.some((matches) => this.#accepts(matches, char));
    if (this.#starts.size < MAX_STARTS) this.#starts.set(char, can);
    return can;
  }

  /** The tests that the first character of a match may have to pass, whatever stands before it. */
  #findOpenings(): ((char: string) => boolean)[] {
    const openings: ((char: string) => boolean)[] = [];
    const seen = new Set<number>();
    const pending = [0];
    for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
      const here = this.#steps[step];
      if (seen.has(step) || !here) continue;
      seen.add(step);
      if (here.op === 'char') openings.push(here.matches);
      else if (here.op === 'jump') pending.push(here.to);
      else if (here.op === 'split') pending.push(here.to, here.or);
      else if (here.op !== 'done') pending.push(step + 1);
    }
    return openings;
  }

  #accepts(matches: (char: string) => boolean, char: string): boolean {
    if (matches(char)) return true;
    return this.#ignoreCase && (matches(char.toLowerCase()) || matches(char.toUpperCase()));
  }

  /** Follows the steps that read nothing, best first, and adds those that wait for a character. */
  #follow(thread: Thread, chars: readonly string[], at: number, seen: Set<number>, ready: Thread[]): void {
    const pending: Thread[] = [thread];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { step, saved } = next;
      this.#work += 1;
      if (seen.has(step)) continue;
      seen.add(step);
      const here = this.#steps[step];
      switch (here?.op) {
        case 'jump':
          pending.push({ step: here.to, saved });
          break;
        case 'split':
          pending.push({ step: here.or, saved }, { step: here.to, saved });
          break;
        case 'save':
          pending.push({ step: step + 1, saved: saved.with(here.slot, at) });
          break;
        case 'assert':
          if (holds(here.what, chars, at)) pending.push({ step: step + 1, saved });
          break;
        default:
          ready.push(next);
      }
    }
  }

  #emit(step: Step): number {
    this.#steps.push(step);
    return this.#steps.length - 1;
  }

  #compile(node: PatternNode, source: string): void {
    this.#parts += 1;
    if (this.#steps.length > MAX_STEPS || this.#parts > MAX_PARTS)
      throw new StetError(
        'badPattern',
        `The pattern “${source.slice(0, 60)}” is too large once repetitions are written out.`,
      );
    switch (node.kind) {
      case 'char':
        this.#emit({ op: 'char', matches: node.matches });
        break;
      case 'assert':
        this.#emit({ op: 'assert', what: node.what });
        break;
      case 'sequence':
        for (const part of node.parts) this.#compile(part, source);
        break;
      case 'group':
        if (node.index > 0) this.#emit({ op: 'save', slot: node.index * 2 });
        this.#compile(node.body, source);
        if (node.index > 0) this.#emit({ op: 'save', slot: node.index * 2 + 1 });
        break;
      case 'choice':
        this.#compileChoice(node.options, source);
        break;
      default:
        this.#compileRepeat(node, source);
    }
  }

  #compileChoice(options: readonly PatternNode[], source: string): void {
    const ends: { op: 'jump'; to: number }[] = [];
    options.forEach((option, i) => {
      if (i === options.length - 1) return this.#compile(option, source);
      const split = { op: 'split' as const, to: this.#steps.length + 1, or: 0 };
      this.#emit(split);
      this.#compile(option, source);
      const jump = { op: 'jump' as const, to: 0 };
      this.#emit(jump);
      ends.push(jump);
      split.or = this.#steps.length;
    });
    for (const jump of ends) jump.to = this.#steps.length;
  }

  #compileRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, source: string): void {
    for (let i = 0; i < node.min; i += 1) this.#compile(node.body, source);
    if (node.max === null) {
      const split = this.#optional(node, source);
      this.#emit({ op: 'jump', to: split.at });
      split.leave(this.#steps.length);
      return;
    }
    const splits = [];
    for (let i = node.min; i < node.max; i += 1) splits.push(this.#optional(node, source));
    for (const split of splits) split.leave(this.#steps.length);
  }

  /** The body with a way around it; `leave` says where that way goes. */
  #optional(node: Extract<PatternNode, { kind: 'repeat' }>, source: string) {
    const split = { op: 'split' as const, to: 0, or: 0 };
    const at = this.#emit(split);
    this.#compile(node.body, source);
    const enter = at + 1;
    return {
      at,
      leave(exit: number) {
        split.to = node.isGreedy ? enter : exit;
        split.or = node.isGreedy ? exit : enter;
      },
    };
  }
}

function holds(what: 'start' | 'end' | 'word' | 'notWord', chars: readonly string[], at: number): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === chars.length;
  return (isWordChar(chars[at - 1]) !== isWordChar(chars[at])) === (what === 'word');
}
