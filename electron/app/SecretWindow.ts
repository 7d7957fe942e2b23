import { BrowserWindow, nativeTheme, session, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { SECRET_ASKED_CHANNEL, SECRET_GIVEN_CHANNEL } from '../../shared/ipc/channels.ts';
import { givenSecretSchema, type SecretQuestion } from '../../shared/ipc/secretContract.ts';
import { StetError } from '../../shared/lang/result.ts';
import { forbidNavigation } from '../security/forbidNavigation.ts';
import { pagePreferences } from '../security/pagePreferences.ts';
import { PAGE_ORIGIN } from '../security/trustedSender.ts';
import { servePage } from './pageProtocol.ts';

const SECRET_URL = `${PAGE_ORIGIN}/secret.html`;
/** In memory, and nobody else's. */
const PARTITION = 'stet-secret';
const PANEL = { light: '#f4f1ea', dark: '#1b1917' };

/** What the window is made of. */
interface SecretWindowParts {
  /** It stands over this one until it is answered. */
  readonly parent: BrowserWindow;
  /** Its own preload, with two functions. */
  readonly preload: string;
  /** The built pages. */
  readonly pages: string;
}

/**
 * Asks for a secret in a window of its own: another process than the page's, in a session of its own without network, cache
 * or storage, with no way to anything but the answer. It is gone as soon as it is answered.
 */
export class SecretWindow {
  #open: BrowserWindow | null = null;
  #isServed = false;

  constructor(private readonly parts: SecretWindowParts) {}

  /** What was typed; null when the user thought better of it. Throws `busy` while another is being asked for. */
  ask(question: SecretQuestion): Promise<string | null> {
    if (this.#open) {
      this.#open.focus();
      throw new StetError('busy', 'The window for another password is open. Answer or close it first.');
    }
    const window = this.#make();
    const { webContents } = window;
    this.#open = window;
    return new Promise((done) => {
      const isOwn = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
        senderFrame === webContents.mainFrame && senderFrame?.url === SECRET_URL;
      // Heard from this window alone, and gone with it.
      webContents.ipc.handle(SECRET_ASKED_CHANNEL, (event) => (isOwn(event) ? question : null));
      webContents.ipc.on(SECRET_GIVEN_CHANNEL, (event, given: unknown) => {
        const secret = givenSecretSchema.safeParse(given);
        if (!isOwn(event) || !secret.success) return;
        done(secret.data);
        window.destroy();
      });
      window.once('closed', () => {
        this.#open = null;
        done(null);
      });
      forbidNavigation(webContents, SECRET_URL, () => window.destroy());
      webContents.once('render-process-gone', () => window.destroy());
      window.once('ready-to-show', () => window.show());
      void window.loadURL(SECRET_URL);
    });
  }

  #make(): BrowserWindow {
    const own = session.fromPartition(PARTITION, { cache: false });
    if (!this.#isServed) servePage(own, this.parts.pages);
    this.#isServed = true;
    const window = new BrowserWindow({
      parent: this.parts.parent,
      modal: true,
      show: false,
      width: 460,
      height: 376,
      useContentSize: true,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      title: 'Password',
      backgroundColor: nativeTheme.shouldUseDarkColors ? PANEL.dark : PANEL.light,
      webPreferences: pagePreferences(this.parts.preload, own, false),
    });
    window.removeMenu();
    return window;
  }
}
