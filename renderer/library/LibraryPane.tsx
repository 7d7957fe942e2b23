import { ChevronDown, Search, SquarePen, Trash2, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { TEMPLATE_LABELS } from './templateLabels.ts';
import type { StorySummary, Template } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import type { Status } from '../../shared/story/fields.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useSignal } from '../ui/Signal.ts';
import { StoryList } from './StoryList.tsx';
import type { StoryRows } from './StoryRows.ts';
import './library.css';

/** What the library pane asks of the shell. */
export interface LibraryActions {
  readonly open: (id: StoryId) => void;
  readonly create: (template: Template) => void;
  readonly importDocuments: () => void;
  readonly duplicate: (id: StoryId) => void;
  readonly trash: (id: StoryId) => void;
  readonly untrash: (id: StoryId) => void;
  /** Asks first; `count` is how many stories would go. */
  readonly emptyTrash: (count: number) => void;
}

interface LibraryPaneProps {
  readonly rows: StoryRows;
  readonly openId: StoryId | null;
  readonly openingId: StoryId | null;
  readonly actions: LibraryActions;
  /** Gives the search box the keyboard each time it grows. */
  readonly searchAsked: number;
}

interface RowMenu {
  readonly row: StorySummary;
  readonly at: { readonly x: number; readonly y: number };
  readonly from: HTMLElement;
}

const TEMPLATES = Object.keys(TEMPLATE_LABELS) as Template[];
const STATUSES = Object.keys(STATUS_LABELS) as Status[];

/** All stories of this library: search, filter, start, duplicate, throw away, bring back. */
export function LibraryPane({ rows, openId, openingId, actions, searchAsked }: LibraryPaneProps) {
  const view = useSignal(rows.view);
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<Status | null>(null);
  const [isTrash, setIsTrash] = useState(false);
  const [menu, setMenu] = useState<RowMenu | null>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => rows.setFilter({ query, status, trashed: isTrash }), [rows, query, status, isTrash]);
  useEffect(() => {
    if (searchAsked === 0) return;
    search.current?.focus();
    search.current?.select();
  }, [searchAsked]);

  const onOpen = useCallback((row: StorySummary) => actions.open(row.id), [actions]);
  const onMenu = useCallback(
    (row: StorySummary, at: RowMenu['at'], from: HTMLElement) => setMenu({ row, at, from }),
    [],
  );
  const isFiltered = view.filter.query.trim() !== '' || view.filter.status !== null;

  return (
    <nav className="library" aria-label="Library">
      <div className="library-head">
        {isTrash ? (
          <>
            <h2 className="library-name">Trash</h2>
            <Button look="link" onClick={() => setIsTrash(false)}>
              Back to stories
            </Button>
          </>
        ) : (
          <div className="new-story">
            <Button onClick={() => actions.create('blank')}>
              <SquarePen size={15} strokeWidth={1.75} aria-hidden />
              New story
            </Button>
            <MenuButton
              icon={ChevronDown}
              label="Choose a template"
              menu="Templates"
              entries={[
                ...TEMPLATES.map((template) => ({
                  label: TEMPLATE_LABELS[template].label,
                  hint: TEMPLATE_LABELS[template].hint,
                  run: () => actions.create(template),
                })),
                'rule',
                { label: 'Open a document…', hint: 'Word, Markdown, HTML, text', run: actions.importDocuments },
              ]}
            />
          </div>
        )}
      </div>
      <div className="library-find">
        <div className="search">
          <Search size={15} strokeWidth={1.75} aria-hidden />
          <input
            ref={search}
            className="input"
            type="search"
            aria-label="Search stories"
            placeholder="Search stories"
            dir="auto"
            maxLength={500}
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') setQuery('');
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.currentTarget.closest('nav')?.querySelector<HTMLElement>('.row-button[tabindex="0"]')?.focus();
            }}
          />
          {query !== '' && (
            <IconButton
              icon={X}
              size="small"
              label="Clear"
              onClick={() => {
                setQuery('');
                search.current?.focus();
              }}
            />
          )}
        </div>
        <div className="library-facts">
          <span>{view.total === null ? '' : countText(view.total, 'story', 'stories')}</span>
          <select
            className="select quiet-select"
            aria-label="Filter stories"
            value={status ?? ''}
            onChange={(event) => setStatus(STATUSES.find((known) => known === event.target.value) ?? null)}
          >
            <option value="">Any status</option>
            {STATUSES.map((known) => (
              <option key={known} value={known}>
                {STATUS_LABELS[known]}
              </option>
            ))}
          </select>
        </div>
      </div>

      {view.error && (
        <div className="banner" data-kind="error" role="alert">
          <p>{view.error.message}</p>
          <Button look="link" onClick={() => rows.retry()}>
            Try again
          </Button>
        </div>
      )}
      {view.total === 0 ? (
        <EmptyList isTrash={view.filter.trashed} isFiltered={isFiltered} query={view.filter.query} actions={actions} />
      ) : (
        <StoryList
          rows={rows}
          view={view}
          openId={openId}
          openingId={openingId}
          onOpen={onOpen}
          onMenu={onMenu}
          onType={(character) => {
            setQuery(query + character);
            search.current?.focus();
          }}
          onLeaveUp={() => search.current?.focus()}
        />
      )}

      <div className="library-foot">
        {isTrash ? (
          <Button look="link" disabled={!view.total} onClick={() => actions.emptyTrash(view.total ?? 0)}>
            Empty trash…
          </Button>
        ) : (
          <button type="button" className="foot-button" onClick={() => setIsTrash(true)}>
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            Trash
          </button>
        )}
      </div>

      {menu && (
        <Menu
          label="Story"
          at={menu.at}
          entries={menuEntries(menu.row, actions)}
          onClose={() => setMenu(null)}
          returnTo={menu.from}
        />
      )}
    </nav>
  );
}

function menuEntries(row: StorySummary, actions: LibraryActions): MenuEntry[] {
  const open: MenuEntry = { label: 'Open', run: () => actions.open(row.id) };
  if (row.trashedAt !== null) return [open, { label: 'Put back', run: () => actions.untrash(row.id) }];
  return [
    open,
    { label: 'Duplicate', run: () => actions.duplicate(row.id) },
    'rule',
    { label: 'Move to trash', isDanger: true, run: () => actions.trash(row.id) },
  ];
}

interface EmptyListProps {
  readonly isTrash: boolean;
  readonly isFiltered: boolean;
  readonly query: string;
  readonly actions: LibraryActions;
}

function EmptyList({ isTrash, isFiltered, query, actions }: EmptyListProps) {
  if (isFiltered) {
    return (
      <EmptyState title="Nothing found">
        <p>
          {query.trim() === ''
            ? 'No story has this status.'
            : 'Search looks at headlines, slugs, bylines, captions and the words of every story. Accents and vowel marks do not matter.'}
        </p>
      </EmptyState>
    );
  }
  if (isTrash) {
    return (
      <EmptyState title="The trash is empty">
        <p>Stories moved here stay until you empty it, and can be put back.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No stories yet">
      <p>
        Start one, or bring in what you have: a Word, Markdown, HTML or text file can be dropped anywhere on this
        window.
      </p>
      <Button onClick={actions.importDocuments}>Open a document…</Button>
    </EmptyState>
  );
}
