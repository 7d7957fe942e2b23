import { exportDocx } from '../../../shared/export/docx/exportDocx.ts';
import { exportDocument } from '../../../shared/export/exportDocument.ts';
import { exportFileName } from '../../../shared/export/exportFileName.ts';
import { exportText } from '../../../shared/export/text/exportText.ts';
import type { ExportReview, ExportTarget, House } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { DEFAULT_PICTURES, type PictureProfile } from '../../../shared/media/pictureProfile.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import { PACKAGE_TYPE } from '../packages/packageFormat.ts';
import { planPackage, type PackagePlan } from '../packages/planPackage.ts';
import type { BinaryContent } from './BinaryContent.ts';
import { exportWarnings } from './exportWarnings.ts';
import {
  findPictures,
  originals,
  outsideBytes,
  renditions,
  withStandIns,
  type OutsideContent,
  type OutsideFiles,
} from './outsideFiles.ts';
import { packWord } from './packWord.ts';
import { planPdf } from './planPdf.ts';
import type { Printer } from './Printer.ts';

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What one file of an export is made of. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'package'; readonly plan: PackagePlan }
  | BinaryContent
  | OutsideContent;

export interface PlannedFile {
  /** Relative to where the export goes, with `/`. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly content: FileContent;
}

/** Everything an export will write: the document first, then its pictures. */
export interface ExportPlan {
  readonly target: ExportTarget;
  readonly files: readonly [document: PlannedFile, ...pictures: PlannedFile[]];
  readonly warnings: readonly string[];
}

/** What a plan is made with besides the story. */
interface PlanParts {
  readonly media: MediaAccess;
  readonly house: House;
  readonly printer: Printer;
  /** What people said of the story goes out only where it is asked for. */
  readonly review?: ExportReview;
  /** The hash of the story's content, by which a document that comes back is known. */
  readonly version?: string;
  /** Called as renditions are made: so many, of so many. */
  readonly onMade?: (made: number, total: number) => void;
}

/**
 * Plans an export of a story as it is given; nothing is written. Its pictures are made on the way, as the house has them go
 * out. Throws StetError `packageTooLarge`, or why a picture cannot go out.
 */
export async function planExport(whole: Story, target: ExportTarget, parts: PlanParts): Promise<ExportPlan> {
  // A package says which pictures they are, wherever their files lie.
  const story = target === 'package' ? whole : withStandIns(whole, parts.media);
  const found = findPictures(story, parts.media);
  const wanted = parts.house.file?.pictures ?? DEFAULT_PICTURES;
  const profile = target === 'docx' || target === 'pdf' ? inside(wanted) : wanted;
  const warnings = exportWarnings(story, { target, found, profile, review: parts.review ?? 'none' });
  if (target === 'package') {
    const plan = planPackage(story, [...found.values()]);
    const name = exportFileName(story.fields, target);
    const file = { name, mime: PACKAGE_TYPE, bytes: plan.size, content: { kind: 'package', plan } } as const;
    return { target, files: [file], warnings };
  }
  if (target === 'docx') {
    const file = await planWord(story, await renditions(story, found, { ...parts, profile }), parts);
    return { target, files: [file], warnings };
  }
  if (target === 'pdf') {
    const content = await planPdf(story, await renditions(story, found, { ...parts, profile }), parts.printer);
    const name = exportFileName(story.fields, target);
    return { target, files: [{ name, mime: 'application/pdf', bytes: content.bytes.length, content }], warnings };
  }
  // Wire copy leaves without pictures and only names them.
  const isAsItCame = profile.size === 'original' || target === 'text';
  const { pictures, contents } = isAsItCame
    ? originals(story, found)
    : await renditions(story, found, { ...parts, profile });
  const document = exportDocument(story, pictures, target);
  const { name, mime, text } = document;
  const files = document.pictures.map(({ path, type, sha256 }): PlannedFile => {
    const content = contents.get(sha256);
    if (!content) throw new StetError('notFound', `A picture of this story is not in the library.`);
    return { name: path, mime: type, bytes: outsideBytes(content), content };
  });
  const file: PlannedFile = { name, mime, bytes: Buffer.byteLength(text), content: { kind: 'text', text } };
  return { target, files: [file, ...files], warnings };
}

/** A document that holds its pictures: always made for it, in a form that every program shows. */
function inside({ size, keepPlace }: PictureProfile): PictureProfile {
  return { size: size === 'original' ? 'large' : size, format: 'jpeg', keepPlace };
}

async function planWord(
  story: Story,
  { pictures, contents }: OutsideFiles,
  { review, version = '' }: Pick<PlanParts, 'review' | 'version'>,
): Promise<PlannedFile> {
  const document = exportDocx(story, pictures, {
    version,
    comments: review !== 'none',
    suggestions: review === 'suggestions',
  });
  const bytes = await packWord(document, contents);
  const content = { kind: 'binary', bytes, words: exportText(story, pictures) } as const;
  return { name: exportFileName(story.fields, 'docx'), mime: WORD_TYPE, bytes: bytes.length, content };
}
