import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeList } from '../../../../shared/codes/CodeList.ts';
import { parseCodes } from '../../../../shared/codes/parseCodes.ts';

const LIST = `\ufeff# our people
pm\tAnneliese Noor, the prime minister\tMs Noor

 # a note
Bano\tبانو ابراهيم
kb\t Keti Bandar \t\tthe port\t
`;

describe('a list of codes', () => {
  it('is read line by line, with or without a mark, whatever the line ends', () => {
    const codes = [
      { code: 'pm', texts: ['Anneliese Noor, the prime minister', 'Ms Noor'] },
      { code: 'Bano', texts: ['بانو ابراهيم'] },
      { code: 'kb', texts: ['Keti Bandar', '', 'the port'] },
    ];
    for (const text of [LIST, LIST.slice(1), LIST.replaceAll('\n', '\r\n'), LIST.replaceAll('\n', '\r')])
      expect(parseCodes(text)).toEqual({ isThere: true, codes, problems: [] });
  });

  it('names each line it cannot use, and uses the others', () => {
    const { codes, problems } = parseCodes('a b\tx\nno tab\n\ttext\nc\t \nc#2\tx\nok\tfine\nOK\tagain\n');
    expect(codes).toEqual([{ code: 'ok', texts: ['fine'] }]);
    expect(problems.map((one) => /^Line (\d+) /.exec(one)?.[1])).toEqual(['1', '2', '3', '4', '5', '7']);
    for (const problem of problems) expect(problem).toMatch(/\.$/);
    expect(problems[5]).toContain('of line 6 again');
  });

  it('is never too much: any text gives codes that can be typed, and sentences', () => {
    const piece = fc.constantFrom('a', 'B', '\t', '\n', '\r\n', '#', '\\', ' ', 'é', 'م', '\u0000', '\ufeff');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { codes, problems } = parseCodes(pieces.join(''));
        const list = new CodeList(codes);
        for (const { code, texts } of codes) {
          const first = texts[0] ?? '';
          expect(list.typedAtEnd(`x \\${code}\\`)).toEqual(first === '' ? null : { start: 2, text: first });
        }
        expect(problems.every((one) => one.length > 10)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(parseCodes('x\n'.repeat(500)).problems).toHaveLength(101);
  });
});

describe('a code at the caret', () => {
  const list = new CodeList(parseCodes(LIST).codes);

  it.each([
    ['with \\pm\\', { start: 5, text: 'Anneliese Noor, the prime minister' }],
    ['\\PM#2\\', { start: 0, text: 'Ms Noor' }],
    ['C:\\files \\bano\\', { start: 9, text: 'بانو ابراهيم' }],
    ['\\pm#3\\', null],
    ['\\kb#2\\', null],
    ['\\kb#3\\', { start: 0, text: 'the port' }],
    ['\\nobody\\', null],
    ['\\p m\\', null],
    ['\\\\', null],
    ['pm\\', null],
    ['\\pm', null],
    ['', null],
  ])('is found in “%s”, or not', (before, typed) => {
    expect(list.typedAtEnd(before)).toEqual(typed);
  });

  it('is replaced in an input, and the caret goes behind it', () => {
    expect(list.replaceAt('by \\pm#2\\ and', 9)).toEqual({ words: 'by Ms Noor and', caret: 10 });
    expect(list.replaceAt('by \\pm#2\\ and', 8)).toBeNull();
    expect(list.replaceAt('\\pm\\', null)).toBeNull();
  });
});
