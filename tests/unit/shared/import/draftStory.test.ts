import { describe, expect, it } from 'vitest';
import { draftStory, type StoryDraft } from '../../../../shared/import/draftStory.ts';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { textToBlocks } from '../../../../shared/import/textToBlocks.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { NEWS_PAGE } from '../../../fixtures/documents/clipboards.ts';
import {
  CAPTION,
  CREDIT,
  DECK,
  HEADLINE,
  PULL_QUOTES,
  STORY,
  WIRE_PAGE,
} from '../../../fixtures/documents/wirePage.ts';
import { withoutIds } from '../../../fixtures/documents/withoutIds.ts';

function draftText(text: string): StoryDraft {
  const nothing = { details: new Map(), language: '', title: '', dateline: '', isOurs: false, notes: [], fields: {} };
  return draftStory({ ...nothing, blocks: textToBlocks(text, true) });
}

function draftHtml(html: string): StoryDraft {
  return draftStory({ ...htmlToBlocks(html), fields: {} });
}

/** What is left when the offers are taken. */
function textsWithoutFurniture({ blocks, furniture }: StoryDraft): string[] {
  const gone = new Set(furniture.flatMap((piece) => piece.blockIds));
  return blocks.filter((block) => !gone.has(block.id)).map(blockText);
}

const COPY = 'The first paragraph of the story says what happened and is longer than its headline is, by far.';

describe('a story copied off a page', () => {
  const draft = draftText(WIRE_PAGE);

  it('finds headline, deck and dateline', () => {
    expect(draft.fields).toMatchObject({
      headline: HEADLINE,
      deck: DECK,
      dateline: 'Sarand',
      byline: '',
      language: 'en',
    });
    expect(draft.notes).toContain('Took the headline, the deck and the dateline from the first lines. Look them over.');
  });

  it('makes a place for the lead picture, with caption and credit apart', () => {
    expect(draft.blocks.find((block) => block.type === 'figure')).toMatchObject({
      assetId: null,
      caption: [{ type: 'text', text: CAPTION }],
      credit: CREDIT,
      origin: { caption: 'typed', credit: 'typed' },
    });
  });

  it('tells the pull-quotes and binds them to their passages, spliced and repeated ones too', () => {
    const quotes = draft.blocks.filter((block) => block.type === 'pullQuote');
    expect(quotes.map(blockText)).toEqual(PULL_QUOTES);
    const sources = quotes.map((quote) => draft.blocks.find((block) => block.id === quote.source?.blockId));
    expect(sources.map((block) => block && STORY.indexOf(blockText(block)))).toEqual([2, 5, 5]);
    expect(quotes.map((quote) => quote.source?.passage.slice(0, 20))).toEqual([
      'The foundations were',
      'We carry the flour a',
      'By the time it reach',
    ]);
  });

  it('offers the furniture above and below, and the headline printed twice, and keeps all of it', () => {
    expect(draft.furniture.map(({ reason, blockIds }) => [reason, blockIds.length])).toEqual([
      ['an appeal to donate, above the headline', 8],
      ['repeats the headline', 1],
      ['settings of the page, below the story', 8],
    ]);
    expect(textsWithoutFurniture(draft)).toEqual([`${CAPTION}\n${CREDIT}`, ...STORY]);
    const all = draft.blocks.map(blockText).join('\n');
    for (const words of ['This winter', 'Donate', 'We were there.', 'RIVER SAR?', 'Browse Categories'])
      expect(all).toContain(words);
  });

  it('keeps no-break spaces as typed', () => {
    expect(draft.blocks.map(blockText).filter((text) => text.endsWith('\u00a0')).length).toBe(4);
  });
});

describe('a web page', () => {
  const draft = draftHtml(NEWS_PAGE);

  it('fills the fields from its markup, without a guess', () => {
    expect(draft.fields).toMatchObject({
      headline: 'Bridge reopens after three years',
      deck: 'Traders cross again, but the toll has doubled',
      byline: 'By Lina Haddad',
      dateline: 'Sarand',
      language: 'en-US',
    });
    expect(draft.notes.join()).not.toContain('Look them over');
  });

  it('binds its pull-quote, and offers what its classes call furniture', () => {
    expect(draft.blocks.find((block) => block.type === 'pullQuote')?.source?.passage).toBe('all of them honking');
    expect(draft.furniture.map((piece) => piece.reason)).toEqual([
      'an appeal to donate, above the headline',
      'an invitation to subscribe',
      'links to other stories, below the story',
    ]);
  });

  it('offers what stands outside its article', () => {
    const page = `<div><p>Weather: 21 degrees</p></div><article><h1>Bridge opens</h1><p>${COPY}</p></article><p>Another teaser</p>`;
    expect(draftHtml(page).furniture.map(({ reason, excerpt }) => [reason, excerpt])).toEqual([
      ["stands outside the page's article, above the headline", 'Weather: 21 degrees'],
      ["stands outside the page's article, below the story", 'Another teaser'],
    ]);
  });
});

