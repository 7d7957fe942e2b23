import { join } from 'node:path';
import { app, ipcMain, nativeTheme, powerMonitor, protocol, session } from 'electron';
import { HELLO_CHANNEL, PORT_CHANNEL } from '../shared/ipc/channels.ts';
import { AppMenu } from './app/AppMenu.ts';
import { claimLibrary } from './app/claimLibrary.ts';
import { closeAfterFlush } from './app/closeAfterFlush.ts';
import { isDocument, ownArguments, readCommandLine } from './app/commandLine.ts';
import { createWindow } from './app/createWindow.ts';
import { endOnStartFailure, endWith, EXIT } from './app/endOnFailure.ts';
import { FlushHandshake } from './app/FlushHandshake.ts';
import { ImagesProcess } from './app/ImagesProcess.ts';
import { LibraryProcess } from './app/LibraryProcess.ts';
import { mainHandlers } from './app/mainHandlers.ts';
import { serveMedia } from './app/mediaProtocol.ts';
import { PageLink } from './app/PageLink.ts';
import { servePage } from './app/pageProtocol.ts';
import { PdfPrinter } from './app/PdfPrinter.ts';
import { recoverPage } from './app/recoverPage.ts';
import { prepareSelfCheck, runSelfCheck, withinLimit } from './app/selfCheck.ts';
import { SecretWindow } from './app/SecretWindow.ts';
import { stetArguments } from './app/stetArguments.ts';
import { TargetSecrets } from './app/TargetSecrets.ts';
import { WaitingDocuments } from './app/WaitingDocuments.ts';
import { watchRecentStories } from './app/watchRecentStories.ts';
import { handleRequests } from './ipc/handleRequests.ts';
import { blockBackgroundTraffic, blockNetwork, blockPeerConnections } from './security/blockNetwork.ts';
import { blockNavigation, returnToPage } from './security/blockNavigation.ts';
import { blockWindows } from './security/blockWindows.ts';
import { denyPermissions } from './security/denyPermissions.ts';
import { pagePreferences } from './security/pagePreferences.ts';
import { isTrustedSender, PAGE_URL } from './security/trustedSender.ts';
import { defaultState } from './settings/keptState.ts';
import { SecretShelf } from './settings/SecretShelf.ts';
import { SecretStore } from './settings/SecretStore.ts';
import { SettingsStore } from './settings/SettingsStore.ts';
import { systemKeyring } from './settings/systemKeyring.ts';

/*
 * The composition root. Top to bottom is the order of starting; `will-quit` is the way back. Nothing here may wait for
 * `ready` at the top level: Electron sends it only after this module has been evaluated.
 */

const OUT = join(import.meta.dirname, '..');
const allowDeveloperTools = !app.isPackaged;

const forCommandLine = stetArguments(process.argv);
if (forCommandLine) {
  // No window and no `ready`: the engine runs right here, and the process ends with the command.
  const { runStet } = await import('./cli/runStet.ts');
  const { env, stdout, stderr } = process;
  const profile = app.getPath('userData');
  const own = { version: app.getVersion(), profile, workingFolder: process.cwd(), env, stdout, stderr };
  process.exit(await runStet(forCommandLine, own));
}

const starting = endOnStartFailure();
// It would undo the switch that root's test launchers must pass; pages of ours are sandboxed by their preferences too.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
blockBackgroundTraffic(app);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  // A frame of a video may only be read off by a page the video was lent to, which takes a request across origins.
  {
    scheme: 'media',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
  },
]);
app.on('session-created', (created) => {
  denyPermissions(created);
  blockNetwork(created, allowDeveloperTools);
});
app.on('web-contents-created', (_event, contents) => {
  blockNavigation(contents);
  blockWindows(contents);
  blockPeerConnections(contents);
});

const commandLine = readCommandLine(ownArguments(process.argv, app.isPackaged), process.cwd());
const selfCheck = commandLine.selfCheck ? prepareSelfCheck() : null;
if (selfCheck) app.setPath('userData', selfCheck.profile);
const profile = app.getPath('userData');
const settings = new SettingsStore(profile, defaultState(join(profile, 'library'), 'en'));
const libraryFolder = selfCheck?.library ?? commandLine.library ?? settings.read().libraryFolder;

/** Documents may be asked for before there is a page to take them in. */
const documents = new WaitingDocuments();
documents.add(commandLine.files);
let tellOfDocuments = () => {};
let bringToFront = () => {};
function openDocuments(paths: readonly string[]): void {
  documents.add(paths);
  tellOfDocuments();
}

const claim = claimLibrary(app, libraryFolder, { files: commandLine.files }, ({ files }) => {
  bringToFront();
  openDocuments(files.filter(isDocument));
});
app.on('open-file', (event, path) => {
  event.preventDefault();
  bringToFront();
  openDocuments([path]);
});

if (claim.isOurs) void app.whenReady().then(start);
else endWith(EXIT.ok, `The library ${libraryFolder} is open already; its window comes to the front.`);

