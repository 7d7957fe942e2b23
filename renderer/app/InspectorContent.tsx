import { useEffect, useMemo } from 'react';
import type { HistoryEntry } from '../../shared/ipc/librarySchemas.ts';
import type { BlockId, StoryId } from '../../shared/story/ids.ts';
import { ConflictsSection } from '../conflicts/ConflictsSection.tsx';
import { ExportTab } from '../export/ExportTab.tsx';
import { ChecksTab } from '../checks/ChecksTab.tsx';
import { Inspector, type InspectorPanel } from '../inspector/Inspector.tsx';
import type { FieldsSource } from '../inspector/FieldsSource.ts';
import { StoryTab } from '../inspector/StoryTab.tsx';
import { MediaTab } from '../media/MediaTab.tsx';
import { SentReceipt } from '../outbox/SentReceipt.tsx';
import { CommentsSection } from '../review/CommentsSection.tsx';
import { ReviewTab } from '../revisions/ReviewTab.tsx';
import { SuggestionsSection } from '../review/SuggestionsSection.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSignal } from '../ui/Signal.ts';
import { StoryAssignee, StoryProgress, StoryStatus } from './StoryProgress.tsx';
import { storyChecksOf } from './storyChecksOf.ts';
import { storySuggestionsOf } from './storySuggestionsOf.ts';
import { storyCommentsOf } from './storyCommentsOf.ts';
import { useCommentWriter } from './useCommentWriter.ts';
import type { InspectorTab, Workspace } from './Workspace.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Puts the screens of the right pane together. */
export function InspectorContent() {
  const workspace = useWorkspace();
  const state = useSignal(workspace.desk.state);
  const tab = useSignal(workspace.inspectorTab);
  const storyId = state.kind === 'open' ? state.opened.story.id : null;
  const source = useMemo(() => fieldsSource(workspace), [workspace]);
  useEffect(() => void workspace.readVocabulary(), [workspace, storyId]);
  const reveal = (id: BlockId) => workspace.desk.handle.value?.reveal(id);

  const nothing = () => (
    <EmptyState title="No story on the page">
      <p>Open one from the library to see its details here.</p>
    </EmptyState>
  );
  const panel = (id: InspectorTab, label: string, draw: (id: StoryId) => React.ReactNode) =>
    ({ id, label, draw: storyId === null ? nothing : () => draw(storyId) }) satisfies InspectorPanel<InspectorTab>;
  const panels = [
    panel('story', 'Story', (id) => (
      <StoryTab
        key={sessionOf(workspace)}
        source={source}
        status={<StoryStatus storyId={id} />}
        assignee={<StoryAssignee storyId={id} />}
      />
    )),
    panel('media', 'Media', (id) => (
      <MediaTab
        key={sessionOf(workspace)}
        library={workspace.bridge.library}
        outline={workspace.desk.outline}
        reveal={reveal}
        onAdd={() => workspace.dialog.set({ kind: 'mediaLibrary' })}
        onTake={(block, field, words) => workspace.desk.handle.value?.takePictureWords(block, field, words)}
        onAsk={() => void workspace.originals.askFor(id)}
        onReplace={(block) => workspace.desk.handle.value?.replacePicture(block)}
      />
    )),
    panel('review', 'Review', (id) => <Review key={id} storyId={id} />),
    panel('checks', 'Checks', (id) => <Checks key={id} />),
    panel('export', 'Export', (id) => <Export key={id} storyId={id} />),
  ];

  return <Inspector panels={panels} chosen={tab} onChoose={(id) => workspace.inspectorTab.set(id)} />;
}

function sessionOf(workspace: Workspace): number {
  const state = workspace.desk.state.value;
  return state.kind === 'open' ? state.session : 0;
}

function fieldsSource(workspace: Workspace): FieldsSource {
  const { desk } = workspace;
  return {
    fields: desk.fields,
    setField: (name, value, isStep) => desk.setField(name, value, isStep),
    replaceCode: (words, caret) => workspace.codes.value.replaceAt(words, caret),
    vocabulary: workspace.vocabulary,
    undo: () => void desk.handle.value?.run('edit.undo'),
    redo: () => void desk.handle.value?.run('edit.redo'),
  };
}

function Checks() {
  const workspace = useWorkspace();
  const { name, marks } = useSignal(workspace.settings);
  return (
    <ChecksTab
      checks={storyChecksOf(workspace)}
      library={workspace.bridge.library}
      by={name}
      isMarking={marks}
      onMarking={(isMarking) => void workspace.changeSettings({ marks: isMarking })}
    />
  );
}

function Review({ storyId }: { readonly storyId: StoryId }) {
  const workspace = useWorkspace();
  return (
    <>
      <ConflictsSection
        storyId={storyId}
        library={workspace.bridge.library}
        stamp={useSignal(workspace.historyStamp)}
        onShow={(block) => workspace.desk.handle.value?.reveal(block)}
        onDecide={(conflict, decision) => void workspace.decide(storyId, conflict, decision)}
      />
      <ReviewTab
        storyId={storyId}
        library={workspace.bridge.library}
        stamp={useSignal(workspace.historyStamp)}
        onKeep={() => workspace.dialog.set({ kind: 'keepRevision' })}
        onPreview={(revision) => workspace.dialog.set({ kind: 'revision', revision })}
        onCompare={(before, after) => workspace.dialog.set({ kind: 'compare', before, after })}
        onLooked={() => void workspace.noteLooked()}
        onHandOver={() => workspace.dialog.set({ kind: 'handOver' })}
        comments={
          <>
            <StoryProgress storyId={storyId} />
            <SuggestionsSection
              suggestions={storySuggestionsOf(workspace)}
              onOriginal={() => workspace.dialog.set({ kind: 'original' })}
            />
            <CommentsSection comments={storyCommentsOf(workspace)} writer={useCommentWriter()} />
          </>
        }
      />
    </>
  );
}

function Export({ storyId }: { readonly storyId: StoryId }) {
  const workspace = useWorkspace();
  return (
    <ExportTab
      storyId={storyId}
      library={workspace.bridge.library}
      stamp={useSignal(workspace.historyStamp)}
      onExport={(target) => workspace.dialog.set({ kind: 'export', target })}
      onReveal={(receipt: HistoryEntry) => void workspace.reveal(receipt)}
      onSend={() => workspace.dialog.set({ kind: 'send' })}
      renderSent={(receipt) => <SentReceipt receipt={receipt} onOpen={(url) => workspace.openLink(url)} />}
    />
  );
}
