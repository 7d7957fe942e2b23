import { X } from 'lucide-react';
import { useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource } from './FieldsSource.ts';

interface TermsFieldProps {
  readonly label: string;
  readonly name: 'categories' | 'keywords';
  readonly source: FieldsSource;
}

const NONE: readonly string[] = [];

/** Terms of one kind: typed, ended by Enter or a comma (Latin or Arabic), taken away one by one. */
export function TermsField({ label, name, source }: TermsFieldProps) {
  const terms = useSignalPart(source.fields, (fields) => fields?.[name] ?? NONE);
  const [typed, setTyped] = useState('');

  function add(text: string): void {
    const added = text.split(/[,،;؛\n]/u).flatMap((term) => (term.trim() ? [term.trim().slice(0, 500)] : []));
    setTyped('');
    const next = [...new Set([...terms, ...added])].slice(0, 500);
    if (next.length !== terms.length) source.setField(name, next);
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
            value={typed}
            onChange={(event) => {
              if (/[,،;؛]/u.test(event.target.value)) add(event.target.value);
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
        </div>
      )}
    </Field>
  );
}