describe('fields', () => {
  it('are found in plain text: a first line, a deck without a full stop, a byline, a dateline in capitals', () => {
    expect(
      draftText(
        `Ferry sinks off the coast\n\nAll aboard were saved, the coast guard said\n\nBy Ayesha Raza\n\nKARACHI, Pakistan (AP) — ${COPY}`,
      ).fields,
    ).toMatchObject({
      headline: 'Ferry sinks off the coast',
      deck: 'All aboard were saved, the coast guard said',
      byline: 'By Ayesha Raza',
      dateline: 'KARACHI, Pakistan (AP)',
    });
  });

  it.each([
    ['a text that begins with a sentence', `A ferry sank off the coast.\n\n${COPY}`],
    ['a text that begins with its dateline', `[Karachi] ${COPY}\n\n${COPY} Twice.`],
    ['one paragraph', 'A single line without an end'],
    ['a letter', `Dear desk,\n\n${COPY}`],
  ])('are not guessed for %s', (_name, text) => {
    expect(draftText(text).fields).toMatchObject({ headline: '', deck: '' });
  });

  it('are taken from labels at the top of wire copy', () => {
    const { fields, blocks } = draftText(
      `SLUG: flood-bridge\nHEADLINE: Bridge: open at last\nByline: Lina Haddad\n\n${COPY}`,
    );
    expect(fields).toMatchObject({
      slug: 'flood-bridge',
      headline: 'Bridge: open at last',
      byline: 'Lina Haddad',
      deck: '',
    });
    expect(blocks.map(blockText)).toEqual([COPY]);
  });

  it('are found in Arabic, Urdu and Hebrew', () => {
    const arabic = draftText(
      `غرق عبارة قبالة الساحل\n\nبقلم لينا حداد\n\n[بيروت] قال خفر السواحل إن جميع الركاب نجوا بعد ساعات في البحر وإن التحقيق بدأ في الصباح.`,
    );
    expect(arabic.fields).toMatchObject({
      headline: 'غرق عبارة قبالة الساحل',
      byline: 'بقلم لينا حداد',
      dateline: 'بيروت',
      language: 'ar',
    });
    const urdu = draftText(
      `ساحل کے قریب کشتی ڈوب گئی\n\n[کراچی] کوسٹ گارڈ کے مطابق تمام مسافر کئی گھنٹوں کے بعد بچا لیے گئے اور صبح تحقیقات شروع ہو گئیں۔`,
    );
    expect(urdu.fields).toMatchObject({ headline: 'ساحل کے قریب کشتی ڈوب گئی', dateline: 'کراچی', language: 'ur' });
    const hebrew = draftText(
      `מעבורת טבעה מול החוף\n\nחיפה (רויטרס) – משמר החופים אמר שכל הנוסעים ניצלו אחרי שעות בים, והחקירה נפתחה בבוקר.`,
    );
    expect(hebrew.fields).toMatchObject({
      headline: 'מעבורת טבעה מול החוף',
      dateline: 'חיפה (רויטרס)',
      language: 'he',
    });
  });

  it('do not take a speaker in an interview for a place', () => {
    const { fields, blocks } = draftText(
      `A talk with the engineer\n\nQUESTION: What happened to the bridge that stood here?\n\nENGINEER: The river took it, and nobody was surprised.\n\nREPORTER: Who was to blame for that, in the end?`,
    );
    expect(fields.dateline).toBe('');
    expect(blocks.map(blockText)[1]).toMatch(/^ENGINEER:/);
  });

  it('keep an Editor’s note and a bracketed word in the text', () => {
    expect(draftText(`Headline of the day\n\n[Editor’s note: this was updated] ${COPY}`).fields.dateline).toBe('');
    expect(draftText(`Headline of the day\n\n[sic] ${COPY}`).fields.dateline).toBe('');
  });

  it('come from the title when the page has no headline', () => {
    const { fields, notes } = draftHtml(`<title>Ferry sinks off the coast</title><p>${COPY}</p>`);
    expect(fields.headline).toBe('Ferry sinks off the coast');
    expect(notes).toContain("Took the headline from the document's title.");
    expect(draftHtml(`<title>Microsoft Word - draft 3.docx</title><p>${COPY}</p>`).fields.headline).toBe('');
  });
});

