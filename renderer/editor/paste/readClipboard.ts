import { htmlToBlocks } from '../../../shared/import/htmlToBlocks.ts';
import { settleCaptions } from '../../../shared/import/settleCaptions.ts';
import { textToBlocks } from '../../../shared/import/textToBlocks.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';

/** A paste has no head of its own: only captions that belong to a picture, or stand apart with their credit, are looked at. */
const NO_HEAD = { head: 0, captions: 0 };
const DATA_URL = /^data:(image\/[a-z0-9.+-]+);base64,([a-z0-9+/=\s]+)$/i;

/** Another program's clipboard in our blocks. */
export interface ReadClipboard {
  readonly blocks: readonly Block[];
  readonly suspicions: ReadonlyMap<BlockId, string>;
  /** Pictures whose bytes came along inside the HTML. */
  readonly pictures: ReadonlyMap<BlockId, File>;
  /** Sentences about what did not come along. */
  readonly notes: readonly string[];
}

/** Reads the HTML of a clipboard. Nothing is loaded: a picture that is elsewhere leaves its place, caption and credit. */
export function readClipboardHtml(html: string): ReadClipboard {
  const { blocks: read, details } = htmlToBlocks(html);
  const { blocks } = settleCaptions(read, NO_HEAD);
  const suspicions = new Map<BlockId, string>();
  const pictures = new Map<BlockId, File>();
  let missing = 0;
  for (const block of blocks) {
    const detail = details.get(block.id);
    if (detail?.suspicion) suspicions.set(block.id, detail.suspicion);
    if (block.type !== 'figure') continue;
    const file = detail?.picture ? fileIn(detail.picture.src, block.fileName) : null;
    if (file) pictures.set(block.id, file);
    else missing += 1;
  }
  const notes =
    missing === 0
      ? []
      : [
          missing === 1
            ? 'The picture stayed where it was: Stet loads nothing from the web. Drop its file on its place.'
            : `${missing} pictures stayed where they were: Stet loads nothing from the web. Drop their files on their places.`,
        ];
  return { blocks, suspicions, pictures, notes };
}

/** Reads the plain text of a clipboard. `isForWords`: it goes where no picture can stand, and its lines stay lines. */
export function readClipboardText(text: string, isForWords = false): ReadClipboard {
  const blocks = isForWords ? textToBlocks(text) : settleCaptions(textToBlocks(text, true), NO_HEAD).blocks;
  const places = blocks.filter((block) => block.type === 'figure').length;
  const notes =
    places === 0
      ? []
      : ['A caption came without its picture: drop the picture on its place, or undo to paste it as text.'];
  return { blocks, suspicions: new Map(), pictures: new Map(), notes };
}

/** The picture inside a `data:` address, as a file to be read like one that was dropped. */
function fileIn(src: string, name: string): File | null {
  const [, type, base64] = DATA_URL.exec(src) ?? [];
  if (!type || !base64) return null;
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return new File([bytes], name || 'picture', { type });
  } catch {
    return null;
  }
}
