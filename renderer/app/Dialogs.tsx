import { useCallback } from 'react';
import { assertNever } from '../../shared/lang/assertNever.ts';
import { languageChoices } from '../inspector/fieldChoices.ts';
import { CaptionsDialog } from '../captions/CaptionsDialog.tsx';
import { CodesDialog } from '../codes/CodesDialog.tsx';
import { EmptyTrashDialog } from '../library/EmptyTrashDialog.tsx';
import { AskOriginals } from '../handover/AskOriginals.tsx';
import { ImportReport } from '../library/ImportReport.tsx';
import { MediaLibraryDialog } from '../media/MediaLibraryDialog.tsx';
import { OutboxDialog } from '../outbox/OutboxDialog.tsx';
import { CompareDialog } from '../revisions/CompareDialog.tsx';
import { KeepRevisionDialog } from '../revisions/KeepRevisionDialog.tsx';
import { RevisionDialog } from '../revisions/RevisionDialog.tsx';
import { OriginalDialog } from '../revisions/OriginalDialog.tsx';
import { AboutDialog } from '../settings/AboutDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { TargetsSettings } from '../targets/TargetsSettings.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DeskScreen } from './DeskScreen.tsx';
import { ExportScreen } from './ExportScreen.tsx';
import { HandoverScreen } from './HandoverScreen.tsx';
import { RemotesScreen } from './RemotesScreen.tsx';
import { runAction } from './runAction.ts';
import { SendScreen } from './SendScreen.tsx';
import { StepScreen } from './StepScreen.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { newsroomOf } from './Newsroom.ts';
import type { OpenDialog } from './Workspace.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Puts the dialog's screen together with what it needs. */
export function Dialogs({ dialog }: { readonly dialog: OpenDialog }) {
  const workspace = useWorkspace();
  const { bridge, desk } = workspace;
  const close = useCallback(() => workspace.dialog.set(null), [workspace]);
  const askFolderInUse = useCallback(async () => {
    const info = await bridge.ask('app.info', {});
    return info.ok ? info.value.libraryFolder : null;
  }, [bridge]);
  const readNow = useCallback(() => workspace.readNow(), [workspace]);
  const storyId = desk.openId;

  switch (dialog.kind) {
    case 'export':
      return storyId && <ExportScreen storyId={storyId} target={dialog.target} onClose={close} />;
    case 'send':
      return storyId && <SendScreen storyId={storyId} onClose={close} />;
    case 'handOver':
      return storyId && <HandoverScreen storyId={storyId} onClose={close} />;
    case 'desk':
      return <DeskScreen view={dialog.view} onClose={close} />;
    case 'step':
      return storyId && <StepScreen storyId={storyId} step={dialog.step} onClose={close} />;
    case 'remotes':
      return <RemotesScreen onClose={close} />;
    case 'outbox':
      return (
        <OutboxDialog
          outbox={workspace.outbox}
          onUnlock={(job) => void workspace.askSecret(job.targetId)}
          onOpen={(url) => workspace.openLink(url)}
          onClose={close}
        />
      );
    case 'settings':
      return (
        <SettingsDialog
          section={dialog.section}
          onSection={(section) => workspace.dialog.set({ kind: 'settings', section })}
          targets={<TargetsSettings bridge={bridge} onOpen={(url) => workspace.openLink(url)} />}
          settings={workspace.settings}
          role={newsroomOf(workspace).role}
          onRole={(role) => void newsroomOf(workspace).changeRole(role)}
          languages={languageChoices(workspace.settings.value.language)}
          askFolderInUse={askFolderInUse}
          onChange={(change) => void workspace.changeSettings(change)}
          onChooseFolder={() => void workspace.chooseLibraryFolder()}
          onClose={close}
        />
      );
    case 'about':
      return <AboutDialog bridge={bridge} onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'palette':
      return (
        <CommandPalette
          onClose={close}
          onAction={(action) => void runAction(workspace, action)}
          onStory={(id) => void workspace.open(id)}
        />
      );
    case 'original': {
      const story = desk.handle.value?.readStory();
      return story && <OriginalDialog story={story} onClose={close} />;
    }
    case 'keepRevision':
      return (
        <KeepRevisionDialog
          onClose={close}
          onKeep={(name) => {
            close();
            void workspace.keepRevision(name);
          }}
        />
      );
    case 'revision':
      return (
        <RevisionDialog
          revision={dialog.revision}
          library={bridge.library}
          onClose={close}
          onRestore={(revision) => {
            close();
            void workspace.restore(revision);
          }}
          onCompare={({ id }) => workspace.dialog.set({ kind: 'compare', before: id, after: 'now' })}
        />
      );
    case 'compare':
      return (
        storyId && (
          <CompareDialog
            storyId={storyId}
            library={bridge.library}
            before={dialog.before}
            after={dialog.after}
            readNow={readNow}
            onBringBack={(revision, passage) => workspace.bringBack(revision, passage)}
            onClose={close}
          />
        )
      );
    case 'mediaLibrary':
      return (
        <MediaLibraryDialog
          library={bridge.library}
          onClose={close}
          onChoose={(asset) => {
            close();
            desk.handle.value?.insertAsset(asset);
          }}
        />
      );
    case 'captions':
      return (
        <CaptionsDialog
          library={bridge.library}
          onClose={close}
          onChoose={(chosen) => {
            close();
            if (desk.handle.value?.putCaption(chosen) === false)
              workspace.notices.show('Put the caret into a picture first: the caption goes there.');
          }}
        />
      );
    case 'codes':
      return (
        <CodesDialog
          library={bridge.library}
          onInsert={(text) => {
            close();
            workspace.desk.handle.value?.insertCode(text);
          }}
          onReveal={() => void workspace.revealCodes()}
          onClose={() => {
            close();
            void workspace.readCodes();
          }}
        />
      );
    case 'askOriginals':
      return (
        <AskOriginals
          names={dialog.names}
          onClose={close}
          onSave={(sealFor) => {
            void workspace.originals.saveRequest(dialog.storyId, sealFor).then((isWritten) => {
              if (isWritten) close();
            });
          }}
        />
      );
    case 'emptyTrash':
      return (
        <EmptyTrashDialog
          count={dialog.count}
          onClose={close}
          onEmpty={() => {
            close();
            void workspace.emptyTrash();
          }}
        />
      );
    case 'imports':
      return (
        <ImportReport
          outcomes={dialog.outcomes}
          onClose={close}
          onAccept={(fingerprint) => {
            close();
            void workspace.arrivals.acceptKey(fingerprint, dialog.outcomes);
          }}
          onSend={(ref, sealFor) => {
            void workspace.originals.send(ref, sealFor).then((isWritten) => {
              if (isWritten) close();
            });
          }}
          onUnmerge={(id) => {
            close();
            void workspace.unmerge(id);
          }}
          onRemove={(id, furniture) => workspace.removeFurniture(id, furniture)}
        />
      );
    default:
      return assertNever(dialog, 'dialog');
  }
}
