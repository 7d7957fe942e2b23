import { attributes } from '../html/escapeHtml.ts';
import type { PictureOutside } from '../exportPicture.ts';

/** English metric units: of a pixel at 96 to the inch, and as far as a picture may go. */
const PIXEL = 9525;
const WIDEST = 5_731_510;
const TALLEST = 7_200_000;

/** A picture in the line, no larger than the page and never enlarged. `number` is its own in the document. */
export function wordPicture(
  { width, height }: Pick<PictureOutside, 'width' | 'height'>,
  { id, number, alt }: { readonly id: string; readonly number: number; readonly alt: string },
): string {
  const shrink = Math.min(1, WIDEST / (width * PIXEL), TALLEST / (height * PIXEL));
  const [cx, cy] = [width, height].map((side) => Math.max(1, Math.round(side * PIXEL * shrink)));
  const named = attributes({ id: number, name: `Picture ${number}`, descr: alt || undefined });
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr${named}/>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:pic><pic:nvPicPr><pic:cNvPr${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}
