import { Dialect, LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import type { Grammarian, GrammarDialect, GrammarNote, GrammarQuery } from '../../shared/grammar/Grammarian.ts';

const DIALECTS: Readonly<Record<GrammarDialect, Dialect>> = {
  american: Dialect.American,
  british: Dialect.British,
  canadian: Dialect.Canadian,
  australian: Dialect.Australian,
  indian: Dialect.Indian,
};
/** What Harper is asked about; its other kinds are taste, or what Stet’s own rules know more of. */
const KINDS = new Set([
  'Agreement',
  'Grammar',
  'Miscellaneous',
  'WordChoice',
  'Usage',
  'BoundaryError',
  'Malapropism',
  'Eggcorn',
]);
/** Rules of those kinds that are ours already, or wrong of newsroom copy: “some 11 boats” and “a Chinese delegation” are good English. */
const OFF = [
  'SpellCheck',
  'AvoidCurses',
  'RepeatedWords',
  'LongSentences',
  'OxfordComma',
  'SentenceCapitalization',
  'SpelledNumbers',
  'QuantifierNumeralConflict',
  'MassNouns',
];

/** Reads grammar with Harper, here. It takes some seconds to begin and some 300 MB as long as it is kept. */
export class HarperReader implements Grammarian {
  #linter: Promise<LocalLinter> | null = null;
  #dialect: GrammarDialect | null = null;

  async read({ dialect, texts }: GrammarQuery): Promise<readonly (readonly GrammarNote[])[]> {
    const linter = await this.#ready(dialect);
    const read: GrammarNote[][] = [];
    for (const text of texts) read.push(await notesOf(linter, text));
    return read;
  }

  async #ready(dialect: GrammarDialect): Promise<LocalLinter> {
    this.#linter ??= begin(dialect);
    const linter = await this.#linter;
    if (this.#dialect !== null && this.#dialect !== dialect) {
      await linter.setDialect(DIALECTS[dialect]);
      await quiet(linter);
    }
    this.#dialect = dialect;
    return linter;
  }
}

async function begin(dialect: GrammarDialect): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary, dialect: DIALECTS[dialect] });
  await linter.setup();
  await quiet(linter);
  return linter;
}

async function quiet(linter: LocalLinter): Promise<void> {
  const config = await linter.getLintConfig();
  await linter.setLintConfig({ ...config, ...Object.fromEntries(OFF.map((rule) => [rule, false])) });
}

async function notesOf(linter: LocalLinter, text: string): Promise<GrammarNote[]> {
  const notes: GrammarNote[] = [];
  for (const lint of await linter.lint(text, { language: 'plaintext' })) {
    const span = lint.span();
    // In UTF-16, as ours.
    const { start, end } = span;
    const ways = lint.suggestions();
    if (KINDS.has(lint.lint_kind())) {
      const texts = new Set(ways.map((way) => way.get_replacement_text()));
      const [only] = texts;
      // 0: in its place. What is to be taken away or put in behind is left to whoever writes.
      const isReplacing = texts.size === 1 && ways.every((way) => (way.kind() as number) === 0);
      notes.push({ start, end, message: lint.message(), replacement: isReplacing ? (only ?? null) : null });
    }
    for (const way of ways) way.free();
    span.free();
    lint.free();
  }
  return notes.toSorted((one, other) => one.start - other.start);
}
