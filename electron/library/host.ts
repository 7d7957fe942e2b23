import type { FromLibrary, PortRole, ToLibrary } from '../../shared/ipc/portMessages.ts';
import { FORMATS } from './formats.ts';
import { Library } from './Library.ts';
import { PortRenderer } from './media/PortRenderer.ts';
import { answerRequests } from './requests/answerRequest.ts';
import { toFailure } from './requests/toFailure.ts';
import type { ParentPort, Port } from './serve/ports.ts';
import { PortServer } from './serve/PortServer.ts';

/*
 * The library's own process (a utility process of Electron). It opens one library and serves it over the ports main
 * hands on. It ends after `library.close`, and when main is gone: nothing else may keep the lock.
 */

const toMain = (process as unknown as { readonly parentPort: ParentPort }).parentPort;
const renderer = new PortRenderer(say);
let library: Library | null = null;
let server: PortServer | null = null;
/** Ports that came before the library was open; what is asked on them waits in them. */
const early: { readonly port: Port; readonly role: PortRole }[] = [];

toMain.on('message', ({ data, ports }) => {
  const message = data as ToLibrary;
  const [port] = ports;
  if (message.kind === 'open') open(message.folder);
  else if (message.kind === 'connect' && port) connect(port, message.role);
  else if (message.kind === 'images' && port) renderer.attach(port);
});

function open(folder: string): void {
  try {
    library = new Library({ folder, formats: FORMATS, renderer });
  } catch (error) {
    say({ kind: 'openFailed', error: toFailure('open', error) });
    end(1);
    return;
  }
  const answer = answerRequests(library);
  server = new PortServer(library, async (role, name, payload) => {
    const result = await answer(role, name, payload);
    if (role === 'host' && name === 'library.close' && result.ok) end(0);
    return result;
  });
  say({ kind: 'opened', sqlite: library.sqlite, notices: library.notices });
  for (const { port, role } of early.splice(0)) connect(port, role);
}

function connect(port: Port, role: PortRole): void {
  if (!server) early.push({ port, role });
  else server.serve(port, role, () => role === 'host' && end(0));
}

function say(message: FromLibrary): void {
  toMain.postMessage(message);
}

function end(code: number): void {
  library?.close();
  // What was said last must leave the process first.
  setTimeout(() => process.exit(code), 50);
}
