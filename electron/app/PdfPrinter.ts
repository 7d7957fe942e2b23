import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { BrowserWindow, session, type Session } from 'electron';
import { pathUrl } from '../../shared/export/exportPicture.ts';
import { FACES_PATH } from '../../shared/export/print/printPage.ts';
import type { PrintOrder } from '../../shared/ipc/portMessages.ts';
import { PAGE_ORIGIN, PAGE_URL } from '../security/trustedSender.ts';
import { listFiles } from './pageProtocol.ts';

const LIMIT_MS = 60_000;
/** The page numbers at the foot; Chromium fills them in. */
const FOOT =
  '<div style="width: 100%; text-align: center; font: 8px sans-serif; color: #666"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';
/** Pictures decoded, faces there. Ours, not the page's: the page may run nothing. */
const SETTLED =
  'Promise.all([...document.images].map((image) => image.decode().catch(() => null))).then(() => document.fonts.ready).then(() => true)';

/**
 * Prints pages of ours to PDF, one after another, each in a hidden window of its own with a session of its own: sandboxed,
 * without network, without anything of the app's page; it can load what came with the page, and our faces.
 */
export class PdfPrinter {
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** `folder` is where the built page lies, with the faces in its assets. */
  constructor(private readonly folder: string) {}

  /** The bytes of the PDF. Rejects when the page cannot be printed in time. */
  print(order: PrintOrder): Promise<Uint8Array> {
    const printed = this.#last.then(() => this.#print(order));
    this.#last = printed.catch(() => undefined);
    return printed;
  }

  async #print(order: PrintOrder): Promise<Uint8Array> {
    this.#count += 1;
    const own = session.fromPartition(`print-${this.#count}`, { cache: false });
    serveOrder(own, order, this.folder);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        ...{ session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
        ...{ webviewTag: false, devTools: false },
      },
    });
    const { webContents } = window;
    let limit: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_done, fail) => {
      limit = setTimeout(() => fail(new Error(`nothing printed in ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    });
    const work = async () => {
      await window.loadURL(PAGE_URL);
      await webContents.executeJavaScript(SETTLED);
      return await webContents.printToPDF({
        ...{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
        ...{ displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: FOOT },
      });
    };
    try {
      return Uint8Array.from(await Promise.race([work(), tooLong]));
    } finally {
      clearTimeout(limit);
      window.destroy();
      own.protocol.unhandle('app');
    }
  }
}

/** Answers for one page: itself, its pictures and our faces. Anything else is not there. */
function serveOrder(own: Session, { html, pictures }: PrintOrder, folder: string): void {
  const files = listFiles(folder);
  const byUrl = new Map(pictures.map((picture) => [`/${pathUrl(picture.path)}`, picture]));
  own.protocol.handle('app', async ({ url }) => {
    const { pathname } = new URL(url);
    const asked = url.startsWith(`${PAGE_ORIGIN}/`) ? pathname : '';
    const picture = byUrl.get(asked);
    if (picture) return answer(picture.bytes, picture.type);
    if (asked === new URL(PAGE_URL).pathname) return answer(html, 'text/html; charset=utf-8');
    if (asked === `/${FACES_PATH}`) return answer(readFaces(files), 'text/css; charset=utf-8');
    const face = asked.endsWith('.woff2') ? files.get(asked) : undefined;
    return face === undefined ? new Response(null, { status: 404 }) : answer(await readFile(face), 'font/woff2');
  });
}

function answer(body: string | Uint8Array, type: string): Response {
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { headers });
}

/** The rules of the built page that name its faces. */
function readFaces(files: ReadonlyMap<string, string>): string {
  return [...files]
    .filter(([name]) => name.endsWith('.css'))
    .flatMap(([, path]) => readFileSync(path, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [])
    .join('\n');
}
