import type { ExportPictures } from '../../../shared/export/exportPicture.ts';
import { isRecording } from '../../../shared/export/exportPicture.ts';
import { printPage } from '../../../shared/export/print/printPage.ts';
import { exportText } from '../../../shared/export/text/exportText.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { OutsideFiles } from './outsideFiles.ts';
import type { BinaryContent } from './BinaryContent.ts';
import type { Printer } from './Printer.ts';

const CREATOR = '/Creator (Stet)';

/** A story as a PDF. The hour of printing is not in it: its dates are the story's, so that what was previewed is written. */
export async function planPdf(
  story: Story,
  { pictures, contents }: OutsideFiles,
  printer: Printer,
): Promise<BinaryContent> {
  const shown = picturesOf(pictures).flatMap(({ path, type, sha256 }) => {
    const content = contents.get(sha256);
    return content?.kind === 'rendition' ? [{ path, type, bytes: Uint8Array.from(content.rendition.bytes) }] : [];
  });
  const printed = await printer.print({ html: printPage(story, pictures), pictures: shown });
  return { kind: 'binary', bytes: settleInfo(printed, story.updatedAt), words: exportText(story, pictures) };
}

function picturesOf(pictures: ExportPictures) {
  return [...pictures.values()].flatMap((file) => {
    if (!isRecording(file)) return [file];
    return file.poster ? [file.poster] : [];
  });
}

/**
 * What a printer writes into a PDF of itself, replaced by what is as long: the hour by the story's, and the creator, which
 * names the system and its versions, by our name.
 */
function settleInfo(bytes: Uint8Array, time: string): Uint8Array {
  const digits = new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
  const text = Buffer.from(bytes).toString('latin1');
  const settled = text
    .replace(/(\/(?:CreationDate|ModDate)\s*\(D:)\d{14}/g, (_whole, before: string) => before + digits)
    .replace(/\/Creator \((?:\\.|[^\\()])*\)/g, (whole) => CREATOR.padEnd(whole.length));
  return Uint8Array.from(Buffer.from(settled, 'latin1'));
}
