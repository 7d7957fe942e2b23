import { figureAssets } from '../../../shared/export/placePictures.ts';
import { indexWords } from '../../../shared/lang/searchWords.ts';
import { pointOfFile } from '../../../shared/media/focalPoint.ts';
import type { Block, Focus } from '../../../shared/story/block.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { countWords, isBodyCopy } from '../../../shared/story/wordCount.ts';

const FIRST_WORDS = 140;

/** What the library pane shows of a story, and the words it can be found by. */
export interface Digest {
  readonly firstWords: string;
  readonly words: number;
  /** The first picture's id; a video's poster counts. */
  readonly thumb: string | null;
  /** What must stay in sight of it, where it is cut. */
  readonly thumbPoint: Focus | null;
  readonly assets: readonly string[];
  readonly searchWords: ReadonlySet<string>;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= FIRST_WORDS) return line;
  const cut = line.lastIndexOf(' ', FIRST_WORDS);
  // Never between the halves of one character.
  const end = cut > FIRST_WORDS / 2 ? cut : FIRST_WORDS - (/[\ud800-\udbff]/.test(line[FIRST_WORDS - 1] ?? '') ? 1 : 0);
  return line.slice(0, end).trimEnd();
}

/** Reads a story once for all that is derived from it. */
export function summarise(fields: StoryFields, blocks: readonly Block[]): Digest {
  let firstWords = '';
  let words = 0;
  let thumb: string | null = null;
  let thumbPoint: Focus | null = null;
  const assets = new Set<string>();
  const texts = [fields.headline, fields.slug, fields.deck, fields.dateline, fields.byline, ...fields.keywords];
  for (const block of blocks) {
    const text = blockText(block);
    texts.push(text);
    if (block.type === 'figure') {
      texts.push(block.alt);
      if (thumb === null) {
        thumb = (block.medium ? block.poster : block.assetId) ?? null;
        thumbPoint = thumb === null ? null : pointOfFile(block);
      }
      for (const id of figureAssets(block)) assets.add(id);
    }
    if (!isBodyCopy(block)) continue;
    words += countWords(text);
    if (firstWords.length < FIRST_WORDS && block.type !== 'heading') firstWords += `${firstWords ? ' ' : ''}${text}`;
  }
  return {
    firstWords: shorten(firstWords),
    words,
    thumb,
    thumbPoint,
    assets: [...assets],
    searchWords: indexWords(texts.join('\n')),
  };
}
