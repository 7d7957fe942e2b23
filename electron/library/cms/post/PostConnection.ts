import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exportDocument } from '../../../../shared/export/exportDocument.ts';
import { isRecording, type ExportPicture, type ExportPictures } from '../../../../shared/export/exportPicture.ts';
import { storyFigures } from '../../../../shared/export/placePictures.ts';
import { withoutFigures } from '../../../../shared/export/withoutFigures.ts';
import { takesFiles, type TargetReport } from '../../../../shared/targets/target.ts';
import type { Connection, ConnectionParts, Delivered, Journal, Shipment, ShippedFile } from '../Connection.ts';
import { excerpt, readJson } from '../http/judgeAnswer.ts';
import type { SiteAnswer } from '../http/SiteClient.ts';
import { sendEach, totalBytes } from '../sendEach.ts';
import { judgeReceiver } from './judgeReceiver.ts';
import { digest, fileAddress, isThere, postFile, type FilePlace } from './postFile.ts';
import { Receiver } from './Receiver.ts';
import { testReceiver } from './testReceiver.ts';

/** What a receiver was left with. */
const baseSchema = z.object({ filesAddress: z.string(), files: z.array(z.string()) });

/**
 * A receiver of the wire that takes items by POST (Superdesk Newshub, Superdesk Publisher, a newsroom’s own): files first,
 * each looked for by its name and posted only if it is missing, then the item in one request. Nothing can be read back, so
 * it is the item that lets the receiver know it again: its id stays, its version grows, and what is sent twice after a lost
 * answer is the same to the byte, under the same `Idempotency-Key`.
 */
export class PostConnection implements Connection {
  readonly #receiver: Receiver;

  constructor(private readonly parts: ConnectionParts) {
    this.#receiver = new Receiver(parts);
  }

  test(): Promise<TargetReport> {
    return testReceiver(this.parts.target, this.#receiver, this.parts.now);
  }

  has(base: unknown, { sha256 }: Pick<ShippedFile, 'sha256'>): boolean {
    const known = baseSchema.safeParse(base).data;
    return known?.filesAddress === this.parts.target.profile.filesAddress && known.files.includes(sha256);
  }

  async deliver(shipment: Shipment, journal: Journal): Promise<Delivered> {
    const { target, now } = this.parts;
    const { format, filesAddress } = target.profile;
    const differences: string[] = [];
    const isWhole = takesFiles(target) && !shipment.isTextOnly;
    const files = isWhole ? shipment.files : [];
    const story = isWhole ? shipment.story : withoutFigures(shipment.story);
    await this.#sendFiles(files, journal, differences);
    const stayed = storyFigures(shipment.story).length;
    if (!takesFiles(target) && stayed > 0)
      differences.push(`The target has no address for files, so ${stayed} stayed here, with caption and credit.`);
    const document = exportDocument(story, addressed(shipment.pictures, filesAddress), format);
    const body = Buffer.from(document.text);
    const sha256 = createHash('sha256').update(body).digest('hex');
    journal.report('Sending the story', totalBytes(files));
    journal.write('item', { state: 'sending', sha256 });
    const answer = await this.#receiver.ask({
      ...{ method: 'POST', url: new URL(target.address), body, signal: journal.signal },
      headers: {
        'content-type': document.mime.includes('json') ? document.mime : `${document.mime}; charset=utf-8`,
        'content-digest': digest(body),
        // The same for this story, this target and these words, however often they are sent.
        'idempotency-key': `"${shipment.key}-${sha256.slice(0, 16)}"`,
      },
    });
    judgeReceiver(answer, 'story', now());
    return {
      receipt: {
        ...{ remoteId: idOf(answer) ?? `urn:uuid:${story.id}`, url: placeOf(answer, target.address), editUrl: '' },
        ...{ status: 'received', answer: said(answer), isUpdate: journal.base !== null },
        ...{ sha256, pictures: files.length, differences },
      },
      base: { filesAddress, files: files.map((file) => file.sha256) },
    };
  }

  async #sendFiles(files: readonly ShippedFile[], journal: Journal, differences: string[]): Promise<void> {
    const place: FilePlace = {
      ...{ receiver: this.#receiver, address: this.parts.target.profile.filesAddress },
      ...{ now: this.parts.now, signal: journal.signal },
    };
    const sendOne = async (file: ShippedFile, onSent: (bytes: number) => void) => {
      const step = `file:${place.address}:${file.sha256}`;
      if (journal.read(step) !== true && !(await isThere(file.name, place))) {
        await postFile(file, place, onSent);
        if (!(await isThere(file.name, place)))
          differences.push(`The receiver took “${file.name}”, but does not find it under that name.`);
      }
      journal.write(step, true);
    };
    await sendEach(files, journal, sendOne, 'file');
  }
}

/** The pictures as the item names them: where each lies once it was posted. */
function addressed(pictures: ExportPictures, address: string): ExportPictures {
  const at = (path: string) => fileAddress(address, path.slice(path.lastIndexOf('/') + 1));
  const picture = (own: ExportPicture) => ({ ...own, path: at(own.path) });
  return new Map(
    Array.from(pictures, ([id, file]) => [
      id,
      isRecording(file) ? { ...file, path: at(file.path), poster: file.poster && picture(file.poster) } : picture(file),
    ]),
  );
}

const namedSchema = z.object({
  _id: z.string().optional().catch(undefined),
  guid: z.string().optional().catch(undefined),
  id: z.union([z.string(), z.int()]).optional().catch(undefined),
  uri: z.string().optional().catch(undefined),
});

/** What the receiver calls the item, if it says so. */
function idOf({ text }: SiteAnswer): string | undefined {
  const { _id, guid, id, uri } = namedSchema.safeParse(readJson(text)).data ?? {};
  return (_id ?? guid ?? id?.toString() ?? uri)?.slice(0, 500);
}

/** Where the receiver says the item is, as a web address; empty where it does not say. */
function placeOf({ headers: { location } }: SiteAnswer, address: string): string {
  if (location === undefined || !URL.canParse(location, address)) return '';
  const { href, protocol } = new URL(location, address);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
}

/** The answer in a line: its status, and the beginning of its words. */
function said({ status, text }: SiteAnswer): string {
  return `${status} ${excerpt(text)}`.trim();
}
