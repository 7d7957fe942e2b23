import { z } from 'zod';
import { spellingLanguageOf, type SpellingLanguage } from '../spelling/spellingLanguages.ts';

/** The Englishes grammar is read in; there is no engine of any other language that works without a network. */
export const GRAMMAR_DIALECTS = ['american', 'british', 'canadian', 'australian', 'indian'] as const;
export const grammarDialectSchema = z.enum(GRAMMAR_DIALECTS);
export type GrammarDialect = z.infer<typeof grammarDialectSchema>;

/** Something the engine takes for a slip of grammar. */
export const grammarNoteSchema = z.strictObject({
  /** UTF-16 offsets into the text. */
  start: z.int().min(0),
  end: z.int().min(0),
  /** One sentence, the engine’s own. */
  message: z.string(),
  /** What may go there instead; null where the engine knows several ways, or none. */
  replacement: z.string().nullable(),
});
export type GrammarNote = z.infer<typeof grammarNoteSchema>;

/** Texts of one English, each read by itself. */
export interface GrammarQuery {
  readonly dialect: GrammarDialect;
  readonly texts: readonly string[];
}

/** Reads English for grammar, offline. The same text gets the same answer for ever. */
export interface Grammarian {
  /** What there is to say of each of the texts, in their order. Throws StetError `noGrammar`. */
  read(query: GrammarQuery): Promise<readonly (readonly GrammarNote[])[]>;
}

/** Which English each of the dictionaries’ is. */
const DIALECT_OF: Readonly<Partial<Record<SpellingLanguage, GrammarDialect>>> = {
  'en-US': 'american',
  'en-GB': 'british',
  'en-CA': 'canadian',
  'en-AU': 'australian',
};

/** The English a text tagged so (BCP 47) is read in; null for another language. */
export function grammarDialectOf(tag: string): GrammarDialect | null {
  if (/^en-IN\b/i.test(tag)) return 'indian';
  const language = spellingLanguageOf(tag);
  return (language && DIALECT_OF[language]) ?? null;
}