function start(): void {
  const page = new PageLink();
  const images = new ImagesProcess(join(OUT, 'main', 'images.js'));
  const printer = new PdfPrinter(join(OUT, 'renderer'));
  const library = new LibraryProcess(join(OUT, 'main', 'library.js'), libraryFolder, images, printer, {
    opened: (_sqlite, notices, isFirstTime) => {
      void secrets.lendAgain();
      for (const message of notices) page.tell('notice.raised', { message });
      const message = isFirstTime ? '' : 'The library is back. What you typed meanwhile is being saved.';
      page.tell('library.stateChanged', { up: true, message });
    },
    lost: () =>
      page.tell('library.stateChanged', {
        up: false,
        message: 'The library stopped and is being started again. What you type is kept in this window meanwhile.',
      }),
    failed: ({ code, message }) => endWith(code === 'inUse' ? EXIT.inUse : EXIT.cannotOpen, message),
  });
  // First of all: its process takes as long to come up as the window, and they do it side by side.
  library.meet(settings.read().name);
  library.start();

  nativeTheme.themeSource = settings.read().appearance;
  // Persistent for the sake of compiled scripts, which make the page start sooner. Nothing it loads or shows is kept: there
  // is no cache, and the page stores nothing (tests/e2e/specs/security.spec.ts looks through the profile).
  const pageSession = session.fromPartition('persist:stet', { cache: false });
  servePage(pageSession, join(OUT, 'renderer'));
  serveMedia(pageSession, (wanted) => library.host.request('media.locate', wanted));
  const window = createWindow(
    settings,
    pagePreferences(join(OUT, 'preload', 'preload.cjs'), pageSession, allowDeveloperTools),
    selfCheck === null,
  );
  const { webContents } = window;
  const handshake = new FlushHandshake(() => page.tell('app.flushAsked', {}));
  ipcMain.on(HELLO_CHANNEL, ({ senderFrame }) => {
    if (!isTrustedSender(senderFrame, webContents)) return;
    library.servePage((port) => {
      if (!webContents.isDestroyed()) webContents.postMessage(PORT_CHANNEL, null, [port]);
    });
    page.connect(webContents);
  });
  webContents.on('render-process-gone', () => page.disconnect());
  closeAfterFlush(window, handshake, () => page.isUp && !webContents.isCrashed());
  returnToPage(webContents);
  recoverPage(window, () =>
    page.tell('notice.raised', { message: 'The page stopped and was loaded again with all that was saved.' }),
  );

  void window.loadURL(PAGE_URL);

  const menu = new AppMenu({
    allowDeveloperTools,
    choose: (action) => {
      // Only the browser may read the clipboard; the page gets it as a paste without formatting.
      if (action === 'edit.pastePlain') webContents.pasteAndMatchStyle();
      else page.tell('action.chosen', { action });
    },
    openStory: (id) => page.tell('story.openAsked', { id }),
  });
  const recentChanged = watchRecentStories(library.host, menu);
  const secretWindow = new SecretWindow({
    parent: window,
    preload: join(OUT, 'preload', 'secret.cjs'),
    pages: join(OUT, 'renderer'),
  });
  const secrets = new TargetSecrets(
    library.host,
    new SecretStore(new SecretShelf(profile), systemKeyring),
    (question) => secretWindow.ask(question),
  );
  handleRequests(
    ipcMain,
    ({ senderFrame }) => isTrustedSender(senderFrame, webContents),
    mainHandlers({ window, page, settings, library, secrets, menu, handshake, documents, recentChanged }),
  );

  tellOfDocuments = () => {
    if (!documents.isEmpty) page.tell('documents.waiting', {});
  };
  tellOfDocuments();
  bringToFront = () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  if (settings.notice) page.tell('notice.raised', { message: settings.notice });

  powerMonitor.on('suspend', () => page.isUp && void handshake.flush());
  app.on('activate', () => bringToFront());
  // One window is the whole app: where it goes, the app goes, on a Mac too.
  app.on('window-all-closed', () => app.quit());
  let isShutDown = false;
  app.on('will-quit', (event) => {
    if (isShutDown) return;
    event.preventDefault();
    images.stop();
    void library.close().finally(() => {
      claim.release();
      isShutDown = true;
      app.quit();
    });
  });
  starting.hasStarted();

  if (!selfCheck) return;
  void withinLimit(page.whenUp().then((contents) => runSelfCheck(contents, library, selfCheck)))
    .then(
      (line) => void process.stdout.write(`${line}\n`),
      (error: unknown) => {
        process.stderr.write(`Stet: the self check failed: ${error instanceof Error ? error.stack : String(error)}\n`);
        return EXIT.crash;
      },
    )
    .then(async (code) => {
      images.stop();
      await library.close();
      claim.release();
      selfCheck.remove();
      app.exit(code ?? EXIT.ok);
    });
}
