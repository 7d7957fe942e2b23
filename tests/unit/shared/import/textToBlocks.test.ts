import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textToBlocks } from '../../../../shared/import/textToBlocks.ts';
import { blockSchema } from '../../../../shared/story/block.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { withoutIds } from '../../../fixtures/documents/withoutIds.ts';

const texts = (text: string) => textToBlocks(text).map(blockText);

describe('plain text', () => {
  it('has paragraphs apart by empty lines, or line by line', () => {
    expect(texts('One.\n\n\n \t\nTwo.\r\n\r\nThree.\rFour.\u2029Five.')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
      'Five.',
    ]);
    expect(texts('A line that stands alone.\nAnother one.\nAnd a third.')).toEqual([
      'A line that stands alone.',
      'Another one.',
      'And a third.',
    ]);
  });

  it('keeps no-break spaces, double spaces and joiners, and drops ordinary spaces at the ends', () => {
    expect(texts('  a  b\u00a0\u00a0 \n\n\ufeff\u200fعربي\u200c\n\n\u00a0')).toEqual([
      'a  b\u00a0\u00a0',
      '\u200fعربي\u200c',
    ]);
  });

  it('joins the lines a mail program broke, and no others', () => {
    const mail = [
      'The minister said on Tuesday that the bridge would open before the',
      'second harvest, and that the traders who had paid the toll twice would',
      'be given their money back.',
      '',
      'Nobody in the market believed him. The river had moved three times in',
      'two years, and three times the engineers had come too late to see it',
      'go.',
      'Ayesha Raza',
      'Sarand',
    ].join('\n');
    expect(texts(mail)).toEqual([
      'The minister said on Tuesday that the bridge would open before the second harvest, and that the traders who had paid the toll twice would be given their money back.',
      'Nobody in the market believed him. The river had moved three times in two years, and three times the engineers had come too late to see it go.',
      'Ayesha Raza',
      'Sarand',
    ]);
  });

  it('parts paragraphs that begin further in, without empty lines', () => {
    const typed = [
      '    The minister said on Tuesday that the bridge would open before the',
      'second harvest, and that the traders who had paid the toll twice would',
      'be given their money back, every one of them, before the end of it all',
      '    Nobody in the market believed him. The river had moved three times',
      'in two years, and three times the engineers had come too late to see.',
    ].join('\n');
    expect(texts(typed).map((text) => text.slice(0, 12))).toEqual(['The minister', 'Nobody in th']);
  });

  it('does not join long paragraphs that stand line under line', () => {
    const line =
      'A paragraph of its own, as long as paragraphs are, with nothing broken in it at all but the end of it. ';
    expect(texts(Array.from({ length: 5 }, () => line.repeat(2)).join('\n'))).toHaveLength(5);
  });

  it('reads lists and separators', () => {
    expect(withoutIds(textToBlocks('- a\n- b\n\n* * *\n\n3. c\n4. d\n\n- alone\n\n— a dash'))).toEqual([
      {
        type: 'list',
        kind: 'bulleted',
        items: [{ content: [{ type: 'text', text: 'a' }] }, { content: [{ type: 'text', text: 'b' }] }],
      },
      { type: 'separator' },
      {
        type: 'list',
        kind: 'numbered',
        start: 3,
        items: [{ content: [{ type: 'text', text: 'c' }] }, { content: [{ type: 'text', text: 'd' }] }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: '- alone' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '— a dash' }] },
    ]);
  });

  it('refuses more paragraphs than a story can have', () => {
    expect(() => textToBlocks('x\n\n'.repeat(100_001))).toThrow(/longer than one story/);
  }, 60_000);

  it('loses no character that is seen, whatever the text', () => {
    // Of a list only the mark goes, of a separator everything: such lines are left to the tests above.
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/^[\s\p{Cf}]*(?:[•‣▪●◦*·⁂_=~#—–-]|\d)/u.test(text));
    const seen = (text: string) => text.replace(/[\s\p{Cf}\p{Cc}\ufdd0-\ufdef\ufffc\ufffe\uffff\u2800]+/gu, '');
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, between) => {
        const blocks = textToBlocks(lines.join(between));
        for (const block of blocks) blockSchema.parse(block);
        expect(seen(blocks.map(blockText).join(''))).toBe(seen(lines.join('')));
      }),
    );
  });
});
