import { foldText } from '../../lang/foldText.ts';
import { attribute, classNames, detach, findElements, rawText, type HtmlElement } from './htmlTree.ts';
import type { WordListItem } from './Sink.ts';
import { inlineStyle } from './StyleSheet.ts';

const LEVEL = /\blevel(\d)\b/;
const NUMBER = /^[([]?(?:[\p{L}\d]+\.)*([\p{Nd}]+)[.)\]]*$/u;
const LETTER = /^[([]?(?:\p{L}{1,2}|[ivxlc]+)[.)\]]$/iu;

/**
 * Reads a paragraph that Word means as an item of a list and takes the printed mark out of it; null for every other
 * paragraph. Word keeps lists in a style of its own (`mso-list: l0 level1 lfo1`), with the mark as text.
 */
export function takeWordListItem(element: HtmlElement): WordListItem | null {
  const level = LEVEL.exec(inlineStyle(element).get('mso-list') ?? '')?.[1];
  if (level === undefined) return null;
  const marks = findElements(element, (inner) => inlineStyle(inner).get('mso-list') === 'ignore');
  if (marks.length === 0) return null;
  const mark = marks
    .map(rawText)
    .join('')
    .replace(/[\s\u00a0]+/gu, '');
  for (const part of marks) detach(part);
  return { level: Number(level), ...readMark(mark) };
}

/** Word on the web writes each item as a list of its own. Reads such an item; null for ordinary ones. */
export function readWebListItem(list: HtmlElement, item: HtmlElement): WordListItem | null {
  const isWord = classNames(list).some((name) => /^(?:bullet|number)liststyle\d/.test(name));
  const level = Number.parseInt(attribute(item, 'data-aria-level') ?? attribute(item, 'aria-level') ?? '', 10);
  if (!isWord || !(level >= 1)) return null;
  if (list.tagName !== 'ol') return { level, kind: 'bulleted', number: null };
  const start = Number.parseInt(attribute(list, 'start') ?? '1', 10);
  return { level, kind: 'numbered', number: Number.isSafeInteger(start) ? start : 1 };
}

function readMark(mark: string): Pick<WordListItem, 'kind' | 'number'> {
  const digits = NUMBER.exec(mark)?.[1];
  if (digits !== undefined) return { kind: 'numbered', number: toNumber(digits) };
  return LETTER.test(mark) ? { kind: 'numbered', number: 1 } : { kind: 'bulleted', number: null };
}

function toNumber(digits: string): number {
  // Folded: Arabic and Persian digits count as well.
  const number = Number(foldText(digits));
  return Number.isSafeInteger(number) && number < 1_000_000 ? number : 1;
}
