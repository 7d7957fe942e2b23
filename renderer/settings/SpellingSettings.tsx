import { useState } from 'react';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { isOwnWord } from '../../shared/spelling/ownWord.ts';
import { Field } from '../ui/Field.tsx';

interface SpellingSettingsProps {
  readonly settings: Pick<Settings, 'spelling' | 'dictionary'>;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Whether spelling is read while somebody writes, in which languages it can be, and the words they added. */
export function SpellingSettings({ settings: { spelling, dictionary }, onChange }: SpellingSettingsProps) {
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
      <legend>Spelling</legend>
      <label className="settings-check">
        <input type="checkbox" checked={spelling} onChange={(event) => onChange({ spelling: event.target.checked })} />
        Check spelling while writing
      </label>
      <p className="field-hint">
        There are dictionaries for English (American, British, Canadian, Australian, by the story’s language), French,
        Hebrew and Arabic. There is none yet for Urdu, Persian or Pashto: their words are not checked. Nothing is ever
        fetched.
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
