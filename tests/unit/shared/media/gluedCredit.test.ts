import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGluedCredit } from '../../../../shared/media/gluedCredit.ts';

const DAWN = 'The quay at dawn';
const FAJR = 'قوارب الصيد في الميناء عند الفجر';
const SHACHAR = 'הסירות בנמל עם שחר';

/** Forms as agencies and papers write them; the names and the sentences are ours. */
const FORMS: readonly (readonly [text: string, caption: string, credit: string, creator: string, agency: string])[] = [
  [`${DAWN}. (IMRAN DARS / KETI PICTURES)`, `${DAWN}.`, 'IMRAN DARS / KETI PICTURES', 'IMRAN DARS', 'KETI PICTURES'],
  [
    `${DAWN} (Imran Dars/AFP via Getty Images)`,
    DAWN,
    'Imran Dars/AFP via Getty Images',
    'Imran Dars',
    'AFP via Getty Images',
  ],
  [
    `${DAWN}. Photo by Lina Haddad/AFP via Getty Images.`,
    `${DAWN}.`,
    'Lina Haddad/AFP via Getty Images',
    'Lina Haddad',
    'AFP via Getty Images',
  ],
  [`${DAWN} (Photo: Omar Beg)`, DAWN, 'Omar Beg', 'Omar Beg', ''],
  [`${DAWN}. Photo credit: Omar Beg`, `${DAWN}.`, 'Omar Beg', 'Omar Beg', ''],
  [`${DAWN}. | Photo: J. R. Beg/Anadolu`, `${DAWN}.`, 'J. R. Beg/Anadolu', 'J. R. Beg', 'Anadolu'],
  [`${DAWN}. Photograph: Omar Beg/The Guardian`, `${DAWN}.`, 'Omar Beg/The Guardian', 'Omar Beg', 'The Guardian'],
  [
    `${DAWN}. Credit: Omar Beg for The Coast Tribune`,
    `${DAWN}.`,
    'Omar Beg for The Coast Tribune',
    'Omar Beg',
    'for The Coast Tribune',
  ],
  [`${DAWN}. © Omar Beg`, `${DAWN}.`, '© Omar Beg', 'Omar Beg', ''],
  [`${DAWN}. © 2024 Omar Beg / North Wire`, `${DAWN}.`, '© 2024 Omar Beg / North Wire', 'Omar Beg', 'North Wire'],
  [`${DAWN}. Omar Beg/Reuters`, `${DAWN}.`, 'Omar Beg/Reuters', 'Omar Beg', 'Reuters'],
  [`${DAWN}. REUTERS/Omar Beg`, `${DAWN}.`, 'REUTERS/Omar Beg', 'Omar Beg', 'REUTERS'],
  [`${DAWN} — Omar Beg/AFP`, DAWN, 'Omar Beg/AFP', 'Omar Beg', 'AFP'],
  [`${DAWN}. (AP Photo/Omar Beg, File)`, `${DAWN}.`, 'AP Photo/Omar Beg, File', 'Omar Beg', 'AP Photo'],
  [
    `${DAWN}. Omar Beg / AFP / Getty Images`,
    `${DAWN}.`,
    'Omar Beg / AFP / Getty Images',
    'Omar Beg',
    'AFP / Getty Images',
  ],
  [`${DAWN} (Omar Beg, AP)`, DAWN, 'Omar Beg, AP', 'Omar Beg', 'AP'],
  [`${DAWN}. Courtesy of the Dars family`, `${DAWN}.`, 'Courtesy of the Dars family', '', 'the Dars family'],
  [`${DAWN} (courtesy)`, DAWN, 'courtesy', '', 'courtesy'],
  [`${DAWN}. (Screenshot: Coast TV)`, `${DAWN}.`, 'Screenshot: Coast TV', '', 'Coast TV'],
  [`${DAWN}. AFP`, `${DAWN}.`, 'AFP', '', 'AFP'],
  [`${DAWN} (Anadolu via Getty Images)`, DAWN, 'Anadolu via Getty Images', '', 'Anadolu via Getty Images'],
  [`${DAWN} (Yossi Beg/Flash90)`, DAWN, 'Yossi Beg/Flash90', 'Yossi Beg', 'Flash90'],
  [`${DAWN}\nOMAR BEG / NORTH WIRE`, DAWN, 'OMAR BEG / NORTH WIRE', 'OMAR BEG', 'NORTH WIRE'],
  [`${DAWN} [Omar Beg/North Wire]`, DAWN, 'Omar Beg/North Wire', 'Omar Beg', 'North Wire'],
  [`${FAJR} (أ ف ب)`, FAJR, 'أ ف ب', '', 'أ ف ب'],
  [`${FAJR}. تصوير: عمر بيك`, `${FAJR}.`, 'عمر بيك', 'عمر بيك', ''],
  [`${FAJR} (عمر بيك / رويترز)`, FAJR, 'عمر بيك / رويترز', 'عمر بيك', 'رويترز'],
  ['کشتیاں صبح کے وقت بندرگاہ میں۔ فوٹو: عمر بیگ', 'کشتیاں صبح کے وقت بندرگاہ میں۔', 'عمر بیگ', 'عمر بیگ', ''],
  [`${SHACHAR}. צילום: עומר בג, רויטרס`, `${SHACHAR}.`, 'עומר בג, רויטרס', 'עומר בג', 'רויטרס'],
  [`${SHACHAR} (צילום: עומר בג)`, SHACHAR, 'עומר בג', 'עומר בג', ''],
  [`${SHACHAR} (רויטרס)`, SHACHAR, 'רויטרס', '', 'רויטרס'],
];

