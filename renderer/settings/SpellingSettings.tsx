import { useState } from 'react';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { isOwnWord } from '../../shared/spelling/ownWord.ts';
import { Field } from '../ui/Field.tsx';

interface SpellingSettingsProps {
  readonly settings: Pick<Settings, 'spelling' | 'grammar' | 'dictionary'>;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Whether spelling and grammar are read while somebody writes, in which languages they can be, and the words they added. */
export function SpellingSettings({ settings: { spelling, grammar, dictionary }, onChange }: SpellingSettingsProps) {
  /** As it is typed; null once it is kept and nobody is at it. */
  const [draft, setDraft] = useState<string | null>(null);
  const refused = linesOf(draft ?? '').find((line) => !isOwnWord(line));

  const type = (text: string) => {
    setDraft(text);
    const words = linesOf(text);
    if (words.every(isOwnWord)) onChange({ dictionary: [...new Set(words)] });
  };

  return (
    <fieldset>
      <legend>Spelling and grammar</legend>
      <label className="settings-check">
        <input type="checkbox" checked={spelling} onChange={(event) => onChange({ spelling: event.target.checked })} />
        Check spelling while writing
      </label>
      <p className="field-hint">
        There are dictionaries for English (American, British, Canadian, Australian, by the story’s language), French,
        Hebrew, Arabic and Persian. There is none yet for Urdu or Pashto: their words are not checked. Nothing is ever
        fetched.
      </p>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={grammar}
          aria-describedby="grammar-cost"
          onChange={(event) => onChange({ grammar: event.target.checked })}
        />
        Check grammar while writing
      </label>
      <p className="field-hint" id="grammar-cost">
        English only, offline. The engine takes about 300 MB of memory, and gives them back two minutes after the last
        change.
      </p>
      <Field
        label="My dictionary"
        hint={
          refused !== undefined
            ? `“${refused}” is not one word. The list is kept once every line is.`
            : 'Words that are right as they are, one a line. The house’s own lie in dictionary.txt in the library folder.'
        }
      >
        {(id, hintId) => (
          <textarea
            id={id}
            aria-describedby={hintId}
            aria-invalid={refused !== undefined || undefined}
            className="input settings-words"
            dir="auto"
            rows={4}
            value={draft ?? dictionary.join('\n')}
            onChange={(event) => type(event.target.value)}
            onBlur={() => refused === undefined && setDraft(null)}
          />
        )}
      </Field>
    </fieldset>
  );
}

/** The lines that say something. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}
