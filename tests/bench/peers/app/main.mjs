// The arms Stet is measured against: one Electron app, a window for each. Its pages come over a protocol like Stet's own.
//   electron <this folder> --dist=<built pages> --arms=hello,contenteditable,lexical --paragraphs=34
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { app, BrowserWindow, Menu, protocol } from 'electron';

/** @param {string} name */
const option = (name) => app.commandLine.getSwitchValue(name);
const TYPES = new Map(
  Object.entries({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }),
);

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
Menu.setApplicationMenu(null);

void app.whenReady().then(() => {
  // A host for each arm, so that each has a renderer process of its own.
  protocol.handle('app', async (request) => {
    const root = option('dist');
    const path = join(root, decodeURIComponent(new URL(request.url).pathname));
    if (!path.startsWith(root + sep)) return new Response(null, { status: 403 });
    try {
      const type = TYPES.get(extname(path)) ?? 'application/octet-stream';
      return new Response(await readFile(path), { headers: { 'content-type': type } });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  for (const arm of option('arms').split(',')) {
    const window = new BrowserWindow({
      width: 1320,
      height: 852,
      backgroundColor: '#fff',
      webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false, spellcheck: false },
    });
    const page = arm.replace(/-(again|furnished)$/, '');
    void window.loadURL(`app://${arm}/${page}/index.html?paragraphs=${option('paragraphs')}`);
  }
});
app.on('window-all-closed', () => app.quit());