describe('captions', () => {
  it('are told from credits in clear cases only', () => {
    const figure = (caption: string) =>
      draftHtml(`<p>${COPY}</p><figure><img src=a.jpg><figcaption>${caption}</figcaption></figure>`).blocks[1];
    expect(figure('The gate. (AP)')).toMatchObject({ caption: [{ text: 'The gate.' }], credit: 'AP' });
    expect(figure('The gate. Photo: Omar Beg')).toMatchObject({
      caption: [{ text: 'The gate.' }],
      credit: 'Omar Beg',
    });
    expect(figure('الجسر عند الفجر (أ ف ب)')).toMatchObject({
      caption: [{ text: 'الجسر عند الفجر' }],
      credit: 'أ ف ب',
    });
    expect(figure('הגשר עם שחר (רויטרס)')).toMatchObject({ credit: 'רויטרס' });
    expect(figure('The <b>old gate</b> (Omar Beg/AFP)')).toMatchObject({ credit: 'Omar Beg/AFP' });
    expect(figure('The gate (left) in May (2026)')).toMatchObject({
      credit: '',
      caption: [{ text: 'The gate (left) in May (2026)' }],
    });
  });

  it('do not swallow copy that ends in brackets', () => {
    const { blocks } = draftText(
      `Headline of the day\n\n[Sarand] ${COPY}\n\nTwo others were there too, and say the same of what they saw (Additional reporting by NORTH / SOUTH)`,
    );
    expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
  });
});

