import type { Story } from '../../story/story.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { htmlPage } from './htmlPage.ts';
import { PAGE_STYLE } from './pageStyle.ts';

/** No script, no frames, nothing from the network: pictures and recordings beside the page and the page's own style only. */
const POLICY =
  "default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A story as a complete page that reads offline, with its pictures beside it (`htmlPage`). */
export function exportHtml(story: Story, pictures: ExportPictures): string {
  return htmlPage(story, pictures, { policy: POLICY, looks: [`<style>${PAGE_STYLE}</style>`] });
}
