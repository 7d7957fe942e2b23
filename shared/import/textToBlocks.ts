import type { Block, ListItem } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { readCreditLine } from '../media/gluedCredit.ts';
import type { Inline } from '../story/inline.ts';
import { blockBase } from './html/blockBase.ts';
import { ROOT_CONTEXT } from './html/HtmlContext.ts';
import { InlineRun } from './html/InlineRun.ts';
import { joinWrappedLines } from './joinWrappedLines.ts';
import { MAX_BLOCKS, tooLong } from './tooLong.ts';

const BULLET = /^[•‣▪●◦*-][ \t\u00a0]+(?=\S)/u;
const NUMBER = /^(\d{1,3})[.)][ \t\u00a0]+(?=\S)/u;
const SEPARATOR = /^(?:[*_=~#—–-]{3,}|(?:[*•·⁂][ \t]*){3,}|⁂)$/u;

/**
 * Reads plain text: paragraphs apart by empty lines or line by line, lines a mail program broke joined again, bulleted and
 * numbered lines as lists, a row of stars as a separator. Every character that is seen stays, no-break spaces too. With
 * `joinsCredits`, a line that stands apart with a picture's credit under it is one paragraph with it.
 * Throws StetError `tooLarge` beyond what a story can hold.
 */
export function textToBlocks(text: string, joinsCredits = false): Block[] {
  const blocks: Block[] = [];
  for (const lines of joinWrappedLines(text)) {
    const group = joinsCredits && isCreditedLine(lines) ? [lines.join('\n')] : lines;
    for (let at = 0; at < group.length;) {
      const list = readList(group, at);
      if (list) {
        blocks.push(list.block);
        at = list.end;
        continue;
      }
      const line = group[at] ?? '';
      at += 1;
      const content = readLine(line);
      if (SEPARATOR.test(line)) blocks.push({ ...blockBase('', ROOT_CONTEXT), type: 'separator' });
      else if (content.length > 0) {
        blocks.push({ ...blockBase(inlineText(content), ROOT_CONTEXT), type: 'paragraph', content });
      }
    }
    if (blocks.length > MAX_BLOCKS) throw tooLong();
  }
  return blocks;
}

function isCreditedLine(lines: readonly string[]): boolean {
  return lines.length === 2 && !BULLET.test(lines[0] ?? '') && readCreditLine(lines[1] ?? '') !== null;
}

function readLine(line: string): Inline[] {
  const run = new InlineRun();
  run.add(line, { ...ROOT_CONTEXT, preserve: true });
  return run.isEmpty ? [] : run.take().content;
}

/** Two or more marked lines in a row are a list; one alone is a line that begins with a dash or a number. */
function readList(lines: readonly string[], from: number): { block: Block; end: number } | null {
  const first = Number(NUMBER.exec(lines[from] ?? '')?.[1] ?? NaN);
  const mark = Number.isNaN(first) ? BULLET : NUMBER;
  const items: ListItem[] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const found = mark.exec(line);
    const isNext = found !== null && (found[1] === undefined || Number(found[1]) === first + items.length);
    if (!isNext) break;
    items.push({ content: readLine(line.slice(found[0].length)) });
  }
  if (items.length < 2) return null;
  const base = blockBase(items.map((item) => inlineText(item.content)).join('\n'), ROOT_CONTEXT);
  if (mark === BULLET) return { block: { ...base, type: 'list', kind: 'bulleted', items }, end };
  const start = first === 1 ? {} : { start: first };
  return { block: { ...base, type: 'list', kind: 'numbered', ...start, items }, end };
}
