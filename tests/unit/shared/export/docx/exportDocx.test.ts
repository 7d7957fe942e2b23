import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '../../../../../shared/export/docx/exportDocx.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';

const words = (text: string) => [{ type: 'text' as const, text }];
const id = (name: string) => name as BlockId;

function documentXml(story: Story): string {
  return exportDocx(story, placePictures(story, HARBOUR_ASSETS)).parts.get('word/document.xml') ?? '';
}

function withBlocks(...blocks: Block[]): Story {
  return { ...HARBOUR_STORY, blocks };
}

function faults(xml: string): string[] {
  const found: string[] = [];
  const onError = (level: string, message: string) => void (level !== 'warning' && found.push(message));
  new DOMParser({ onError }).parseFromString(xml, 'text/xml');
  return found;
}

describe('a Word document', () => {
  it('names what each paragraph is', () => {
    const xml = documentXml(HARBOUR_STORY);
    const styles = new Set(Array.from(xml.matchAll(/<w:pStyle w:val="(\w+)"/g), ([, style]) => style));
    expect([...styles]).toEqual([
      ...['Title', 'Deck', 'Byline', 'Picture', 'Caption', 'Credit', 'PullQuote', 'PullQuoteAttribution', 'Heading2'],
      ...['Heading3', 'Quote', 'ListParagraph', 'TableHeading', 'TableText', 'AfterTable', 'Separator'],
    ]);
    expect(xml).toContain('descr="Four small boats &quot;rafted&quot; side by side"');
  });

  it('lays words out as they read, each direction for itself', () => {
    const xml = documentXml(
      withBlocks({ id: id('a'), type: 'paragraph', content: words('ذكر VHF 12 مرة.'), language: 'ar' }),
    );
    expect(xml).toContain('<w:pPr><w:bidi/></w:pPr>');
    expect(xml).toContain('<w:rPr><w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t xml:space="preserve">ذكر </w:t>');
    expect(xml).toContain('<w:r><w:t xml:space="preserve">VHF 12</w:t></w:r>');
  });

  it('begins each numbered list where it should', () => {
    const list = (name: string, start: number): Block => ({
      ...{ id: id(name), type: 'list', kind: 'numbered', start },
      items: [{ content: words('One') }],
    });
    const { parts } = exportDocx(withBlocks(list('a', 1), list('b', 7)), new Map());
    expect(parts.get('word/numbering.xml')).toMatch(/startOverride w:val="1".*startOverride w:val="7"/s);
    expect(parts.get('word/document.xml')).toMatch(/w:numId w:val="1".*w:numId w:val="2"/s);
  });

  it('keeps cells that span whole, and every row as wide as the others', () => {
    const xml = documentXml(
      withBlocks({
        ...{ id: id('t'), type: 'table' },
        rows: [
          [{ content: words('Wide'), colSpan: 2, header: true }],
          [{ content: words('Tall'), rowSpan: 2 }, { content: words('Right') }],
          [{ content: words('Below') }],
          [{ content: words('Alone') }],
        ],
      }),
    );
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => row.match(/<w:tc>/g)?.length)).toEqual([1, 2, 2, 2]);
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[1]).toContain('<w:vMerge w:val="restart"/>');
    expect(rows[2]).toContain('<w:vMerge/>');
  });

  it('leads nowhere a link must not lead', () => {
    const { parts } = exportDocx(HARBOUR_STORY, new Map());
    expect(parts.get('word/_rels/document.xml.rels')).toContain('https://example.org/notice?no=7&amp;year=2025');
    expect([...parts.values()].join('')).not.toContain('javascript:');
  });

  it('of any story is well-formed in every part', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const { parts } = exportDocx(story, placePictures(story, assets.values()));
        for (const xml of parts.values()) expect(faults(xml)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