/** Ends that look like one and are none. */
const NO_CREDIT = [
  'Omar Beg (left) and his brother (right)',
  'The gate in May (2026)',
  'The band on stage in Sarand (AC/DC)',
  'Fighters of both groups (SDF/HTS)',
  'The offices of the Associated Press (AP)',
  'A soldier of the Israel Defence Forces (IDF)',
  'A sign at the door (the Reuters building)',
  'The season of floods (2023/24)',
  'The road through two towns (New Sarand / Old Keti)',
  'A mother and her daughter. Photo by her brother was found later.',
  'He kept one photo: the bridge as it was.',
  'The writer on his roof. He lives in Sarand.',
  'He holds a photo of Omar Beg',
  'The poet Imran Dars (1931-2001)',
  'A market in Peshawar (Khyber Pakhtunkhwa)',
  'They read the news. Reuters was first to tell.',
  'Crowds at the Times. The Post was closed.',
  'Dr. Lina Haddad at the clinic. Source: the ministry said so, twice, on Monday.',
  'A copy of the law. Copyright: who owns the past?',
  'قوارب الصيد في ميناء غزة (شمال القطاع)',
  'השר (מימין) ואשתו',
  'Photo: Omar Beg',
  '(AFP)',
];

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}©]/gu, '');
}

describe('a credit glued to a caption', () => {
  it.each(FORMS)('is told apart in %j', (text, caption, credit, creator, agency) => {
    expect(readGluedCredit(text)).toMatchObject({ caption, credit, creator, agency, end: caption.length });
  });

  it.each(NO_CREDIT)('is not seen in %j', (text) => {
    expect(readGluedCredit(text)).toBeNull();
    expect(readGluedCredit(text, true)).toBeNull();
  });

  it('is taken only by its label or in capitals where nobody knows that this is a caption', () => {
    expect(readGluedCredit(`${DAWN}. Photo: Omar Beg`, true)).not.toBeNull();
    expect(readGluedCredit(`${DAWN} (IMRAN DARS / KETI PICTURES)`, true)).not.toBeNull();
    expect(readGluedCredit(`${DAWN} (AP)`, true)).toBeNull();
    expect(readGluedCredit(`${DAWN}. Omar Beg/Reuters`, true)).toBeNull();
  });

  it('loses no word, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...['(', ')', '[', ']', '/', '|', ' via ', ' for ', ', ', '. ', '\n', ' — ', ' ']),
      fc.constantFrom(
        ...['Photo:', 'Photo by', 'Credit:', '©', 'Courtesy of', 'תצלום:', 'צילום:', 'تصوير:', 'Source:'],
      ),
      fc.constantFrom(
        ...['Omar Beg', 'LINA HADDAD', 'AFP', 'Getty Images', 'North Wire', 'רויטרס', 'أ ف ب', 'عمر بيك', 'File'],
      ),
      fc.constantFrom(DAWN, FAJR, SHACHAR, 'said', 'J. R.', '2024'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isSure) => {
        const text = pieces.join(fc.stringify(pieces).length % 2 === 0 ? '' : ' ');
        const read = readGluedCredit(text, isSure);
        if (!read) return;
        expect(letters(read.caption + read.label + read.credit)).toBe(letters(text));
        expect(text.startsWith(read.caption)).toBe(true);
        expect(read.end).toBe(read.caption.length);
        expect(letters(read.credit)).toContain(letters(read.creator));
        expect(letters(read.credit)).toContain(letters(read.agency));
        expect(letters(read.caption)).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('is found behind any caption', () => {
    const sentence = fc.constantFrom(
      DAWN,
      FAJR,
      SHACHAR,
      'Sellers weigh out salt (left) in Keti, May 2026',
      'He said: “The river stopped.”',
    );
    const bracketed = fc.constantFrom(
      '(OMAR BEG / NORTH WIRE)',
      '(Omar Beg/AFP)',
      '(Photo: Omar Beg)',
      '(צילום: עומר בג)',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), bracketed, (sentences, credit) => {
        const caption = `${sentences.join('. ')}.`;
        expect(readGluedCredit(`${caption} ${credit}`)?.caption).toBe(caption);
      }),
    );
  });
});
