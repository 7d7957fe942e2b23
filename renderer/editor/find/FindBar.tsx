import type { LexicalEditor } from 'lexical';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/Signal.ts';
import { isMac } from '../toolbar/isMac.ts';
import type { FindState } from './FindSession.ts';
import { MarkedLetter } from './MarkedLetter.tsx';
import { PageFind, type OpenFind } from './PageFind.ts';
import type { SearchOptions } from './searchText.ts';
import './find.css';

/** Find and replace over a story's page: nothing until it is asked for, then a bar above the sheet. */
export function FindBar({ editor }: { readonly editor: LexicalEditor }) {
  const [find] = useState(() => new PageFind(editor));
  const open = useSignal(find.open);
  useEffect(() => find.listen(), [find]);
  return open && <OpenBar find={find} open={open} />;
}

const TOGGLES = [
  { option: 'matchCase', icon: CaseSensitive, label: 'Match case', tip: 'Match case: Reuters is not reuters' },
  { option: 'wholeWord', icon: WholeWord, label: 'Whole word', tip: 'Whole word: not inside a longer one' },
  {
    option: 'ignoreMarks',
    icon: MarkedLetter,
    label: 'Ignore marks',
    tip: 'Ignore marks: accents, harakat, niqqud and the shape of quotation marks do not count',
  },
] as const satisfies readonly { readonly option: keyof SearchOptions; readonly [more: string]: unknown }[];

/** Which hit of how many, or what "Replace all" did. */
function countWords({ query, count, index, replaced }: FindState): string {
  if (replaced !== null) return replaced === 0 ? 'Nothing to replace' : `${replaced} replaced`;
  if (query === '' || count === null) return '';
  return index === null ? 'No matches' : `${index + 1} of ${count}`;
}

function OpenBar({ find, open }: { readonly find: PageFind; readonly open: OpenFind }) {
  const { session, box, asked } = open;
  const state = useSignal(session.state);
  const bar = useRef<HTMLDivElement>(null);
  const query = useRef<HTMLInputElement>(null);
  const replacement = useRef<HTMLInputElement>(null);
  const isWithout = state.index === null;
  const replaceAllKeys = isMac ? '⌘↩' : 'Ctrl+Enter';

  useLayoutEffect(() => {
    const element = bar.current;
    const scroller = element?.parentElement?.querySelector('.page-scroll');
    find.attach(element);
    // The page gives way to the bar, what is read on it stays where it is.
    const height = element?.offsetHeight ?? 0;
    if (scroller) scroller.scrollTop += height;
    session.reveal();
    return () => {
      if (scroller) scroller.scrollTop -= height;
      find.attach(null);
    };
  }, [find, session]);

  useLayoutEffect(() => {
    const input = box === 'query' ? query.current : replacement.current;
    input?.focus();
    input?.select();
  }, [box, asked]);

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and Escape belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') find.close();
    else if (event.key !== 'Enter' || event.altKey) return;
    else if (event.target === query.current) session.step(event.shiftKey ? -1 : 1);
    else if (event.target !== replacement.current) return;
    else if (event.ctrlKey || event.metaKey) find.replaceAll();
    else find.replace();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={bar} className="find-bar" role="search" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className="find-grid">
        <div className="input find-query">
          <input
            ref={query}
            type="text"
            dir="auto"
            aria-label="Find"
            placeholder="Find"
            spellCheck={false}
            autoComplete="off"
            value={state.query}
            onChange={(event) => {
              find.typed();
              session.change({ query: event.target.value });
            }}
          />
          <output
            className="find-count"
            aria-live="polite"
            data-none={state.query !== '' && isWithout ? '' : undefined}
          >
            {countWords(state)}
          </output>
        </div>
        <div className="find-toggles" role="group" aria-label="How to compare">
          {TOGGLES.map(({ option, icon, label, tip }) => (
            <IconButton
              key={option}
              icon={icon}
              label={label}
              title={tip}
              aria-pressed={state.options[option]}
              onClick={() => session.change({ options: { ...state.options, [option]: !state.options[option] } })}
            />
          ))}
        </div>
        <div className="find-steps">
          <IconButton
            icon={ChevronUp}
            label="Previous match"
            keys="Shift+F3"
            aria-disabled={isWithout}
            onClick={() => session.step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next match"
            keys="F3"
            aria-disabled={isWithout}
            onClick={() => session.step(1)}
          />
        </div>
        <input
          ref={replacement}
          className="input find-replacement"
          type="text"
          dir="auto"
          aria-label="Replace with"
          placeholder="Replace with"
          spellCheck={false}
          autoComplete="off"
          value={state.replacement}
          onChange={(event) => {
            find.typed();
            session.change({ replacement: event.target.value });
          }}
        />
        <div className="find-replace">
          <Button look="quiet" title="Enter" aria-disabled={isWithout} onClick={() => find.replace()}>
            Replace
          </Button>
          <Button look="quiet" title={replaceAllKeys} aria-disabled={isWithout} onClick={() => find.replaceAll()}>
            Replace all
          </Button>
        </div>
        <IconButton icon={X} label="Close" keys="Esc" onClick={() => find.close()} />
      </div>
    </div>
  );
}
