import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { topicLanguage } from '../../shared/topics/topicLanguage.ts';
import { readTopicTerm, writeTopicTerm } from '../../shared/topics/topicTerm.ts';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource, KnownTerm } from './FieldsSource.ts';
import { TermChoices } from './TermChoices.tsx';
import { houseChoices, loadTopics, topicChoices, type TermChoice } from './termChoices.ts';

interface TermsFieldProps {
  readonly label: string;
  readonly name: 'categories' | 'topics' | 'keywords';
  readonly source: FieldsSource;
}

const NONE: readonly string[] = [];
const NO_TERMS: readonly KnownTerm[] = [];
const NO_CHOICES: readonly TermChoice[] = [];

/**
 * Terms of one kind: typed, ended by Enter or a comma (Latin or Arabic), taken away one by one. Where there is a list to
 * choose from (the house's, and the IPTC's for topics), what fits is offered underneath, in any of its languages.
 */
export function TermsField({ label, name, source }: TermsFieldProps) {
  const terms = useSignalPart(source.fields, (fields) => fields?.[name] ?? NONE);
  const language = useSignalPart(source.fields, (fields) => topicLanguage(fields?.language ?? 'en'));
  const vocabulary = useSignalPart(source.vocabulary, (known) => (name === 'keywords' ? NO_TERMS : known[name]));
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(-1);
  const [topics, setTopics] = useState<Awaited<ReturnType<typeof loadTopics>> | null>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const listId = useId();
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const offered = isOpen
    ? [...houseChoices(typed, vocabulary), ...(topics ? topicChoices(topics, typed, language) : [])]
    : NO_CHOICES;
  const choices = offered.filter(({ term }) => !terms.includes(term));
  const hasList = name === 'topics' || vocabulary.length > 0;

  function add(text: string): void {
    keep(text.split(/[,،;؛\n]/u).flatMap((term) => (term.trim() ? [knownTerm(term.trim()).slice(0, 500)] : [])));
  }
  function keep(added: readonly string[]): void {
    show('', false);
    const next = [...new Set([...terms, ...added])].slice(0, 500);
    // A choice is a step of its own, however quickly the next one follows.
    if (next.length !== terms.length) source.setField(name, next, true);
  }
  function show(text: string, open: boolean): void {
    setTyped(text);
    setOpen(open && hasList);
    setCurrent(-1);
  }
  /** What the house or the IPTC calls a term, whatever it was called by. */
  function knownTerm(term: string): string {
    const wanted = term.toLowerCase();
    const known = vocabulary.find((one) => [one.name, ...one.also].some((word) => word.toLowerCase() === wanted));
    if (known) return known.name;
    const topic = topics?.findMediaTopic(term, language);
    return topic ? writeTopicTerm(topic.code, topic.labels[language]) : term;
  }
  function remove(term: string): void {
    source.setField(
      name,
      terms.filter((other) => other !== term),
      true,
    );
  }
  function readTopics(): void {
    if (name !== 'topics' || topics) return;
    void loadTopics().then((loaded) => {
      // A module is no state that React may call.
      if (isThere.current) setTopics(() => loaded);
    });
  }
  function move(event: KeyboardEvent, way: 1 | -1): void {
    event.preventDefault();
    if (!isOpen) show(typed, true);
    else if (choices.length > 0)
      setCurrent(current < 0 ? (way > 0 ? 0 : choices.length - 1) : (current + way + choices.length) % choices.length);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const last = terms.at(-1);
    const pointed = isOpen ? choices[current] : undefined;
    if (event.key === 'Enter' && (pointed || typed.trim() !== '')) {
      event.preventDefault();
      if (pointed) keep([pointed.term]);
      else add(typed);
    } else if (hasList && event.key === 'ArrowDown') move(event, 1);
    else if (hasList && event.key === 'ArrowUp') move(event, -1);
    else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      show(typed, false);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
  }

  const isListed = isOpen && choices.length > 0;
  return (
    <Field label={label}>
      {(id) => (
        <div className="terms" ref={setBox}>
          {terms.map((term) => {
            const { code, label: words } = name === 'topics' ? readTopicTerm(term) : { code: null, label: term };
            return (
              <span className="term" key={term} dir="auto" title={code ?? undefined}>
                {words}
                <button
                  type="button"
                  className="term-remove"
                  aria-label={`Remove ${words}`}
                  onClick={() => remove(term)}
                >
                  <X size={12} strokeWidth={2} aria-hidden />
                </button>
              </span>
            );
          })}
          <input
            id={id}
            type="text"
            dir="auto"
            maxLength={500}
            autoComplete="off"
            {...(hasList && {
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': isListed,
              'aria-controls': isListed ? listId : undefined,
              'aria-activedescendant': isListed && current >= 0 ? `${listId}-${current}` : undefined,
            })}
            value={typed}
            onFocus={readTopics}
            onChange={(event) => {
              const { selectionStart } = event.target;
              const value = source.replaceCode(event.target.value, selectionStart)?.words ?? event.target.value;
              if (/[,،;؛]/u.test(value)) add(value);
              else show(value, value.trim() !== '');
            }}
            onBlur={() => add(typed)}
            onKeyDown={onKeyDown}
          />
          {isListed && box && (
            <TermChoices
              id={listId}
              label={`${label} on offer`}
              choices={choices}
              current={current}
              anchor={box}
              onChoose={({ term }) => keep([term])}
              onClose={() => show(typed, false)}
            />
          )}
        </div>
      )}
    </Field>
  );
}
