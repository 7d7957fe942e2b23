import type { Story } from '../../story/story.ts';
import type { BlockId } from '../../story/ids.ts';
import { isRecording, type ExportPicture, type ExportPictures } from '../exportPicture.ts';
import { htmlPage } from '../html/htmlPage.ts';
import { PAGE_STYLE } from '../html/pageStyle.ts';
import { PRINT_STYLE } from './printStyle.ts';

/** Where whoever prints the page answers with our faces. */
export const FACES_PATH = 'assets/faces.css';

/** Nothing but what is handed over with the page. */
const POLICY = "default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'";

/** A story as the page that a PDF is printed from. On paper nothing plays: a recording is shown by its poster. */
export function printPage(story: Story, pictures: ExportPictures): string {
  const shown = new Map<BlockId, ExportPicture>();
  for (const [id, file] of pictures) {
    const picture = isRecording(file) ? file.poster : file;
    if (picture) shown.set(id, picture);
  }
  const looks = [`<link rel="stylesheet" href="${FACES_PATH}">`, `<style>${PAGE_STYLE}${PRINT_STYLE}</style>`];
  return htmlPage(story, shown, { policy: POLICY, looks });
}
