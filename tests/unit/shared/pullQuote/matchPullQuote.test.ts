import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPullQuote } from '../../../../shared/pullQuote/matchPullQuote.ts';
import { paragraph, paragraphs, pullQuote } from './storyOf.ts';

const BODY = paragraphs(
  'The ferry was late again on Monday, and nobody on the quay seemed surprised.',
  '“We used to set our clocks by it,” said Marta Lindqvist, who runs the bakery. “Now the children bet on it,” she added.',
  'The operator’s plan – published last week – promises two more boats, cleaner engines and a timetable that holds.',
);

describe('matching a quote to its passage', () => {
  it.each([
    ['word for word', 'nobody on the quay seemed surprised'],
    ['with a full stop of its own where the source pauses', 'We used to set our clocks by it.'],
    ['in other quote marks', '"We used to set our clocks by it"'],
    ['with other dashes and apostrophes', "The operator's plan — published last week — promises two more boats"],
    ['over other white space', 'nobody  on\u00a0the quay\nseemed surprised'],
  ])('finds it %s', (_, text) => {
    expect(matchPullQuote(text, BODY)).toMatchObject({ kind: 'exact', leftOut: [] });
  });

  it.each([
    ['ends as a sentence where the source runs on', 'The ferry was late.'],
    ['begins as a sentence where the source does not', 'Nobody on the quay seemed surprised'],
    ['drops a comma', 'The ferry was late again on Monday and nobody on the quay seemed surprised.'],
    ['has an editor’s insertion', 'We used to set our clocks by it [the ferry]'],
  ])('calls a quote trimmed that %s', (_, text) => {
    expect(matchPullQuote(text, BODY)).toMatchObject({ kind: 'trimmed' });
  });

  it('says which words a joined quote leaves out', () => {
    const match = matchPullQuote('We used to set our clocks by it. Now the children bet on it.', BODY);
    expect(match).toMatchObject({
      kind: 'spliced',
      leftOut: ['said Marta Lindqvist, who runs the bakery'],
      source: { blockId: 'p1', start: 1 },
    });
    expect(match?.pieces).toHaveLength(2);
  });

  it('joins passages of two paragraphs', () => {
    const match = matchPullQuote('The ferry was late again. Now the children bet on it.', BODY);
    expect(match).toMatchObject({ kind: 'spliced', leftOut: [] });
    expect(match?.pieces.map((piece) => piece.blockId)).toEqual(['p0', 'p1']);
  });

  it.each([
    ['a word changed', 'We used to set our watches by it'],
    ['a name put in lower case', 'said marta Lindqvist, who runs the bakery'],
    ['two words that stand in any story', 'the quay'],
    ['no words', ' … '],
  ])('finds nothing with %s', (_, text) => {
    expect(matchPullQuote(text, BODY)).toBeNull();
  });

  it('takes the place next to the pull-quote when the words stand twice', () => {
    const said = 'The harbour stays open, he said.';
    const blocks = [paragraph('a', said), paragraph('b', 'Nothing here.'), pullQuote('x'), paragraph('c', said)];
    const near = { blockId: pullQuote('x').id };
    expect(matchPullQuote('The harbour stays open', blocks, near)?.source.blockId).toBe('c');
  });

  it('folds the marks of Arabic and Hebrew', () => {
    const blocks = paragraphs('قالَ الوَزيرُ إنّ المعبرَ سيُفتَحُ غدًا أمامَ الجرحى.', 'הַשַּׁעַר ייפתח מחר בבוקר, אמר דובר צה״ל.');
    expect(matchPullQuote('«المعبر سيفتح غدا أمام الجرحى»', blocks)).toMatchObject({ kind: 'exact' });
    expect(matchPullQuote('השער ייפתח מחר בבוקר', blocks)).toMatchObject({ kind: 'exact' });
    expect(matchPullQuote('אמר דובר צה"ל', blocks)).toMatchObject({ kind: 'exact' });
  });

  it.each([
    ['yeh and kaf of another keyboard', 'وقال الشيخ علي إن الكتاب وصل', 'وقال الشيخ علی إن الکتاب وصل'],
    ['alef with and without hamza', 'أعلن الأمير أن الأبواب أغلقت', 'اعلن الامير ان الابواب اغلقت'],
    ['lam-alef as one sign', 'قال لا سلام بلا عدل', 'قال ﻻ سلام بﻼ عدل'],
    ['digits of either kind', 'وصلت ٣٥ شاحنة إلى المعبر', 'وصلت ۳۵ شاحنة إلى المعبر'],
  ])('takes letters that are typed in several ways for one: %s', (_, body, quoted) => {
    expect(matchPullQuote(quoted, paragraphs(`${body} أمس.`))).toMatchObject({ kind: 'exact' });
  });

  it('gives offsets whose characters are the passage', () => {
    const word = fc.constantFrom(
      'boat',
      'Quay',
      'l’été',
      'naïve',
      'سيُفتح',
      'צה״ל',
      '3.5',
      'IS-KP',
      '“late”',
      'und',
      '–',
    );
    const text = fc.array(word, { minLength: 6, maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (body, from, length) => {
        const words = body.split(' ');
        const start = from % words.length;
        const quote = words.slice(start, start + 3 + (length % 8)).join(' ');
        const match = matchPullQuote(quote, paragraphs(body));
        if (!match) return;
        const { start: at, end, passage } = match.source;
        expect(body.slice(at, end)).toBe(passage);
      }),
    );
  });
});
