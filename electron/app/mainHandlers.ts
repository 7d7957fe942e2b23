import { dirname, join } from 'node:path';
import { app, dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import { exportFileName } from '../../shared/export/exportFileName.ts';
import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../shared/lang/result.ts';
import type { MainHandlers } from '../ipc/handleRequests.ts';
import { openExternalLink } from '../security/openExternalLink.ts';
import type { SettingsStore } from '../settings/SettingsStore.ts';
import type { AppMenu } from './AppMenu.ts';
import { exportFilter } from './exportFilter.ts';
import type { FlushHandshake } from './FlushHandshake.ts';
import type { LibraryProcess } from './LibraryProcess.ts';
import type { PageLink } from './PageLink.ts';
import { runtimeSentence } from './runtimeSentence.ts';
import type { TargetSecrets } from './TargetSecrets.ts';
import type { WaitingDocuments } from './WaitingDocuments.ts';

/** What the page's requests are carried out with. */
export interface MainServices {
  readonly window: BrowserWindow;
  readonly page: PageLink;
  readonly settings: SettingsStore;
  readonly library: LibraryProcess;
  readonly secrets: TargetSecrets;
  readonly menu: AppMenu;
  readonly handshake: FlushHandshake;
  readonly documents: WaitingDocuments;
  /** The recent stories may be others now. */
  readonly recentChanged: () => void;
}

const DOCUMENTS = [
  { name: 'Stories and documents', extensions: ['stet', 'docx', 'md', 'markdown', 'html', 'htm', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];
const PLATFORMS: Readonly<Record<string, 'linux' | 'darwin' | 'win32'>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
};

/** The main process's side of the contract: each request a thin call into a service. */
export function mainHandlers(services: MainServices): MainHandlers {
  const { window, page, settings, library, secrets, menu, handshake, documents } = services;
  const { host } = library;
  const chooseFolder = async (title: string, defaultPath: string) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      defaultPath: defaultPath || app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  };
  /** Asks where a file goes and has it written there; null when the user thought better of it. */
  const saveAs = async <Written>(
    title: string,
    name: string,
    target: ExportTarget,
    write: (path: string) => Promise<Written>,
  ): Promise<Written | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(settings.exportFolder || app.getPath('documents'), name),
      filters: [exportFilter(target)],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (canceled || !filePath) return null;
    const written = await write(filePath);
    settings.exportFolder = dirname(filePath);
    return written;
  };
  return {
    'settings.read': () => settings.read(),
    'settings.change': (change) => {
      const changed = settings.change(change);
      nativeTheme.themeSource = changed.appearance;
      library.meet(changed.name);
      page.tell('settings.changed', changed);
      return changed;
    },
    'settings.chooseLibraryFolder': () => chooseFolder('Choose the library’s folder', settings.read().libraryFolder),
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      runtime: runtimeSentence(process.versions.electron),
      sqlite: library.sqlite,
      libraryFolder: library.folder,
      platform: PLATFORMS[process.platform] ?? 'other',
    }),
    'exports.save': async ({ storyId, target, review, override }) => {
      const story = await host.ask('stories.summary', { id: storyId });
      return saveAs('Export story', exportFileName(story, target), target, (path) =>
        host.ask('exports.write', {
          ...{ storyId, target, review, path, override },
          gate: 'window',
          ownWords: settings.read().dictionary,
        }),
      );
    },
    'handover.save': async ({ order }) => {
      const story = await host.ask('stories.summary', { id: order.storyId });
      return saveAs('Hand over story', exportFileName(story, 'package'), 'package', (path) =>
        host.ask('handover.send', { order, path }),
      );
    },
    'media.saveRequest': async ({ storyId, ...signed }) => {
      const story = await host.ask('stories.summary', { id: storyId });
      const name = `Originals-wanted-${exportFileName(story, 'package')}`;
      return saveAs('Ask for originals', name, 'package', async (path) => {
        const { files } = await host.ask('media.ask', { storyId, ...signed, path });
        return { files };
      });
    },
    'media.saveAnswer': (answer) =>
      saveAs('Send originals', 'Originals.stet', 'package', (path) => host.ask('media.answer', { ...answer, path })),
    'exports.reveal': async ({ storyId, historyId }) => {
      const history = await host.ask('history.list', { storyId });
      // Only a path the library wrote to: the page names a receipt, never a path.
      const isFile = (kind: string) => kind === 'exported' || kind === 'handedOver';
      const path = history.find((entry) => entry.id === historyId && isFile(entry.kind))?.detail.path;
      if (!path) throw new StetError('notFound', 'There is no file with this entry of the history.');
      shell.showItemInFolder(path);
      return null;
    },
    'secrets.ask': ({ targetId }) => secrets.ask(targetId),
    'secrets.forget': async ({ targetId }) => {
      await secrets.forget(targetId);
      return null;
    },
    'targets.chooseFolder': () => chooseFolder('Choose the folder stories are sent to', settings.exportFolder),
    'codes.reveal': async () => {
      const { path } = await host.ask('codes.make', {});
      shell.showItemInFolder(path);
      return null;
    },
    'imports.choose': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open',
        filters: DOCUMENTS,
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      });
      if (canceled) return 0;
      documents.add(filePaths);
      return filePaths.length;
    },
    'imports.take': () => {
      const paths = documents.take();
      return paths.length === 0 ? [] : host.ask('imports.files', { paths });
    },
    'links.open': async ({ url }) => {
      await openExternalLink((address) => shell.openExternal(address), url);
      return null;
    },
    'window.showStory': ({ id, title, edited }) => {
      if (id !== null && id !== settings.read().lastStory?.id) {
        settings.change({ lastStory: { id, at: new Date().toISOString() } });
      }
      window.setTitle(title ? `${title} — Stet` : 'Stet');
      window.setDocumentEdited(edited);
      services.recentChanged();
      return null;
    },
    'window.enableActions': ({ disabled }) => {
      menu.disable(disabled);
      return null;
    },
    'window.flushed': ({ unsaved }) => {
      handshake.receive(unsaved);
      return null;
    },
  };
}
