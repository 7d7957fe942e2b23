/** Words between quote marks, marks included. */
export interface Quotation {
  readonly start: number;
  /** Behind the closing mark; the end of the text where there is none. */
  readonly end: number;
  readonly style: 'double' | 'single' | 'guillemets' | 'straightDouble' | 'straightSingle';
  /** 0 for the outermost. */
  readonly depth: number;
  readonly isClosed: boolean;
}

/** Quote marks that do not pair. */
export interface QuoteProblem {
  readonly at: number;
  readonly kind: 'unclosed' | 'stray' | 'sameInside' | 'crossed';
}

export interface QuoteScan {
  /** In order of their opening marks. */
  readonly quotations: readonly Quotation[];
  readonly problems: readonly QuoteProblem[];
}

interface Open {
  readonly at: number;
  readonly mark: string;
  readonly style: Quotation['style'];
  readonly slot: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–\-/“‘«"']/u;

/**
 * Finds the quotations of a text and the marks that do not pair. Apostrophes, feet and inches, and the gershayim of Hebrew
 * are no quote marks; single marks are never reported as unclosed, because a plural's apostrophe looks the same.
 */
export function scanQuotations(text: string): QuoteScan {
  const found: (Quotation | null)[] = [];
  const problems: QuoteProblem[] = [];
  const stack: Open[] = [];

  const open = (at: number, style: Quotation['style']) => {
    stack.push({ at, mark: text.charAt(at), style, slot: found.length });
    found.push(null);
  };
  const close = (at: number, style: Quotation['style']) => {
    const index = stack.findLastIndex((entry) => entry.style === style);
    const entry = stack[index];
    if (!entry) {
      if (style === 'double' || style === 'guillemets') problems.push({ at, kind: 'stray' });
      return;
    }
    for (const inner of stack.splice(index + 1)) {
      if (inner.style === 'double' || inner.style === 'guillemets') problems.push({ at: inner.at, kind: 'crossed' });
    }
    stack.pop();
    found[entry.slot] = { start: entry.at, end: at + 1, style, depth: index, isClosed: true };
  };

  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (!'“”„‘’«»"\''.includes(mark)) continue;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const top = stack.at(-1)?.style;
    switch (mark) {
      case '“':
      case '„':
        // German closes „so“, and Urdu is often set ”so“.
        if (mark === '“' && top === 'double' && stack.at(-1)?.mark !== '“') {
          close(at, 'double');
          break;
        }
        if (top === 'double') problems.push({ at, kind: 'sameInside' });
        open(at, 'double');
        break;
      case '”':
        // Urdu again, and Finnish and Swedish ”so”.
        if (top !== 'double' && /\s/u.test(before) && LETTER.test(after)) open(at, 'double');
        else close(at, 'double');
        break;
      case '«':
        open(at, 'guillemets');
        break;
      case '»':
        close(at, 'guillemets');
        break;
      case '‘':
        // ‘90s and ‘em are apostrophes that word processors turned the wrong way.
        if (!LETTER_OR_DIGIT.test(before) && !/[\d\s]/u.test(after)) open(at, 'single');
        break;
      case '’':
        if (!(LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) && stack.some((e) => e.style === 'single')) {
          close(at, 'single');
        }
        break;
      case '"':
        if (LETTER.test(before) && LETTER.test(after)) break;
        if (stack.some((entry) => entry.style === 'straightDouble')) close(at, 'straightDouble');
        else if (!/\d/u.test(before)) open(at, 'straightDouble');
        break;
      default:
        if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) break;
        if (stack.some((entry) => entry.style === 'straightSingle') && !OPENS_AFTER.test(before)) {
          close(at, 'straightSingle');
        } else if (OPENS_AFTER.test(before) && LETTER.test(after)) open(at, 'straightSingle');
    }
  }
  for (const entry of stack) {
    if (entry.style === 'single' || entry.style === 'straightSingle') continue;
    const depth = stack.indexOf(entry);
    found[entry.slot] = { start: entry.at, end: text.length, style: entry.style, depth, isClosed: false };
    problems.push({ at: entry.at, kind: 'unclosed' });
  }
  return {
    quotations: found.filter((quotation) => quotation !== null),
    problems: problems.sort((a, b) => a.at - b.at),
  };
}
