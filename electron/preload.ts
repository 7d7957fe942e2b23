import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/ipc/bridge.ts';
import { ASK_CHANNEL, EVENT_CHANNEL, HELLO_CHANNEL, PORT_CHANNEL } from '../shared/ipc/channels.ts';
import type { LibraryAnswer, LibraryPayload, LibraryRequest } from '../shared/ipc/libraryContract.ts';
import { Listeners } from '../shared/ipc/Listeners.ts';
import type { MainAnswer, MainPayload, MainRequest } from '../shared/ipc/mainContract.ts';
import { PortClient } from '../shared/ipc/PortClient.ts';
import { fail, type Result } from '../shared/lang/result.ts';

/*
 * Runs sandboxed, in a world of its own beside the page. It knows four channels and no rule: whoever answers checks names
 * and payloads against the contract. Nothing of Electron, no event object and no port is handed to the page.
 */

/** Main may speak before the page has drawn itself: that much waits for the first listener. */
const KEPT_EVENTS = 20;

const library = new PortClient();
const mainEvents = new Listeners(KEPT_EVENTS);

ipcRenderer.on(PORT_CHANNEL, (event) => {
  const port = event.ports[0];
  if (!port) return;
  const close = library.attach((message) => port.postMessage(message));
  port.addEventListener('message', (message: { data: unknown }) => library.receive(message.data as never));
  port.addEventListener('close', close);
  port.start();
});

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, data: unknown) => {
  const heard = mainEvents.emit(name, data);
  // A page that never asked to be told holds nothing unsaved, and the window must be able to close.
  if (name === 'app.flushAsked' && !heard) void ask('window.flushed', { unsaved: null });
});

async function ask<Name extends MainRequest>(
  name: Name,
  payload: MainPayload<Name>,
): Promise<Result<MainAnswer<Name>>> {
  try {
    return (await ipcRenderer.invoke(ASK_CHANNEL, name, payload)) as Result<MainAnswer<Name>>;
  } catch (error) {
    return fail('unexpected', `Stet could not pass this on: ${String(error)}`);
  }
}

function request<Name extends LibraryRequest>(
  name: Name,
  payload: LibraryPayload<Name>,
): Promise<Result<LibraryAnswer<Name>>> {
  return library.request(name, payload) as Promise<Result<LibraryAnswer<Name>>>;
}

/** The file's path, or '' for one that is only in memory, such as a pasted picture. */
function pathOf(file: File): string {
  try {
    return webUtils.getPathForFile(file);
  } catch {
    return '';
  }
}

const bridge: Bridge = {
  library: { request, on: (name, listener) => library.on(name, listener as (data: unknown) => void) },
  ask,
  onMain: (name, listener) => mainEvents.on(name, listener as (data: unknown) => void),
  async addPicture(file, ticket) {
    const path = pathOf(file);
    const { name } = file;
    if (path !== '') return request('media.add', { name, path, ticket });
    try {
      return await request('media.add', { name, bytes: new Uint8Array(await file.arrayBuffer()), ticket });
    } catch (error) {
      return fail('unreadable', `“${name}” could not be read: ${String(error)}`);
    }
  },
  async importFiles(files) {
    const paths = files.map((file) => pathOf(file));
    if (paths.length === 0 || paths.includes('')) {
      return fail('notAFile', 'Only files can be imported, and what was dropped is not one.');
    }
    return request('imports.files', { paths });
  },
};

contextBridge.exposeInMainWorld('stet', bridge);
ipcRenderer.send(HELLO_CHANNEL);
