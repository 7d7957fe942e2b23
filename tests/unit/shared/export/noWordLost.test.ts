import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { cleanText, isBlank } from '../../../../shared/export/cleanText.ts';
import { exportDocx } from '../../../../shared/export/docx/exportDocx.ts';
import { DOCUMENT_TARGETS, exportDocument, type DocumentTarget } from '../../../../shared/export/exportDocument.ts';
import { isEmptyBlock } from '../../../../shared/export/isEmptyBlock.ts';
import { placePictures } from '../../../../shared/export/placePictures.ts';
import { blockText, inlineText } from '../../../../shared/story/plainText.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../fixtures/arbitraryStory.ts';
import { readPage } from '../../../fixtures/export/pageText.ts';

/** What a reader of the document gets to read, by a reader that is not ours. */
function readText(text: string, target: DocumentTarget): string {
  switch (target) {
    case 'html':
      return readPage(text).text;
    case 'wordpress':
      // WordPress shows doubled brackets around one of its shortcodes as one pair, and leaves any others alone.
      return readPage(text).text.replace(
        /\[\[(\/?(?:gallery|caption|wp_caption|audio|video|playlist|embed)\b.*?)\]\]/g,
        '[$1]',
      );
    case 'markdown': {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const fields = Object.values(parseYaml(front) as Record<string, unknown>).map(String);
      return [...fields, readPage(marked.parse(body, { async: false })).text].join('\n');
    }
    case 'text':
      return text;
    case 'newsml':
    case 'nitf':
    case 'nitf-superdesk':
      return new DOMParser().parseFromString(text, 'text/xml').documentElement?.textContent ?? '';
    case 'ninjs':
    case 'ninjs-3.1':
    case 'ninjs-superdesk':
      return readNinjs(JSON.parse(text) as NinjsWords);
  }
}

type NinjsField = 'headline' | 'description_text' | 'located' | 'byline' | 'by' | 'body_html' | 'body_xhtml';
interface NinjsWords extends Readonly<Partial<Record<NinjsField, string>>> {
  readonly headlines?: readonly { readonly value: string }[];
  readonly bodies?: readonly { readonly value: string }[];
}

/** The fields of an item, and its body as a browser shows it. */
function readNinjs(item: NinjsWords): string {
  const { headline, description_text: deck, located, byline, by } = item;
  const heads = item.headlines?.map(({ value }) => value) ?? [];
  const markup = item.bodies?.[0]?.value ?? item.body_html ?? item.body_xhtml ?? '';
  return [headline, deck, located, byline, by, ...heads, readPage(markup).text].join('\n');
}

/** Letters alone: where the spaces between them go is the medium's affair. */
function letters(text: string): string {
  return cleanText(text).replace(/[\s\u2060]+/gu, '');
}

/** The story's words, piece by piece as no medium may break them up. */
function pieces({ fields, blocks }: Story): string[] {
  const said = blocks
    .filter((block) => !isEmptyBlock(block))
    .flatMap((block) => {
      switch (block.type) {
        case 'pullQuote':
          return [inlineText(block.content), block.attribution];
        case 'figure':
          return [inlineText(block.caption), block.credit];
        case 'list':
        case 'table':
          return blockText(block).split(/[\n\t]/);
        default:
          return [blockText(block)];
      }
    });
  const place = fields.dateline.trim().replace(/^\[\s*(.*?)\s*\]$/u, '$1');
  return [fields.headline, fields.deck, place, fields.byline, ...said].filter((piece) => !isBlank(piece)).map(letters);
}

describe('no word is lost', () => {
  it.each(DOCUMENT_TARGETS)('in %s', (target) => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const { text } = exportDocument(story, placePictures(story, assets.values()), target);
        const read = letters(readText(text, target));
        expect(pieces(story).filter((piece) => !read.includes(piece))).toEqual([]);
      }),
    );
  });

  it('in a Word document', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const { parts } = exportDocx(story, placePictures(story, assets.values()));
        const read = letters(
          new DOMParser().parseFromString(parts.get('word/document.xml') ?? '', 'text/xml').documentElement
            ?.textContent ?? '',
        );
        expect(pieces(story).filter((piece) => !read.includes(piece))).toEqual([]);
      }),
    );
  });
});
