import { PanelLeft, PanelRight } from 'lucide-react';
import { useMemo } from 'react';
import { acceleratorText } from '../../shared/actions/acceleratorText.ts';
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import type { StoryEditorProps } from '../editor/storyEditorApi.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useSignal, useSignalPart } from '../ui/Signal.ts';
import { BrokenPage } from './BrokenPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { runAction } from './runAction.ts';
import { storyEditor } from './storyEditorChunk.ts';
import type { DeskState } from './StoryDesk.ts';
import { useKeyboardBack } from './useKeyboardBack.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** The middle pane: the story, or what to do when there is none. */
export function Page() {
  const workspace = useWorkspace();
  const state = useSignal(workspace.desk.state);
  const isHeld = useSignal(workspace.desk.held);
  useKeyboardBack(isHeld, workspace.desk.handle);
  return (
    <main className="page" aria-label="Page" inert={isHeld}>
      <PageBar hasStory={state.kind === 'open'} />
      {state.kind === 'open' && <OpenPage state={state} key={state.session} />}
      {state.kind === 'failed' && <FailedPage state={state} />}
      {state.kind === 'empty' && <EmptyPage />}
    </main>
  );
}

function keysOf(id: ActionId, isMac: boolean): string | undefined {
  const accelerator = ACTIONS.find((action) => action.id === id)?.accelerator;
  return accelerator ? acceleratorText(accelerator, isMac) : undefined;
}

/** The bar over the page: the panes' switches, what the desk calls the story, and the ways out. */
function PageBar({ hasStory }: { readonly hasStory: boolean }) {
  const workspace = useWorkspace();
  const { isMac } = workspace;
  const shown = useSignal(workspace.shownPanes);
  const slug = useSignalPart(workspace.desk.fields, (fields) => fields?.slug ?? '');
  const status = useSignalPart(workspace.desk.fields, (fields) => fields?.status ?? null);
  return (
    <header className="page-bar">
      <h1 className="visually-hidden">Stet</h1>
      <IconButton
        icon={PanelLeft}
        label={shown.library ? 'Hide the library' : 'Show the library'}
        keys={keysOf('view.library', isMac)}
        aria-expanded={shown.library}
        onClick={() => runAction(workspace, 'view.library')}
      />
      <p className="page-name" dir="auto">
        {hasStory && slug}
        {status && (
          <span className="status-word" data-status={status}>
            {STATUS_LABELS[status]}
          </span>
        )}
      </p>
      {hasStory && (
        <Button
          look="quiet"
          className="export-button"
          title={keysOf('story.export', isMac)}
          onClick={() => runAction(workspace, 'story.export')}
        >
          Export…
        </Button>
      )}
      {hasStory && (
        <Button
          look="quiet"
          className="export-button"
          title={keysOf('story.send', isMac)}
          onClick={() => runAction(workspace, 'story.send')}
        >
          Send…
        </Button>
      )}
      <IconButton
        icon={PanelRight}
        label={shown.inspector ? 'Hide the inspector' : 'Show the inspector'}
        keys={keysOf('view.inspector', isMac)}
        aria-expanded={shown.inspector}
        onClick={() => runAction(workspace, 'view.inspector')}
      />
    </header>
  );
}

function OpenPage({ state }: { readonly state: Extract<DeskState, { kind: 'open' }> }) {
  const workspace = useWorkspace();
  const { bridge, desk, notices } = workspace;
  const { opened, session } = state;
  const props = useMemo<StoryEditorProps>(
    () => ({
      opened,
      library: bridge.library,
      addPicture: (file, ticket) => bridge.addPicture(file, ticket),
      signature: () => workspace.settings.value.name,
      codeAtEnd: (before) => workspace.codes.value.typedAtEnd(before),
      openLink: (url) => workspace.openLink(url),
      runAction: (action) => void runAction(workspace, action),
      announce: (message, kind, way) => notices.show(message, kind, way),
      ...desk.reportsFor(session),
    }),
    [workspace, bridge, desk, notices, opened, session],
  );
  return (
    <>
      {opened.notice && (
        <p className="banner" data-kind="error" role="alert">
          {opened.notice}
        </p>
      )}
      {opened.trashedAt !== null && (
        <div className="banner">
          <p>This story is in the trash.</p>
          <Button look="link" onClick={() => void workspace.untrash(opened.story.id)}>
            Put it back
          </Button>
        </div>
      )}
      <ErrorBoundary
        onError={() => void desk.flush()}
        renderInstead={(error) => <BrokenPage error={error} opened={opened} />}
      >
        <storyEditor.Draw props={props} fallback={<div className="page-loading" />} />
      </ErrorBoundary>
    </>
  );
}

function FailedPage({ state }: { readonly state: Extract<DeskState, { kind: 'failed' }> }) {
  const workspace = useWorkspace();
  return (
    <div className="page-empty" role="alert">
      <EmptyState title="This story could not be opened">
        <p className="selectable">{state.error.message}</p>
        <p>Nothing was changed: what is stored of it stays as it is.</p>
        <Button onClick={() => void workspace.desk.reopen()}>Try again</Button>
      </EmptyState>
    </div>
  );
}

function EmptyPage() {
  const workspace = useWorkspace();
  const { isMac } = workspace;
  const rows: readonly (readonly [string, ActionId])[] = [
    ['Start a story', 'story.new'],
    ['Open a Word, Markdown, HTML or text file', 'story.open'],
    ['Find a story or an action', 'view.palette'],
  ];
  return (
    <div className="page-empty">
      <EmptyState title="Nothing on the page">
        <ul className="next-steps">
          {rows.map(([label, action]) => (
            <li key={action}>
              <Button look="quiet" onClick={() => runAction(workspace, action)}>
                <span>{label}</span>
                <kbd className="keys">{keysOf(action, isMac)}</kbd>
              </Button>
            </li>
          ))}
        </ul>
        <p>A document can also be dropped anywhere on this window.</p>
      </EmptyState>
    </div>
  );
}
