import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import { LibraryPane, type LibraryActions } from '../library/LibraryPane.tsx';
import { PaneSeparator } from '../ui/PaneSeparator.tsx';
import { useSignal } from '../ui/Signal.ts';
import { DialogHost } from './DialogHost.tsx';
import { DropZone } from './DropZone.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { InspectorPane, useInspectorAtRest } from './InspectorPane.tsx';
import { NoticeList } from './NoticeList.tsx';
import { Page } from './Page.tsx';
import { PageMarksHost } from './PageMarksHost.tsx';
import { PageCommentsHost } from './PageCommentsHost.tsx';
import { clampWidth, fitPanes, INSPECTOR_WIDTH, LIBRARY_WIDTH } from './paneLayout.ts';
import { PaneFailure } from './PaneFailure.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useShellEvents } from './useShellEvents.ts';
import { useWindowWidth } from './useWindowWidth.ts';
import { useWorkspace } from './WorkspaceContext.tsx';
import './shell.css';

/** The window: three panes that fold, the line at the foot, and what lies over them. Still while somebody types. */
export function Shell() {
  const workspace = useWorkspace();
  const { panes, appearance } = useSignal(workspace.settings);
  const isFocused = useSignal(workspace.focused);
  const last = useSignal(workspace.lastPane);
  const width = useWindowWidth();
  const shell = useRef<HTMLDivElement>(null);
  const { library, inspector } = fitPanes(width, panes, last, isFocused);

  useShellEvents();
  useInspectorAtRest();
  useLayoutEffect(() => {
    document.documentElement.dataset['appearance'] = appearance;
  }, [appearance]);
  useLayoutEffect(() => workspace.shownPanes.set({ library, inspector }), [workspace, library, inspector]);

  const moveEdge = (edge: string, size: number) => shell.current?.style.setProperty(edge, `${size}px`);
  const style = {
    '--library-width': `${panes.libraryWidth}px`,
    '--inspector-width': `${panes.inspectorWidth}px`,
  } as CSSProperties;

  return (
    <div className="shell" ref={shell} style={style} data-focused={isFocused || undefined}>
      <LibraryBanner />
      <div className="panes">
        {library && (
          <>
            <div className="pane library-pane">
              <ErrorBoundary renderInstead={(_, again) => <PaneFailure what="The library" again={again} />}>
                <LibrarySlot />
              </ErrorBoundary>
            </div>
            <PaneSeparator
              label="Width of the library"
              pane="left"
              width={panes.libraryWidth}
              {...LIBRARY_WIDTH}
              onMove={(size) => moveEdge('--library-width', size)}
              onRest={(size) => void workspace.changePanes({ libraryWidth: clampWidth(size, LIBRARY_WIDTH) })}
              onFold={() => workspace.togglePane('library')}
            />
          </>
        )}
        <div className="page-column">
          <Page />
          <ErrorBoundary renderInstead={() => null}>
            <PageMarksHost />
          </ErrorBoundary>
          <ErrorBoundary renderInstead={() => null}>
            <PageCommentsHost />
          </ErrorBoundary>
          <NoticeList />
        </div>
        {inspector && (
          <>
            <PaneSeparator
              label="Width of the inspector"
              pane="right"
              width={panes.inspectorWidth}
              {...INSPECTOR_WIDTH}
              onMove={(size) => moveEdge('--inspector-width', size)}
              onRest={(size) => void workspace.changePanes({ inspectorWidth: clampWidth(size, INSPECTOR_WIDTH) })}
              onFold={() => workspace.togglePane('inspector')}
            />
            <div className="pane inspector-pane">
              <ErrorBoundary renderInstead={(_, again) => <PaneFailure what="The inspector" again={again} />}>
                <InspectorPane />
              </ErrorBoundary>
            </div>
          </>
        )}
      </div>
      <StatusBar />
      <DropZone />
      <ErrorBoundary
        onError={() => workspace.notices.show('The dialog stopped working and was closed.', 'error')}
        renderInstead={(_, again) => <ClosedDialog again={again} />}
      >
        <DialogHost />
      </ErrorBoundary>
    </div>
  );
}

/** A dialog that failed is gone; the next one opens as usual. */
function ClosedDialog({ again }: { readonly again: () => void }) {
  const workspace = useWorkspace();
  useEffect(() => {
    workspace.dialog.set(null);
    again();
  }, [workspace, again]);
  return null;
}

function LibrarySlot() {
  const workspace = useWorkspace();
  // Drawn again when another story comes to the page, for the mark on its row.
  useSignal(workspace.desk.state);
  const opening = useSignal(workspace.desk.opening);
  const searchAsked = useSignal(workspace.searchAsked);
  const actions = useMemo<LibraryActions>(
    () => ({
      open: (id) => void workspace.open(id),
      create: (template) => void workspace.create(template),
      importDocuments: () => void workspace.arrivals.choose(),
      duplicate: (id) => void workspace.duplicate(id),
      trash: (id) => void workspace.trash(id),
      untrash: (id) => void workspace.untrash(id),
      emptyTrash: (count) => workspace.dialog.set({ kind: 'emptyTrash', count }),
    }),
    [workspace],
  );
  return (
    <LibraryPane
      rows={workspace.rows}
      openId={workspace.desk.openId}
      openingId={opening}
      actions={actions}
      searchAsked={searchAsked}
    />
  );
}

/** While the library process is away: what happened, and that nothing is lost. */
function LibraryBanner() {
  const state = useSignal(useWorkspace().library);
  if (state.up) return null;
  return (
    <p className="banner" data-kind="error" role="alert">
      {state.message || 'The library is not answering. What you type stays on the page and is saved when it is back.'}
    </p>
  );
}
