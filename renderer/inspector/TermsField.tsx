import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource, KnownTerm } from './FieldsSource.ts';

interface TermsFieldProps {
  readonly label: string;
  readonly name: 'categories' | 'topics' | 'keywords';
  readonly source: FieldsSource;
}

const NONE: readonly string[] = [];
/** How Chromium names the choice of a suggestion. */
const CHOSEN = 'insertReplacementText';
const NO_TERMS: readonly KnownTerm[] = [];

/** Terms of one kind: typed, ended by Enter or a comma (Latin or Arabic), taken away one by one. */
export function TermsField({ label, name, source }: TermsFieldProps) {
  const terms = useSignalPart(source.fields, (fields) => fields?.[name] ?? NONE);
  const vocabulary = useSignalPart(source.vocabulary, (known) => (name === 'keywords' ? NO_TERMS : known[name]));
  const [typed, setTyped] = useState('');
  const listId = useId();

  function add(text: string): void {
    keep(text.split(/[,،;؛\n]/u).flatMap((term) => (term.trim() ? [houseName(term.trim()).slice(0, 500)] : [])));
  }
  function addOne(term: string): void {
    keep([term]);
  }
  function keep(added: readonly string[]): void {
    setTyped('');
    const next = [...new Set([...terms, ...added])].slice(0, 500);
    if (next.length !== terms.length) source.setField(name, next);
  }
  /** What the house calls a term, whatever it was called by. */
  function houseName(term: string): string {
    const wanted = term.toLowerCase();
    const known = vocabulary.find((one) => [one.name, ...one.also].some((word) => word.toLowerCase() === wanted));
    return known?.name ?? term;
  }
  function remove(term: string): void {
    source.setField(
      name,
      terms.filter((other) => other !== term),
    );
  }

  return (
    <Field label={label}>
      {(id) => (
        <div className="terms">
          {terms.map((term) => (
            <span className="term" key={term} dir="auto">
              {term}
              <button type="button" className="term-remove" aria-label={`Remove ${term}`} onClick={() => remove(term)}>
                <X size={12} strokeWidth={2} aria-hidden />
              </button>
            </span>
          ))}
          <input
            id={id}
            type="text"
            dir="auto"
            maxLength={500}
            list={vocabulary.length > 0 ? listId : undefined}
            value={typed}
            onChange={(event) => {
              // A term of the house's list comes whole, commas and all, when it is chosen.
              const isChosen = !('inputType' in event.nativeEvent) || event.nativeEvent.inputType === CHOSEN;
              if (isChosen && vocabulary.some((term) => term.name === event.target.value)) addOne(event.target.value);
              else if (/[,،;؛]/u.test(event.target.value)) add(event.target.value);
              else setTyped(event.target.value);
            }}
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
              const last = terms.at(-1);
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && typed.trim() !== '') {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
            }}
          />
          {vocabulary.length > 0 && (
            <datalist id={listId}>
              {vocabulary.map((term) => (
                <option key={term.name} value={term.name}>
                  {[term.name, ...term.also].join(' · ')}
                </option>
              ))}
            </datalist>
          )}
        </div>
      )}
    </Field>
  );
}
