import { basename, resolve } from 'node:path';
import { TARGET_NAMES } from '../../../shared/export/exportTarget.ts';
import type { ExportReview, ExportTarget, HistoryEntry } from '../../../shared/ipc/librarySchemas.ts';
import { privateWords } from '../../../shared/media/rendition.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { exportError } from './exportError.ts';
import { exportPlace } from './exportPlace.ts';
import { planExport, type ExportPlan } from './planExport.ts';
import { StagedExport } from './StagedExport.ts';

interface WriteOptions {
  readonly despite?: HistoryEntry['detail']['despite'] | null;
  readonly review?: ExportReview | undefined;
}

/**
 * Writes a story's export whole or not at all, keeps the revision it was made from, and answers the receipt, which goes
 * into the story's history: `path` and `sha256` are the document's, `files` and `bytes` count its pictures too. `path` is
 * a file, or a folder (`exportPlace`); missing folders are made. The revision is kept as the story is read, before the
 * first byte is written: who goes on typing meanwhile changes neither. `despite` says who overrode which findings.
 * Throws StetError with the sentence of the failure; nothing is left behind then, and what was there before stays.
 */
export async function writeExport(
  library: LibraryAccess,
  storyId: StoryId,
  target: ExportTarget,
  path: string,
  { despite = null, review = 'none' }: WriteOptions = {},
): Promise<HistoryEntry> {
  const story = library.readStory(storyId);
  const revision = library.keepRevision(storyId, 'exported');
  let document = resolve(path);
  let made = 0;
  try {
    const plan = await planExport(story, target, {
      media: library.media,
      printer: library.printer,
      house: await library.readHouse(),
      ...{ review, version: library.hashStory(story) },
      // They are written afterwards, and the document with them.
      onMade: (done, total) => library.reportExport(storyId, (made = done), total * 2 + 1),
    });
    document = exportPlace(path, plan);
    const staged = new StagedExport(plan, resolve(document));
    const { bytes, sha256 } = await staged.write((written, total) =>
      library.reportExport(storyId, made + written, made + total),
    );
    const reports = pictureReports(plan);
    return library.addHistory({
      storyId,
      kind: 'exported',
      summary: `Exported as ${TARGET_NAMES[target]} to “${basename(document)}”${beside(plan)}${review === 'none' ? '' : ', with what was said of it'}${despite ? overridden(despite) : ''}.${leftOut(reports)}${leftIn(plan)}`,
      detail: {
        ...{ target, path: resolve(document), files: plan.files.length, bytes, sha256, revisionId: revision.id },
        ...(reports.length > 0 && { pictures: reports }),
        ...(despite && { despite }),
      },
    });
  } catch (error) {
    throw exportError(error, resolve(document));
  }
}

/** How many of the files beside the document are recordings. */
function countRecordings({ files: [, ...files] }: ExportPlan): number {
  return files.filter(({ mime }) => !mime.startsWith('image/')).length;
}

/** What lies beside the document, in a few words. */
function beside(plan: ExportPlan): string {
  const recordings = countRecordings(plan);
  const pictures = plan.files.length - 1 - recordings;
  const words = [counted(pictures, 'a picture', 'pictures'), counted(recordings, 'a recording', 'recordings')];
  const said = words.filter(Boolean).join(' and ');
  return said === '' ? '' : ` with ${said}`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : `${count} ${many}`;
}

/** Recordings are never rewritten; whoever reads the history should know. */
function leftIn(plan: ExportPlan): string {
  const recordings = countRecordings(plan);
  if (recordings === 0) return '';
  return recordings === 1
    ? ' Nothing was taken out of the recording: it went as it came.'
    : ' Nothing was taken out of the recordings: they went as they came.';
}

type PictureReports = NonNullable<HistoryEntry['detail']['pictures']>;

function pictureReports({ files }: ExportPlan): PictureReports {
  return files.flatMap(({ name, content }) =>
    content.kind === 'rendition' ? [{ name, report: content.rendition.report }] : [],
  );
}

/** What the pictures said that nobody needs to know, as a sentence. */
function leftOut(reports: PictureReports): string {
  const words = privateWords(reports.flatMap(({ report }) => report.removed));
  if (words === '') return '';
  return ` Left out of ${reports.length === 1 ? 'the picture' : 'the pictures'}: ${words}.`;
}

function overridden({ by, reason, findings }: NonNullable<HistoryEntry['detail']['despite']>): string {
  const what = findings.length === 1 ? 'a finding' : `${findings.length} findings`;
  return ` despite ${what} of the checks; ${by}: “${reason}”`;
}
