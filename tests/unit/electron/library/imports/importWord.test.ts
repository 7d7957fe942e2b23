import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { versionsOf } from '../../../../../shared/suggestions/versions.ts';
import { importFile } from '../../../../../electron/library/imports/importFile.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { withoutIds } from '../../../../fixtures/documents/withoutIds.ts';
import {
  makeWord,
  run,
  wordItem,
  wordParagraph,
  wordPicture,
  wordRow,
} from '../../../../fixtures/documents/WordMaker.ts';
import { ImportDesk } from './ImportDesk.ts';

let desk: ImportDesk;
let png: Buffer;
beforeAll(async () => {
  desk = new ImportDesk();
  png = await drawPicture({ type: 'image/png', width: 60, height: 40 });
});
afterAll(() => desk.close());

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const COPY = 'The first paragraph of the story says what happened and is longer than its headline is.';

async function textsOf(body: string): Promise<string[]> {
  const { story } = await desk.takeWord({ body });
  return story.blocks.map(blockText);
}

describe('a Word document', () => {
  it('becomes a story: fields by style, headings, marks, quotes, lists, tables, separators of lines', async () => {
    const { story, furniture } = await desk.takeWord({
      body: [
        wordParagraph('Grain at the border', 'Title'),
        wordParagraph('Lorries wait for days, and prices rise', 'Subtitle'),
        wordParagraph('By Ayesha Raza and Omar Beg', 'Byline'),
        wordParagraph(`[Torkham] ${COPY}\u00a0`),
        wordParagraph('What drivers say', 'Heading1'),
        wordParagraph(
          run('Bold', '<w:b/>') +
            run(' italic', '<w:i/>') +
            run(' both', '<w:b/><w:i/>') +
            run(' under', '<w:u w:val="single"/>') +
            run(' gone', '<w:strike/>') +
            run(' H') +
            run('2', '<w:vertAlign w:val="subscript"/>') +
            run('O m') +
            run('2', '<w:vertAlign w:val="superscript"/>') +
            run(' plain', '<w:b w:val="0"/>'),
        ),
        wordParagraph('Who asked', 'Heading2'),
        wordParagraph('A quoted paragraph', 'Quote'),
        wordParagraph('says what happened', 'PullQuote'),
        wordItem('Wheat', 1),
        wordItem('from the north', 1, 1),
        wordItem('Rice', 1),
        wordItem('One', 2),
        `<w:tbl><w:tblPr/>${wordRow(['Day', 'Lorries'], '<w:tblHeader/>')}${wordRow(['Monday', '4'])}</w:tbl>`,
        wordParagraph(run('Line one') + '<w:r><w:br/></w:r>' + run('line two')),
      ].join(''),
      title: 'Not the headline',
      keywords: 'grain, border; trade',
    });
    expect(story.fields).toMatchObject({
      headline: 'Grain at the border',
      deck: 'Lorries wait for days, and prices rise',
      byline: 'By Ayesha Raza and Omar Beg',
      dateline: 'Torkham',
      slug: '',
      language: 'en',
      keywords: ['grain', 'border', 'trade'],
    });
    expect(withoutIds(story.blocks)).toEqual([
      paragraph(text(`${COPY}\u00a0`)),
      { type: 'heading', level: 2, content: [text('What drivers say')] },
      paragraph(
        text('Bold', 'bold'),
        text(' italic', 'italic'),
        text(' both', 'bold', 'italic'),
        text(' under', 'underline'),
        text(' gone', 'strikethrough'),
        text(' H'),
        text('2', 'subscript'),
        text('O m'),
        text('2', 'superscript'),
        text(' plain'),
      ),
      { type: 'heading', level: 3, content: [text('Who asked')] },
      { type: 'quote', content: [text('A quoted paragraph')] },
      {
        type: 'pullQuote',
        content: [text('says what happened')],
        attribution: '',
        source: {
          block: 0,
          start: 33,
          end: 51,
          passage: 'says what happened',
          before: 'The first paragraph of the story ',
          after: ' and is longer than its headline is.\u00a0',
        },
      },
      {
        type: 'list',
        kind: 'bulleted',
        items: [
          { content: [text('Wheat')], list: { kind: 'bulleted', items: [{ content: [text('from the north')] }] } },
          { content: [text('Rice')] },
        ],
      },
      { type: 'list', kind: 'numbered', items: [{ content: [text('One')] }] },
      {
        type: 'table',
        rows: [
          [
            { content: [text('Day')], header: true },
            { content: [text('Lorries')], header: true },
          ],
          [{ content: [text('Monday')] }, { content: [text('4')] }],
        ],
      },
      paragraph(text('Line one'), { type: 'lineBreak' }, text('line two')),
    ]);
    expect(furniture).toEqual([]);
  });

  it('gives its pictures with caption and credit, and a place for those it cannot have', async () => {
    const { story, notes } = await desk.takeWord({
      body: [
        wordParagraph(COPY),
        wordParagraph(wordPicture('rIdPng', 'A gate')),
        wordParagraph('Lorries at the gate. (Omar Beg / North Wire)', 'Caption'),
        wordParagraph(wordPicture('rIdEmf', 'A drawing')),
        wordParagraph('Drawn.', 'Caption'),
        wordParagraph('Somebody', 'Credit'),
        wordParagraph(wordPicture('rIdGone', 'Gone')),
        wordParagraph(wordPicture('rIdNowhere', 'Nowhere') + run('Words beside it')),
      ].join(''),
      relations: [
        ['rIdPng', 'image', 'media/image1.png'],
        ['rIdEmf', 'image', 'media/image2.emf'],
        ['rIdGone', 'image', 'media/image3.png'],
      ],
      files: { 'word/media/image1.png': png, 'word/media/image2.emf': 'no picture' },
    });
    const figures = story.blocks.filter((block) => block.type === 'figure');
    expect(figures).toMatchObject([
      {
        fileName: 'image1.png',
        alt: 'A gate',
        caption: [text('Lorries at the gate.')],
        credit: 'Omar Beg / North Wire',
      },
      { assetId: null, fileName: 'image2.emf', alt: 'A drawing', caption: [text('Drawn.')], credit: 'Somebody' },
      { assetId: null, alt: 'Gone' },
      { assetId: null, alt: 'Nowhere' },
    ]);
    const [first] = figures;
    expect(first?.assetId && desk.access.media.find(first.assetId)).toMatchObject({ type: 'image/png', width: 60 });
    expect(notes.join('\n')).toMatch(/2 pictures are not with the document/);
    expect(notes.join('\n')).toMatch(/“image2\.emf” was not taken in: /);
    expect(story.blocks.map(blockText)).toContain('Words beside it');
  });

  it('reads as if every recorded change were accepted, and has these as suggestions, and comments as comments', async () => {
    const change = 'w:id="1" w:author="Desk" w:date="2026-05-03T10:00:00Z"';
    const { story } = await desk.takeWord({
      body: [
        wordParagraph(
          run('The queue ') +
            `<w:del ${change}><w:r><w:delText>never ended</w:delText></w:r></w:del>` +
            `<w:ins ${change}>${run('ended on Friday')}</w:ins>` +
            `<w:moveFrom ${change}>${run(' gone')}</w:moveFrom><w:moveTo ${change}>${run(' here')}</w:moveTo>` +
            '<w:commentRangeStart w:id="0"/>' +
            run('.') +
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        wordParagraph(COPY),
      ].join(''),
      comments: `<w:comment w:id="0" w:author="Lina &amp; Co" w:initials="L">${wordParagraph('Check the day')}</w:comment>`,
    });
    expect(story.fields.headline + story.blocks.map(blockText).join()).toContain('The queue ended on Friday here.');
    const { suggestions = [], review, ...rest } = story;
    expect(JSON.stringify(rest)).not.toMatch(/never ended|gone/);
    expect(suggestions.map(({ by, at }) => [by, at])).toEqual([['Desk', '2026-05-03T10:00:00.000Z']]);
    const [before] = versionsOf(story);
    expect([before?.fields.headline, ...(before?.blocks ?? []).map(blockText)].join()).toContain(
      'The queue never ended gone.',
    );
    expect(review?.threads.map(({ notes }) => notes[0])).toMatchObject([{ by: 'Lina & Co', text: 'Check the day' }]);
  });

  it('is read or refused with a sentence, however deep what was recorded is nested', async () => {
    const deep = 20_000;
    const inside = `<w:ins w:author="A">${'<w:sdt><w:sdtContent>'.repeat(deep)}${run(COPY)}${'</w:sdtContent></w:sdt>'.repeat(deep)}</w:ins>`;
    const path = desk.write('deep.docx', await makeWord({ body: `<w:p>${inside}</w:p>` }));
    const outcome: unknown = await importFile(desk.access, path).catch((error: unknown) => error);
    expect(outcome instanceof Error && !(outcome instanceof StetError)).toBe(false);
  });

  it('keeps footnotes as text, without the arrows back', async () => {
    const { story } = await desk.takeWord({
      body: wordParagraph(run(COPY) + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
      footnotes: `<w:footnote w:id="1">${wordParagraph('The ministry said so in May.')}</w:footnote>`,
    });
    expect(story.blocks.map(blockText)).toEqual([`${COPY}[1]`, 'The ministry said so in May.']);
  });

  it('links to the web and nowhere else', async () => {
    const { story } = await desk.takeWord({
      body: wordParagraph(
        `<w:hyperlink r:id="rIdWeb">${run('prices')}</w:hyperlink>` +
          run(' and ') +
          `<w:hyperlink r:id="rIdBad">${run('this')}</w:hyperlink><w:hyperlink w:anchor="x">${run(' here')}</w:hyperlink>` +
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/f" </w:instrText></w:r>' +
          `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(' field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      relations: [
        ['rIdWeb', 'hyperlink', 'https://example.org/grain?utm_source=word'],
        ['rIdBad', 'hyperlink', 'javascript:alert(1)'],
      ],
    });
    expect(withoutIds(story.blocks)).toEqual([
      paragraph(
        { type: 'link', url: 'https://example.org/grain?utm_source=word', children: [text('prices')] },
        text(' and this here'),
        { type: 'link', url: 'https://example.org/f', children: [text(' field')] },
      ),
    ]);
  });

  it('loses no words of fields, directions, ruby, formulas and text boxes', async () => {
    const box = (words: string) => `<w:txbxContent>${wordParagraph(words)}</w:txbxContent>`;
    const texts = await textsOf(
      [
        wordParagraph(COPY),
        wordParagraph(`<w:fldSimple w:instr=" SEQ Figure ">${run('field 1')}</w:fldSimple>${run(' and more')}`),
        wordParagraph(`<w:dir w:val="rtl">${run('شاحنات')}</w:dir><w:bdo w:val="ltr">${run(' bdo')}</w:bdo>`),
        wordParagraph(
          `<w:r><w:ruby><w:rubyPr><w:hps w:val="1"/></w:rubyPr><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>${run('!')}`,
        ),
        wordParagraph(`<w:r><w:t>E=</w:t></w:r><m:oMath><m:r><m:rPr/><m:t>mc²</m:t></m:r></m:oMath>`),
        wordParagraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/>${box('only the new form')}</mc:Choice></mc:AlternateContent></w:r>`,
        ),
        wordParagraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('both')}</mc:Choice><mc:Fallback><w:pict><v:oval><v:textbox>${box('both')}</v:textbox></v:oval></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        wordParagraph(
          `${run('a')}<w:r><w:cr/></w:r>${run('b')}<w:r><w:tab/></w:r>${run('c')}<w:r><w:noBreakHyphen/></w:r>${run('d')}`,
        ),
        `<w:sdt><w:sdtContent>${wordParagraph('in a control')}</w:sdtContent></w:sdt>`,
      ].join(''),
    );
    const all = texts.join('\n');
    for (const words of [
      'field 1 and more',
      'شاحنات bdo',
      '漢',
      'kan',
      'E=mc²',
      'only the new form',
      'a\nb c‑d',
      'in a control',
    ]) {
      expect(all).toContain(words);
    }
    expect(all.match(/both/g)).toHaveLength(1);
  });

  it('leaves hidden text out and says so', async () => {
    const { story, notes } = await desk.takeWord({
      body: wordParagraph(run(COPY) + run('a secret source', '<w:vanish/>') + run(' And on.', '<w:vanish w:val="0"/>')),
    });
    expect(story.blocks.map(blockText)).toEqual([`${COPY} And on.`]);
    expect(notes).toContain('Left out 3 words of hidden text.');
  });

  it('keeps directions, and knows Arabic, Urdu, Persian and Hebrew', async () => {
    const { story } = await desk.takeWord({
      body: [
        wordParagraph('انتظرت الشاحنات أياما عند المعبر قبل أن تفتح البوابة في الصباح', '', '<w:bidi/>'),
        wordParagraph('NATO قالت', '', '<w:bidi/>'),
        wordParagraph('قالت NATO', '', '<w:bidi w:val="0"/>'),
        wordItem('في القائمة', 1).replace('<w:pPr>', '<w:pPr><w:bidi/>'),
      ].join(''),
    });
    expect(story.fields.language).toBe('ar');
    expect(story.blocks.map((block) => block.direction)).toEqual([undefined, 'rtl', 'ltr', undefined]);
    expect(JSON.stringify(story)).not.toMatch(/[\ufdd0\ufdd1]/);
    for (const [language, words] of [
      ['ur', 'ٹرک کئی دن سرحد پر کھڑے رہے اور قیمتیں بڑھ گئیں، ڈرائیوروں نے کہا'],
      ['fa', 'کامیون‌ها چند روز پشت مرز ماندند و قیمت‌ها بالا رفت، رانندگان گفتند'],
      ['he', 'המשאיות חיכו ימים במעבר והמחירים עלו, אמרו הנהגים'],
    ] as const) {
      const { fields } = (await desk.takeWord({ body: wordParagraph(words) })).story;
      expect(fields.language).toBe(language);
    }
  });

  it('is read from the place its relations name, and under any name', async () => {
    const moved = await makeWord({
      body: '',
      replace: {
        'word/document.xml': null,
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/docs/text.xml"/></Relationships>',
        'docs/text.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph('Elsewhere')}</w:body></w:document>`,
      },
    });
    const { story } = await desk.takeText('looks-old.docm', moved);
    expect(story.blocks.map(blockText)).toEqual(['Elsewhere']);
    const renamed = await desk.takeText('word-inside.doc', await makeWord({ body: wordParagraph('Renamed') }));
    expect(renamed.story.blocks.map(blockText)).toEqual(['Renamed']);
  });
});

describe('a Word document that is no good', () => {
  it.each([
    ['cut off', async () => (await makeWord({ body: wordParagraph('x') })).subarray(0, 900), 'unreadable'],
    ['without its text', () => makeWord({ body: '', replace: { 'word/document.xml': null } }), 'unreadable'],
    ['with broken XML', () => makeWord({ body: '<w:p><w:r>' }), 'unreadable'],
    [
      'with entities that multiply',
      () =>
        makeWord({
          body: '',
          replace: {
            'word/document.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>',
          },
        }),
      'unreadable',
    ],
    ['nested without end', () => makeWord({ body: '<w:sdt><w:sdtContent>'.repeat(50_000) }), 'unreadable'],
    ['that unpacks to gigabytes', () => makeWord({ body: wordParagraph('a'.repeat(80_000_000)) }), 'tooLarge'],
    ['of nothing', () => makeWord({ body: wordParagraph('') }), 'empty'],
  ])('is refused: %s', async (name, make, code) => {
    const refusal = await desk.refusal(desk.write(`${name}.docx`, await make()));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(`${name}.docx`);
  });
});
