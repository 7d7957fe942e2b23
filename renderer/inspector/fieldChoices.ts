import type { StoryFields } from '../../shared/story/fields.ts';

/** The languages a story can be set to by name; others (from an import) stay as they are. */
const LANGUAGES: readonly string[] = [
  'en',
  'ar',
  'ur',
  'he',
  'ps',
  'fa',
  'pa',
  'ckb',
  'ku',
  'tr',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'ru',
  'uk',
];

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

/** What a language is called in English: `ur` is "Urdu". An unknown or broken code stands for itself. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export const DIRECTION_LABELS: Readonly<Record<StoryFields['direction'], string>> = {
  auto: 'By the text',
  ltr: 'Left to right',
  rtl: 'Right to left',
};

/** The languages to choose from, with `current` among them whatever it is. */
export function languageChoices(current: string): (readonly [code: string, name: string])[] {
  const codes = LANGUAGES.includes(current) || current === '' ? LANGUAGES : [current, ...LANGUAGES];
  return codes.map((code) => [code, languageName(code)]);
}