describe('a credit on a line of its own', () => {
  const shape = ({ blocks }: StoryDraft) =>
    blocks.map((block) => (block.type === 'figure' ? [blockText(block)] : blockText(block)));
  const DECK_LINE = 'A deck that says more, and is a sentence.';

  it.each([
    ['Boats wait at the quay at dawn.', 'Credit: Imran Dars / Keti Pictures', 'Imran Dars / Keti Pictures'],
    ['Boats wait at the quay at dawn', 'Photo: Omar Beg', 'Omar Beg'],
    ['Boats wait at the quay at dawn', 'Photo by Omar Beg/AFP via Getty Images', 'Omar Beg/AFP via Getty Images'],
    ['Boats wait at the quay at dawn', '© Omar Beg', '© Omar Beg'],
    ['قوارب الصيد في الميناء عند الفجر', 'تصوير: عمر بيك', 'عمر بيك'],
    ['قوارب الصيد في الميناء عند الفجر', 'مصدر الصورة: رويترز', 'رويترز'],
    ['کشتیاں صبح کے وقت بندرگاہ میں۔', 'فوٹو کریڈٹ: عمر بیگ', 'عمر بیگ'],
    ['کشتیاں صبح کے وقت بندرگاہ میں۔', 'تصویر بشکریہ: اے ایف پی', 'اے ایف پی'],
    ['הסירות בנמל עם שחר', 'צילום: עומר בג, רויטרס', 'עומר בג, רויטרס'],
    ['הסירות בנמל עם שחר', 'קרדיט צילום: עומר בג', 'עומר בג'],
  ])('under %j makes a place for the lead picture, and the deck is found: %j', (caption, line, credit) => {
    for (const between of ['\n', '\n\n']) {
      const draft = draftText(
        `The bridge opens again\n\n${DECK_LINE}\n\n${caption}${between}${line}\n\n[Sarand] ${COPY}\n\n${COPY}`,
      );
      expect(draft.fields).toMatchObject({
        headline: 'The bridge opens again',
        deck: DECK_LINE,
        dateline: 'Sarand',
      });
      expect(draft.blocks[0]).toMatchObject({ type: 'figure', assetId: null, credit, caption: [{ text: caption }] });
      expect(shape(draft).slice(1)).toEqual([COPY, COPY]);
      expect(draft.notes.join()).toContain('A caption came without its picture');
    }
  });

  it('is told where no dateline shows where the story begins', () => {
    const draft = draftText(
      `The bridge opens again\n\nBoats wait at the quay.\n\nPhoto: Omar Beg\n\n${COPY}\n\n${COPY}`,
    );
    expect(draft.fields).toMatchObject({ headline: 'The bridge opens again', deck: '' });
    expect(draft.blocks[0]).toMatchObject({ type: 'figure', credit: 'Omar Beg' });
    expect(shape(draft).slice(1)).toEqual([COPY, COPY]);
  });

  it('stands with its caption apart from the copy further down', () => {
    const draft = draftText(
      `The bridge opens again\n\n[Sarand] ${COPY}\n\n${COPY}\n\nBoats wait at the quay.\nPhoto: Omar Beg\n\n${COPY}`,
    );
    expect(shape(draft)).toEqual([COPY, COPY, ['Boats wait at the quay.\nOmar Beg'], COPY]);
  });

  it('goes to the picture it stands under, with the caption between them', () => {
    const picture = '<figure><img src=a.jpg></figure>';
    const after = (html: string) => draftHtml(`<p>${COPY}</p><p>${COPY}</p>${picture}${html}<p>${COPY}</p>`).blocks;
    expect(after('<p>Boats at dawn</p><p>Photo: Omar Beg</p>')).toMatchObject([
      { type: 'paragraph' },
      { type: 'paragraph' },
      { type: 'figure', fileName: 'a.jpg', caption: [{ text: 'Boats at dawn' }], credit: 'Omar Beg' },
      { type: 'paragraph' },
    ]);
    expect(after('<p>Photo: Omar Beg</p>')[2]).toMatchObject({ type: 'figure', caption: [], credit: 'Omar Beg' });
    const captioned = draftHtml(
      `<p>${COPY}</p><figure><img src=a.jpg><figcaption>Boats</figcaption></figure><p>© Omar Beg</p><p>${COPY}</p>`,
    );
    expect(shape(captioned)).toEqual([COPY, ['Boats\n© Omar Beg'], COPY]);
  });

  const PICTURE = '<p><img src=a.jpg></p>';
  const BEFORE = `<p>${COPY}</p>`.repeat(5);
  const below = (html: string, before = BEFORE, end = `<p>${COPY}</p>`) =>
    shape(draftHtml(`${before}${PICTURE}${html}${end}`)).filter((text) => text !== COPY);

  it.each([
    ...['Omar Beg/AFP', 'OMAR BEG / KETI TIMES', 'AFP via Getty Images', 'Omar Beg, Reuters', 'Reuters'],
    ...['Omar Beg for The Keti Times', 'عمر بيك / رويترز', 'رويترز', 'עומר בג/רויטרס', 'רויטרס'],
  ])('goes to the picture with the caption between them, without a label: %j', (credit) => {
    expect(below(`<p>Boats at dawn.</p><p>${credit}</p>`)).toEqual([[`Boats at dawn.\n${credit}`]]);
    expect(below(`<p>Boats at dawn.</p><p>(${credit})</p>`, '')).toEqual([[`Boats at dawn.\n${credit}`]]);
  });

  it.each([
    ['قوارب عند الفجر', 'تصوير/ عمر بيك', 'عمر بيك'],
    ['قوارب عند الفجر', 'عدسة - عمر بيك', 'عمر بيك'],
    ['הסירות עם שחר', 'צילום – עומר בג', 'עומר בג'],
    ['הסירות עם שחר', '(צילום: עומר בג)', 'עומר בג'],
  ])('goes to the picture with the caption between them: %j, %j', (caption, line, credit) => {
    expect(below(`<p>${caption}</p><p>${line}</p>`)).toEqual([[`${caption}\n${credit}`]]);
  });

  it('goes to its own picture where all such lines have one style', () => {
    const [caption, both] = [
      '<p class=caption>Boats</p>',
      '<p class=caption>Quay</p><p class=caption>Omar Beg/AFP</p>',
    ];
    expect(below(`${caption}<p class=caption>Photo: Omar Beg</p>${PICTURE}${both}`)).toEqual([
      ['Boats\nOmar Beg'],
      ['Quay\nOmar Beg/AFP'],
    ]);
    expect(below(`${caption}<p class=caption>Two of them.</p>${PICTURE}`)).toEqual([['Boats'], 'Two of them.', ['']]);
    expect(below('<p>Boats</p><p class=photo-credit>Omar Beg</p>')).toEqual([['Boats\nOmar Beg']]);
  });

  it.each([
    ['the byline of a wire', '<p>Boats at dawn.</p><p>Omar Beg, Reuters</p>', ''],
    ['an agency at the top', '<p>Boats at dawn.</p><p>Reuters</p>', ''],
    ['what signs long copy', `<p>${`${COPY} `.repeat(4)}</p><p>Omar Beg/AFP</p>`, BEFORE],
    ['a heading of two names', '<p>Boats at dawn.</p><p>Karachi / Lahore</p>', BEFORE],
    ['a satellite photo', '<p>Boats at dawn.</p><p>צילום לווין של הנמל</p>', BEFORE],
    ['a line of speech', '<p>He looked at the boats.</p><p>“Nobody came,” said Omar Beg.</p>', BEFORE],
    ['copy under a class', `<p>${`${COPY} `.repeat(5)}</p><p class=photo-credit>Omar Beg</p>`, BEFORE],
  ])('is not %s', (_name, html, before) => {
    expect(below(html, before)[0]).toEqual(['']);
    expect(below(html, before).slice(1)).toHaveLength(2);
  });

  it('does not take the last lines of a story that somebody signs', () => {
    const last = `<p>${COPY} ${COPY}</p><p>Omar Beg/AFP</p>`;
    expect(below(last, BEFORE, '')).toEqual([[''], `${COPY} ${COPY}`, 'Omar Beg/AFP']);
    expect(below('<p>Boats at dawn.</p><p>Omar Beg/AFP</p>', BEFORE, '')).toEqual([['Boats at dawn.\nOmar Beg/AFP']]);
  });

  it('is never lost where the picture has another one', () => {
    const credited = '<figure><img src=b.jpg><figcaption><span class=credit>Jane Roe/AP</span></figcaption></figure>';
    const lines = ['Boats at dawn.', 'Photo: Omar Beg'];
    expect(below(`${COPY}${credited}${lines.map((line) => `<p>${line}</p>`).join('')}`).slice(-3)).toEqual([
      ['Jane Roe/AP'],
      ...lines,
    ]);
    expect(below(`${credited}<p>Boats at dawn. (Omar Beg/AFP)</p>`).slice(-2)).toEqual([
      ['Jane Roe/AP'],
      'Boats at dawn. (Omar Beg/AFP)',
    ]);
  });

  it.each([
    ['whose it is is a sentence', `${COPY}\n\nPhoto: the bridge as it was before the flood.`],
    ['it is the source of a figure in the copy', `${COPY}\n\nSource: Ministry of Health`],
    ['it stands under copy, further down', `${COPY}\n\n${COPY}\n\nPhoto: Omar Beg`],
    ['it credits the pictures of the whole story', `${COPY}\n\n${COPY}\n\nPhotos by Omar Beg`],
  ])('is left where it is if %s', (_name, text) => {
    const draft = draftText(`The bridge opens again\n\n[Sarand] ${text}\n\n${COPY}`);
    expect(draft.blocks.map((block) => block.type)).not.toContain('figure');
    expect(draft.blocks.map(blockText).join('\n\n')).toBe(`${text}\n\n${COPY}`);
  });

  it('under deck or byline is the story’s own', () => {
    const draft = draftText(
      `The bridge opens again\n\n${DECK_LINE}\n\nBy Lina Haddad\n\nPhotos by Omar Beg\n\n[Sarand] ${COPY}\n\n${COPY}`,
    );
    expect(draft.fields).toMatchObject({ byline: 'By Lina Haddad' });
    expect(shape(draft)).toContain('Photos by Omar Beg');
    expect(draft.blocks.map((block) => block.type)).not.toContain('figure');
    const under = draftText(
      `The bridge opens again\n\nBy Lina Haddad\n\nPhoto by Omar Beg\n\n[Sarand] ${COPY}\n\n${COPY}`,
    );
    expect(under.fields).toMatchObject({ byline: 'By Lina Haddad' });
    expect(shape(under)).toContain('Photo by Omar Beg');
  });
});

describe('our own HTML', () => {
  it('is taken at its word: nothing is guessed, split or offered', () => {
    const html = `<!doctype html><html lang="en"><head><meta name="generator" content="Stet"></head><body><article><header><h1>Head</h1></header><p>${COPY}</p><p>${COPY}</p><figure><img src="a.jpg"><figcaption>Gate (AP)</figcaption></figure><p>Donate</p><p>[x] y<br><br>z</p></article></body></html>`;
    const draft = draftHtml(html);
    expect(draft.furniture).toEqual([]);
    expect(draft.fields).toMatchObject({ headline: 'Head', deck: '', dateline: '' });
    expect(withoutIds(draft.blocks)).toMatchObject([
      { type: 'paragraph' },
      { type: 'paragraph' },
      { type: 'figure', credit: '' },
      { type: 'paragraph' },
      { type: 'paragraph', content: [{ text: '[x] y' }, { type: 'lineBreak' }, { type: 'lineBreak' }, { text: 'z' }] },
    ]);
  });
});
