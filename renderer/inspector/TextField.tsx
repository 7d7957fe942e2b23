import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import { useDraft } from '../ui/useDraft.ts';
import type { FieldsSource } from './FieldsSource.ts';

interface TextFieldProps {
  readonly label: string;
  readonly name: 'slug' | 'desk' | 'editorsNote';
  readonly source: FieldsSource;
  readonly isLong?: boolean;
  readonly spellCheck?: boolean;
}

/** A line (or some) of text of the story. */
export function TextField({ label, name, source, isLong = false, spellCheck }: TextFieldProps) {
  const value = useSignalPart(source.fields, (fields) => fields?.[name] ?? '');
  const [text, setText] = useDraft(value, (typed, isStep) => source.setField(name, typed, isStep));
  function change(input: HTMLInputElement | HTMLTextAreaElement): void {
    const { value: words, selectionStart } = input;
    setText(words);
    const replaced = source.replaceCode(words, selectionStart);
    if (!replaced) return;
    setText(replaced.words, true);
    requestAnimationFrame(() => input.setSelectionRange(replaced.caret, replaced.caret));
  }
  return (
    <Field label={label}>
      {(id) =>
        isLong ? (
          <textarea
            id={id}
            className="input"
            dir="auto"
            rows={2}
            maxLength={20_000}
            value={text}
            onChange={(event) => change(event.target)}
          />
        ) : (
          <input
            id={id}
            className="input"
            type="text"
            dir="auto"
            maxLength={500}
            spellCheck={spellCheck}
            value={text}
            onChange={(event) => change(event.target)}
          />
        )
      }
    </Field>
  );
}
