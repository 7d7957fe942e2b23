import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '../../../../../shared/export/docx/exportDocx.ts';
import { readTrackMarks, weaveWords } from '../../../../../shared/export/docx/weaveWords.ts';
import { toLetters } from '../../../../../shared/merge/letters.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId, LayerId } from '../../../../../shared/story/ids.ts';
import type { Inline } from '../../../../../shared/story/inline.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { withVersions } from '../../../../../shared/suggestions/versions.ts';
import { arbitraryInlines } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';

const words = (text: string, ...marks: string[]): Inline => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (id: string, ...content: Inline[]): Block => ({ id: id as BlockId, type: 'paragraph', content });
const head = (by: string, at: string) => ({ id: `layer${by.toLowerCase()}` as LayerId, by, at, times: {} });

/** A story whose words were these, and are those now. */
function suggested(...versions: Block[][]): Story {
  const fields = { ...HARBOUR_STORY.fields, headline: '', deck: '', byline: '', dateline: '' };
  const all = versions.map((blocks) => ({ fields, blocks }));
  const heads = [head('Lina', '2026-11-30T12:00:00.500Z'), head('Omar', '2026-11-30T13:00:00.000Z')];
  return withVersions({ ...HARBOUR_STORY, fields }, all, heads);
}

function bodyOf(story: Story): string {
  const { parts } = exportDocx(story, new Map(), { version: '', comments: false, suggestions: true });
  return (parts.get('word/document.xml') ?? '')
    .replace(/<w:(?:bookmark|lang)[^>]*>|<w:sectPr>.*<\/w:sectPr>/gs, '')
    .replaceAll('<w:rPr></w:rPr>', '')
    .replace(/ w:id="\d+"/g, '');
}

/** The text of a version in woven words. */
function versionOf(woven: readonly Inline[], level: number): string {
  const { text, dress } = toLetters(woven);
  return text
    .split('')
    .filter((_letter, at) => {
      const { putIn, takenOut } = readTrackMarks(dress[at]?.marks ?? []);
      return (putIn ?? 0) <= level && (takenOut === null || takenOut > level);
    })
    .join('');
}

describe('suggestions in a Word document', () => {
  it('are woven so that every version can be read out of them', () => {
    fc.assert(
      fc.property(fc.array(arbitraryInlines, { minLength: 1, maxLength: 4 }), (versions) => {
        const woven = weaveWords(versions, [...versions.keys()]);
        const plain = (text: string) => text.replaceAll('\n', '');
        for (const [level, content] of versions.entries())
          expect(plain(versionOf(woven, level))).toBe(plain(toLetters(content).text));
        expect(versionOf(woven, versions.length - 1)).toBe(toLetters(versions.at(-1) ?? []).text);
      }),
    );
  });

  it('stand as recorded changes of who made them', () => {
    const body = bodyOf(
      suggested([paragraph('one', words('It came fast.'))], [paragraph('one', words('It came slowly.'))]),
    );
    const lina = 'w:author="Lina" w:date="2026-11-30T12:00:00Z"';
    expect(body).toContain(`<w:del ${lina}><w:r><w:delText xml:space="preserve">fast</w:delText></w:r></w:del>`);
    expect(body).toContain(`<w:ins ${lina}><w:r><w:t xml:space="preserve">slowly</w:t></w:r></w:ins>`);
  });

  it('show paragraphs that were put in and taken out, and what was set otherwise', () => {
    const before = [paragraph('one', words('Plain ropes.')), paragraph('two', words('To go.'))];
    const heading: Block = {
      id: 'one' as BlockId,
      type: 'heading',
      level: 2,
      content: [words('Plain '), words('ropes', 'bold'), words('.')],
    };
    const body = bodyOf(suggested(before, [heading, paragraph('new', words('Put in.'))]));
    expect(body).toMatch(
      /<w:pStyle w:val="Heading2"\/><w:pPrChange w:author="Lina"[^>]*><w:pPr><\/w:pPr><\/w:pPrChange>/,
    );
    expect(body).toMatch(/<w:b\/><w:bCs\/><w:rPrChange w:author="Lina"/);
    expect(body).toMatch(/<w:p><w:pPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:ins [^>]*>.*Put in\./);
    expect(body).toMatch(/<w:p><w:pPr><w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr><w:del [^>]*>.*To go\./);
  });

  it('go out only where they are asked for', () => {
    const story = suggested([paragraph('one', words('Formerly.'))], [paragraph('one', words('Is.'))]);
    expect(JSON.stringify([...exportDocx(story, new Map()).parts])).not.toMatch(/Formerly|w:ins\b|w:del\b|Lina/);
  });
});
