import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { acceleratorText } from '../../shared/actions/acceleratorText.ts';
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts';
import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { relativeTime } from '../ui/relativeTime.ts';
import { fuzzyScore } from './fuzzyMatch.ts';
import { useWorkspace } from './WorkspaceContext.tsx';
import './palette.css';

interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onAction: (action: ActionId) => void;
  readonly onStory: (id: StoryId) => void;
}

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly group: 'Actions' | 'Stories';
  readonly run: () => void;
}

const MAX_STORIES = 8;

/** The palette itself; and pasting, for which only a key or the system's menu may read the clipboard. */
const LEFT_OUT: ReadonlySet<ActionId> = new Set(['view.palette', 'edit.pastePlain']);

/** Everything by name: actions and stories in one list, found by a few letters. */
export function CommandPalette({ onClose, onAction, onStory }: CommandPaletteProps) {
  const { isMac } = useWorkspace();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const stories = useStories(query);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const choices = useMemo<readonly Choice[]>(() => {
    const actions = ACTIONS.flatMap((action) => {
      const score = LEFT_OUT.has(action.id) ? null : fuzzyScore(query, `${action.label} ${action.menu}`);
      if (score === null) return [];
      const hint = action.accelerator === null ? action.menu : acceleratorText(action.accelerator, isMac);
      return [
        {
          score,
          choice: {
            key: action.id,
            label: action.label.replace('…', ''),
            hint,
            group: 'Actions',
            run: () => onAction(action.id),
          } satisfies Choice,
        },
      ];
    });
    if (query.trim() !== '') actions.sort((one, other) => other.score - one.score);
    const now = Date.now();
    const found = stories.map<Choice>((story) => ({
      key: story.id,
      label: story.headline.trim() || story.slug.trim() || 'Untitled',
      hint: relativeTime(story.updatedAt, now),
      group: 'Stories',
      run: () => onStory(story.id),
    }));
    return [...actions.map(({ choice }) => choice), ...found];
  }, [query, stories, isMac, onAction, onStory]);

  const current = Math.min(at, choices.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, choices]);

  function choose(choice: Choice | undefined): void {
    if (!choice) return;
    onClose();
    // After the dialog has given the keyboard back, so that the action finds it on the page.
    setTimeout(choice.run);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(current + 1 >= choices.length ? 0 : current + 1);
    else if (event.key === 'ArrowUp') setAt(current <= 0 ? choices.length - 1 : current - 1);
    else if (event.key === 'Enter') choose(choices[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        <Dialog.Popup className="dialog palette" aria-label="Command palette">
          <input
            // At once and not a frame later: the next key belongs here.
            ref={focusNow}
            className="palette-input"
            type="text"
            role="combobox"
            aria-label="Find an action or a story"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={choices[current] ? `${id}-${current}` : undefined}
            placeholder="Find an action or a story"
            dir="auto"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div className="palette-list scrolls" id={`${id}-list`} role="listbox" aria-label="Found" ref={list}>
            {choices.map((choice, index) => (
              <div
                key={choice.key}
                id={`${id}-${index}`}
                className="palette-choice"
                role="option"
                aria-selected={index === current}
                data-first-story={(choice.group === 'Stories' && choices[index - 1]?.group !== 'Stories') || undefined}
                onPointerMove={() => setAt(index)}
                onClick={() => choose(choice)}
              >
                <span dir="auto" data-group={choice.group}>
                  {choice.label}
                </span>
                <kbd className="keys">{choice.hint}</kbd>
              </div>
            ))}
            {choices.length === 0 && <p className="palette-none">Nothing found</p>}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function focusNow(input: HTMLInputElement | null): void {
  input?.focus();
}

/** Stories for what was typed: the recent ones for nothing. The newest answer wins. */
function useStories(query: string): readonly StorySummary[] {
  const { library } = useWorkspace().bridge;
  const [stories, setStories] = useState<readonly StorySummary[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const typed = query.trim();
    const asked =
      typed === ''
        ? library.request('stories.recent', { limit: MAX_STORIES })
        : library
            .request('stories.list', { query: typed, status: null, trashed: false, offset: 0, limit: MAX_STORIES })
            .then((answer) => (answer.ok ? { ok: true as const, value: answer.value.items } : answer));
    void asked.then((answer) => {
      if (isCurrent) setStories(answer.ok ? answer.value : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, query]);
  return stories;
}
