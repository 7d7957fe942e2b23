import { typeName } from '../../shared/compare/traitText.ts';
import { formatChange } from '../../shared/compare/formatChange.ts';
import { inlineText, blockText } from '../../shared/story/plainText.ts';
import type { Hunk } from '../../shared/suggestions/hunk.ts';
import type { Suggestion } from '../../shared/suggestions/listSuggestions.ts';

/** A suggestion as a person would say it; `before` and `after` are words, where there are any. */
export interface SuggestionWords {
  /** What is done, such as "Replaces" or "Splits the paragraph". */
  readonly deed: string;
  readonly before: string;
  readonly after: string;
}

const FIELDS = { slug: 'slug', headline: 'headline', deck: 'deck', dateline: 'dateline', byline: 'byline' } as const;

/** What a suggestion does to the story. */
export function suggestionWords({ hunk }: Suggestion): SuggestionWords {
  const none = { before: '', after: '' };
  switch (hunk.kind) {
    case 'words': {
      const words = { before: inlineText(hunk.before), after: inlineText(hunk.after) };
      return { deed: `${deedOf(words)}${slotOf(hunk)}`, ...words };
    }
    case 'row':
      return { deed: deedOf(hunk), before: hunk.before, after: hunk.after };
    case 'format':
      return { deed: `Sets: ${formatChange(hunk.before, hunk.after)}`, before: '', after: inlineText(hunk.after) };
    case 'added':
      return { deed: `Inserts a ${typeName(hunk.block.type)}`, before: '', after: blockText(hunk.block) };
    case 'removed':
      return { deed: `Deletes a ${typeName(hunk.block.type)}`, before: blockText(hunk.block), after: '' };
    case 'moved':
      return { deed: `Moves a ${typeName(hunk.block.type)}`, before: '', after: blockText(hunk.block) };
    case 'split':
      return { deed: 'Splits the paragraph', ...none };
    case 'joined':
      return { deed: 'Joins two paragraphs', ...none };
    case 'kind':
    case 'replaced':
      return hunk.before.type === hunk.after.type && hunk.before.type !== 'heading'
        ? { deed: 'Sets it otherwise', ...none }
        : { deed: `Makes it a ${typeName(hunk.after.type)}`, ...none };
    case 'picture':
      return { deed: 'Replaces the picture', before: fileOf(hunk.before), after: fileOf(hunk.after) };
    case 'frame':
      return { deed: 'Shows another part of the picture', ...none };
    case 'gallery':
      return { deed: 'Changes the gallery', ...none };
    case 'field':
      return { deed: `Changes the ${FIELDS[hunk.field]}`, before: hunk.before, after: hunk.after };
  }
}

/** Its name for the screen: who, what, and the words. */
export function suggestionName(suggestion: Suggestion): string {
  const { deed, before, after } = suggestionWords(suggestion);
  const words = [before && `“${short(before)}”`, after && `“${short(after)}”`].filter(Boolean).join(' with ');
  return `Suggestion by ${suggestion.by || 'somebody'}: ${[deed, words].filter(Boolean).join(' ')}`;
}

function deedOf({ before, after }: { readonly before: string; readonly after: string }): string {
  if (before === '') return 'Inserts';
  return after === '' ? 'Deletes' : 'Replaces';
}

function slotOf({ place }: Hunk): string {
  if (place.in === 'field' || place.slot === 'content' || place.slot === 'picture') return '';
  return ` in the ${place.slot === 'alt' ? 'alt text' : place.slot}`;
}

function fileOf(block: { readonly type: string; readonly fileName?: string }): string {
  return block.fileName ?? '';
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
