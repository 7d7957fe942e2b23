import type { Rule } from './rule.ts';
import { ABBREVIATION_RULES } from './rules/abbreviations.ts';
import { ARABIC_SCRIPT_RULES } from './rules/arabicScript.ts';
import { CAPITAL_RULES } from './rules/capitals.ts';
import { CODE_RULES } from './rules/codes.ts';
import { DATE_RULES } from './rules/dates.ts';
import { EMBARGO_RULES } from './rules/embargo.ts';
import { FURNITURE_RULES } from './rules/furniture.ts';
import { GRAMMAR_RULES } from './rules/grammar.ts';
import { GROUP_NOUN_RULES } from './rules/groupNouns.ts';
import { HOUSE_STYLE_RULES } from './rules/houseStyleTerms.ts';
import { LINK_RULES } from './rules/links.ts';
import { PAIR_RULES } from './rules/marksInPairs.ts';
import { NAME_RULES } from './rules/names.ts';
import { NUMBER_RULES } from './rules/numbers.ts';
import { ONE_STYLE_RULES } from './rules/oneStyle.ts';
import { PICTURE_RULES } from './rules/pictures.ts';
import { PLANNED_DAY_RULES } from './rules/plannedDay.ts';
import { PLACEHOLDER_RULES } from './rules/placeholders.ts';
import { PULL_QUOTE_RULES } from './rules/pullQuotes.ts';
import { QUOTE_SPEAKER_RULES } from './rules/quoteSpeaker.ts';
import { SPELLING_RULES } from './rules/spelling.ts';
import { SPELLING_VARIANT_RULES } from './rules/spellingVariants.ts';
import { STRAIGHT_MARK_RULES } from './rules/straightMarks.ts';
import { SUGGESTION_RULES } from './rules/suggestions.ts';
import { TIME_WORD_RULES } from './rules/timeWords.ts';
import { TYPOGRAPHY_RULES } from './rules/typography.ts';
import { WORD_RULES } from './rules/words.ts';

/** Every rule Stet knows, in the order a desk reads: what is missing, what contradicts itself, how it is set. */
export const RULES: readonly Rule[] = [
  ...FURNITURE_RULES,
  ...EMBARGO_RULES,
  ...SUGGESTION_RULES,
  ...PICTURE_RULES,
  ...PULL_QUOTE_RULES,
  ...PLACEHOLDER_RULES,
  ...CODE_RULES,
  ...NUMBER_RULES,
  ...NAME_RULES,
  ...ABBREVIATION_RULES,
  ...GROUP_NOUN_RULES,
  ...DATE_RULES,
  ...TIME_WORD_RULES,
  ...PLANNED_DAY_RULES,
  ...QUOTE_SPEAKER_RULES,
  ...PAIR_RULES,
  ...HOUSE_STYLE_RULES,
  ...SPELLING_RULES,
  ...GRAMMAR_RULES,
  ...SPELLING_VARIANT_RULES,
  ...WORD_RULES,
  ...CAPITAL_RULES,
  ...ONE_STYLE_RULES,
  ...STRAIGHT_MARK_RULES,
  ...TYPOGRAPHY_RULES,
  ...ARABIC_SCRIPT_RULES,
  ...LINK_RULES,
];
