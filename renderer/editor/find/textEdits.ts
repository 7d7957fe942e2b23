import type { TextStretch } from '../model/textOffsets.ts';

/** A stretch of a text that gave way to `length` other characters. Offsets are of the text before. */
export interface TextEdit extends TextStretch {
  readonly length: number;
}

/**
 * Where an offset lies after edits made in order, none overlapping another. What pointed into replaced words points to
 * the near edge of the new ones: `start` keeps to their beginning, `end` to their end.
 */
export function shiftOffset(offset: number, edits: readonly TextEdit[], side: 'start' | 'end'): number {
  let moved = 0;
  for (const { start, end, length } of edits) {
    if (start >= offset) break;
    if (end > offset) return start + moved + (side === 'start' ? 0 : length);
    moved += length - (end - start);
  }
  return offset + moved;
}

/** A plain text with other words in place of stretches of it, given in order and none overlapping another. */
export function replaceInText(text: string, stretches: readonly TextStretch[], replacement: string): string {
  let replaced = '';
  let at = 0;
  for (const { start, end } of stretches) {
    replaced += text.slice(at, start) + replacement;
    at = end;
  }
  return replaced + text.slice(at);
}
