import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { completeMention, mentionAt, namesFor, type Mention } from './mentions.ts';

interface NoteFormProps {
  /** What the field is called. */
  readonly label: string;
  /** What the button that sends it is called. */
  readonly action: string;
  readonly text?: string;
  /** What whoever writes calls themselves; asked for where it is empty. */
  readonly by: string;
  /** The names offered after an @. */
  readonly names: readonly string[];
  readonly isFocused?: boolean;
  /** Answers whether it was taken. */
  readonly onSay: (text: string, by: string) => Promise<boolean>;
  /** Without it there is nothing to cancel. */
  readonly onCancel?: () => void;
}

/** Where something is said: a field that grows, names after an @, Ctrl+Enter sends. */
export function NoteForm({ label, action, text: first = '', by, names, isFocused, onSay, onCancel }: NoteFormProps) {
  const [text, setText] = useState(first);
  const [name, setName] = useState('');
  const [isSaying, setSaying] = useState(false);
  const [mention, setMention] = useState<Mention | null>(null);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const offered = mention ? namesFor(mention, names).slice(0, 6) : [];
  const signed = by === '' ? name.trim() : by;
  const isReady = text.trim() !== '' && signed !== '' && !isSaying;

  useEffect(() => {
    if (!isFocused) return;
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(first.length, first.length);
  }, [isFocused, first]);

  function change(element: HTMLTextAreaElement): void {
    setText(element.value);
    setMention(mentionAt(element.value, element.selectionStart));
    setAt(0);
  }

  function take(chosen: string): void {
    if (!mention) return;
    const completed = completeMention(text, mention, chosen);
    setText(completed.text);
    setMention(null);
    requestAnimationFrame(() => {
      input.current?.focus({ preventScroll: true });
      input.current?.setSelectionRange(completed.caret, completed.caret);
    });
  }

  async function say(): Promise<void> {
    if (!isReady) return;
    setSaying(true);
    const isSaid = await onSay(text.trim(), signed);
    setSaying(false);
    if (isSaid) setText('');
  }

  function walkNames(event: KeyboardEvent): boolean {
    const chosen = offered[at];
    if (chosen === undefined) return false;
    if (event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setMention(null);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (walkNames(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void say();
    }
  }

  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <textarea
        ref={input}
        className="input"
        aria-label={label}
        placeholder={label === 'Reply' ? 'Reply, or @ for a name' : 'What is to be said of it'}
        rows={1}
        dir="auto"
        value={text}
        maxLength={20_000}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => change(event.target)}
        onKeyDown={onKeyDown}
        onBlur={() => setMention(null)}
      />
      {offered.length > 0 && (
        <div className="mention-list" id={`${id}-names`} role="listbox" aria-label="Names">
          {offered.map((one, index) => (
            <div
              key={one}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              dir="auto"
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              {one}
            </div>
          ))}
        </div>
      )}
      {by === '' && text.trim() !== '' && (
        <input
          className="input"
          aria-label="Your name"
          placeholder="Your name"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {(text.trim() !== '' || onCancel) && (
        <div className="note-actions">
          <Button type="submit" disabled={!isReady}>
            {action}
          </Button>
          {onCancel && (
            <Button look="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
