import { assertNever } from '../lang/assertNever.ts';
import type { ExportTarget } from '../ipc/librarySchemas.ts';
import type { Story } from '../story/story.ts';
import { exportFileName } from './exportFileName.ts';
import { isRecording, type ExportPicture, type ExportPictures, type ExportRecording } from './exportPicture.ts';
import { exportHtml } from './html/exportHtml.ts';
import { exportMarkdown } from './markdown/exportMarkdown.ts';
import { exportNewsml } from './newsml/exportNewsml.ts';
import { exportNinjs, exportNinjs3, exportSuperdesk } from './ninjs/exportNinjs.ts';
import { exportNitf, exportNitfBare } from './nitf/exportNitf.ts';
import { exportText } from './text/exportText.ts';
import { exportWordPress } from './wordpress/exportWordPress.ts';

/** What a story can become that is text. A package is written by the library alone, and so is what it packs or prints. */
export type DocumentTarget = Exclude<ExportTarget, 'package' | 'docx' | 'pdf'>;

/** A story as one text file and the pictures it expects beside it, each at its `path`. */
export interface ExportedDocument {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
  readonly pictures: readonly (ExportPicture | ExportRecording)[];
}

const MIME: Readonly<Record<DocumentTarget, string>> = {
  html: 'text/html',
  markdown: 'text/markdown',
  wordpress: 'text/html',
  text: 'text/plain',
  ninjs: 'application/json',
  'ninjs-3.1': 'application/json',
  'ninjs-superdesk': 'application/json',
  newsml: 'application/vnd.iptc.g2.newsmessage+xml',
  nitf: 'application/nitf+xml',
  'nitf-superdesk': 'application/nitf+xml',
};

/** Every target that is text. */
export const DOCUMENT_TARGETS = Object.keys(MIME) as readonly DocumentTarget[];

/**
 * A story as a document, from nothing but what is given: the preview, the file, the command line's output and what is sent
 * are this function's.
 */
export function exportDocument(story: Story, pictures: ExportPictures, target: DocumentTarget): ExportedDocument {
  const files = [...pictures.values()].flatMap((file) =>
    isRecording(file) && file.poster ? [file, file.poster] : [file],
  );
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    name: exportFileName(story.fields, target),
    mime: MIME[target],
    text: write(story, pictures, target),
    // Wire copy names its pictures and travels alone.
    pictures: target === 'text' ? [] : [...byPath.values()],
  };
}

function write(story: Story, pictures: ExportPictures, target: DocumentTarget): string {
  switch (target) {
    case 'html':
      return exportHtml(story, pictures);
    case 'markdown':
      return exportMarkdown(story, pictures);
    case 'wordpress':
      return exportWordPress(story, pictures);
    case 'text':
      return exportText(story, pictures);
    case 'ninjs':
      return exportNinjs(story, pictures);
    case 'ninjs-3.1':
      return exportNinjs3(story, pictures);
    case 'ninjs-superdesk':
      return exportSuperdesk(story, pictures);
    case 'newsml':
      return exportNewsml(story, pictures);
    case 'nitf':
      return exportNitf(story, pictures);
    case 'nitf-superdesk':
      return exportNitfBare(story, pictures);
    default:
      return assertNever(target, 'target');
  }
}
