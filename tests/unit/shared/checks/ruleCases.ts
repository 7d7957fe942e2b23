import type { CheckOptions } from '../../../../shared/checks/StoryChecker.ts';
import { HOUSE_STYLE_RULES } from '../../../../shared/checks/rules/houseStyleTerms.ts';
import { HouseStyle, type StyleEntry } from '../../../../shared/checks/style/houseStyle.ts';
import { STARTER_STYLE } from '../../../../shared/checks/style/starterStyle.ts';
import type { Asset } from '../../../../shared/media/asset.ts';
import type { Block, Figure, Framing } from '../../../../shared/story/block.ts';
import type { BlockId, GalleryId, LayerId } from '../../../../shared/story/ids.ts';
import type { GrammarNote } from '../../../../shared/grammar/Grammarian.ts';
import { Readings } from '../../../../shared/grammar/Readings.ts';
import { Proofs } from '../../../../shared/spelling/Proofs.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { paragraph, pullQuote } from '../pullQuote/storyOf.ts';
import { copyStory, figure } from './copyStory.ts';

/** A text a rule must speak up about, its twin that is in order, and what the fix makes of the first. All of our own writing. */
export interface RuleCase {
  readonly rule: string;
  readonly wrong: Story;
  readonly right: Story;
  /** What is marked; empty where something is missing. */
  readonly excerpt: string;
  /** What the fix puts there; left out where the rule offers none. */
  readonly fix?: string;
  readonly options?: CheckOptions;
  readonly assets?: readonly Asset[];
}

const long = (length: number) =>
  'The tide turned and the boats came home. '.repeat(Math.ceil(length / 41)).slice(0, length);
const said = (id: string) =>
  paragraph(id, '“The boats wait for the tide and for nobody else here,” said Zainab Mallah.');
const BOATS = 'The boats wait for the tide';
const link = (url: string, text: string): Block => ({
  id: 'l' as BlockId,
  type: 'paragraph',
  content: [
    { type: 'text', text: 'More about the port: ' },
    { type: 'link', url, children: [{ type: 'text', text }] },
  ],
});
const EMBARGO = { embargo: '2025-06-01T06:00:00.000Z' };
const before: CheckOptions = { now: () => '2025-05-31T00:00:00.000Z' };
const after: CheckOptions = { now: () => '2025-06-02T00:00:00.000Z' };
const photo = (dateCreated: string): Asset => ({
  id: 'a'.repeat(64) as Asset['id'],
  type: 'image/jpeg',
  bytes: 1,
  width: 1,
  height: 1,
  fileName: 'quay.jpg',
  createdAt: '2025-01-01T00:00:00.000Z',
  embedded: { dateCreated },
});
const clip = (embedded: Asset['embedded']): Asset => ({
  ...{ id: 'a'.repeat(64) as Asset['id'], type: 'video/mp4', bytes: 1, fileName: 'quay.mp4' },
  ...{ createdAt: '2025-01-01T00:00:00.000Z', embedded },
});
/** Patterns that look far ahead from every letter. */
const SLOW_ENTRIES: readonly StyleEntry[] = Array.from({ length: 8 }, (_, at) => ({
  ...{ term: `(a| ){1,80}(a| ){80}x${at}`, level: 'warn', case: 'any', pattern: true },
}));
/** What dictionaries say that lack these words. */
function proofsOf(unknown: readonly string[]): Proofs {
  const proofs = new Proofs();
  proofs.learn({ language: 'en-US', words: unknown }, unknown);
  return proofs;
}
/** What a grammar engine says that takes offence at one text. */
function readingsOf(text: string, note: Omit<GrammarNote, 'message'>): Readings {
  const readings = new Readings();
  readings.learn({ dialect: 'american', texts: [text] }, [[{ ...note, message: 'It does not agree.' }]]);
  return readings;
}
/** One of several figures of a gallery, all of one file. */
function inGallery(name: string, framing: Framing = {}): Figure {
  return figure({ id: name as BlockId, gallery: 'quay' as GalleryId, ...framing });
}

const caption = (text: string) => copyStory([figure({ words: text })]);

/** A story in which somebody put in a word as a suggestion. */
function suggestedStory(): Story {
  const story = copyStory(['The old river rose.']);
  const [block] = story.blocks;
  const old = block && { ...copyStory(['The river rose.']).blocks[0], id: block.id };
  const layer = { id: 'layer' as LayerId, by: 'Leila', at: '2026-11-30T10:00:00.000Z', fields: {}, times: {} };
  return { ...story, suggestions: [{ ...layer, blocks: [old as Block] }] };
}

/** A rule that reads paragraphs: the words that trip it, the words that do not, the mark, the fix. */
function words(
  rule: string,
  wrong: string | readonly string[],
  right: string | readonly string[],
  excerpt: string,
  fix?: string,
) {
  const story = (text: string | readonly string[]) => copyStory([text].flat());
  return { rule, wrong: story(wrong), right: story(right), excerpt, ...(fix === undefined ? {} : { fix }) };
}

function missing(field: 'headline' | 'deck' | 'dateline' | 'byline' | 'slug'): RuleCase {
  return { rule: `${field}-missing`, wrong: copyStory([], { [field]: ' ' }), right: copyStory([]), excerpt: '' };
}

export const RULE_CASES: readonly RuleCase[] = [
  missing('headline'),
  missing('deck'),
  missing('dateline'),
  missing('byline'),
  missing('slug'),
  {
    rule: 'headline-long',
    wrong: copyStory([], { headline: long(111) }),
    right: copyStory([], { headline: long(110) }),
    excerpt: '',
  },
  {
    rule: 'deck-long',
    wrong: copyStory([], { deck: long(301) }),
    right: copyStory([], { deck: long(300) }),
    excerpt: '',
  },
  words(
    'headline-repeated',
    ['The strike is over.', 'HARBOUR PILOTS GO BACK TO WORK'],
    'Harbour pilots go back.',
    'HARBOUR PILOTS GO BACK TO WORK',
  ),
  { rule: 'embargo-to-come', wrong: copyStory([], EMBARGO), right: copyStory([]), excerpt: '', options: before },
  { rule: 'suggestions-open', wrong: suggestedStory(), right: copyStory(['The river rose.']), excerpt: '' },
  { rule: 'embargo-passed', wrong: copyStory([], EMBARGO), right: copyStory([]), excerpt: '', options: after },
  { rule: 'picture-missing', wrong: copyStory([figure({ assetId: null })]), right: copyStory([figure()]), excerpt: '' },
  { rule: 'caption-missing', wrong: caption(''), right: copyStory([figure()]), excerpt: '' },
  { rule: 'credit-missing', wrong: copyStory([figure({ credit: ' ' })]), right: copyStory([figure()]), excerpt: '' },
  { rule: 'alt-missing', wrong: copyStory([figure({ alt: '' })]), right: copyStory([figure()]), excerpt: '' },
  {
    rule: 'alt-missing',
    wrong: copyStory([figure({ medium: 'audio', alt: '' })]),
    right: copyStory([figure({ medium: 'audio' })]),
    excerpt: '',
  },
  {
    rule: 'poster-missing',
    wrong: copyStory([figure({ medium: 'video' })]),
    right: copyStory([figure({ medium: 'video', poster: 'b'.repeat(64) as Asset['id'] }), figure({ medium: 'audio' })]),
    excerpt: '',
  },
  {
    rule: 'recording-place',
    wrong: copyStory([figure({ medium: 'video' })]),
    right: copyStory([figure()]),
    excerpt: '',
    assets: [clip({ hasLocation: true })],
  },
  {
    rule: 'gallery-picture-twice',
    wrong: copyStory([inGallery('one'), inGallery('two')]),
    right: copyStory([inGallery('one'), inGallery('two', { turn: 90 }), said('Between.'), inGallery('three')]),
    excerpt: '',
  },
  {
    rule: 'caption-credit-glued',
    wrong: caption('Pilots on the quay. (IMRAN DARS / KETI PICTURES)'),
    right: caption('Pilots on the quay (left) wait.'),
    excerpt: ' (IMRAN DARS / KETI PICTURES)',
    fix: 'IMRAN DARS / KETI PICTURES',
  },
  {
    rule: 'caption-date',
    wrong: caption('Pilots on the quay, 12 May 2025.'),
    right: caption('Pilots on the quay, 11 May 2025.'),
    excerpt: '12 May 2025',
    assets: [photo('2025-05-11T08:00:00')],
  },
  {
    rule: 'pull-quote-empty',
    wrong: copyStory([said('a'), pullQuote('')]),
    right: copyStory([said('a'), pullQuote(BOATS)]),
    excerpt: '',
  },
  {
    rule: 'pull-quote-drifted',
    wrong: copyStory([
      paragraph('a', '“The ships wait for the tide,” said Zainab Mallah.'),
      { ...pullQuote(BOATS), source: { blockId: 'a' as BlockId, start: 1, end: 28, passage: BOATS } },
    ]),
    right: copyStory([said('a'), pullQuote(BOATS, { block: said('a'), passage: BOATS })]),
    excerpt: BOATS,
  },
  {
    rule: 'pull-quote-spliced',
    wrong: copyStory([
      paragraph('a', '“The river stopped at the bar,” Bano noted quietly. “The sea came in behind it that night.”'),
      pullQuote('The river stopped at the bar. The sea came in behind it that night.'),
    ]),
    right: copyStory([said('a'), pullQuote(BOATS)]),
    excerpt: 'The river stopped at the bar. The sea came in behind it that night.',
  },
  {
    rule: 'pull-quote-orphaned',
    wrong: copyStory([
      'Nothing of the kind.',
      { ...pullQuote(BOATS), source: { blockId: 'gone' as BlockId, start: 0, end: 27, passage: BOATS } },
    ]),
    right: copyStory([said('a'), pullQuote(BOATS, { block: said('a'), passage: BOATS })]),
    excerpt: BOATS,
  },
  {
    rule: 'pull-quote-unsourced',
    wrong: copyStory(['Nothing of the kind.', pullQuote(BOATS)]),
    right: copyStory([said('a'), pullQuote(BOATS)]),
    excerpt: BOATS,
  },
  {
    rule: 'pull-quote-overlapping',
    wrong: copyStory([
      said('a'),
      pullQuote(`${BOATS} and for nobody else`, undefined, 'q1'),
      pullQuote('for the tide and for nobody else here', undefined, 'q2'),
    ]),
    right: copyStory([
      said('a'),
      pullQuote(BOATS, undefined, 'q1'),
      pullQuote('for nobody else here', undefined, 'q2'),
    ]),
    excerpt: 'for the tide and for nobody else here',
  },
  {
    rule: 'pull-quote-speaker',
    wrong: copyStory([said('a'), pullQuote(BOATS)]),
    right: copyStory([said('a'), { ...pullQuote(BOATS), attribution: 'Zainab Mallah' }]),
    excerpt: '',
  },
  {
    rule: 'pull-quote-long',
    wrong: copyStory([long(200), pullQuote(long(121))]),
    right: copyStory([long(200), pullQuote(long(120))]),
    excerpt: long(121),
  },
  {
    rule: 'pull-quote-too-long',
    wrong: copyStory([long(1100), pullQuote(long(1001))]),
    right: copyStory([long(1100), pullQuote(long(1000))]),
    excerpt: long(1001),
  },
  words('placeholder', 'The fleet of TK boats left.', 'The fleet of nine boats left.', 'TK'),
  {
    rule: 'number-disagrees',
    wrong: copyStory(['Four years have passed since the pilots first took over the harbour.'], {
      headline: 'Three years after pilots took harbour',
    }),
    right: copyStory(['Three years have passed since the pilots first took over the harbour.'], {
      headline: 'Three years after pilots took harbour',
    }),
    excerpt: 'Three years',
  },
  words(
    'name-spelling',
    ['The pilot Tallpur spoke.', 'They asked Talpur twice.', 'In the end Talpur agreed.', 'Then Talpur left.'],
    ['The pilot Talpur spoke.', 'They asked Talpur twice.'],
    'Tallpur',
    'Talpur',
  ),
  words('abbreviation-unexpanded', 'The KPC met the owners.', 'The Keti Pilots Council (KPC) met the owners.', 'KPC'),
  words(
    'abbreviation-late',
    ['The KPC met the owners.', 'The Keti Pilots Council (KPC) gave way.'],
    ['The Keti Pilots Council (KPC) gave way.', 'The KPC met the owners.'],
    'KPC',
  ),
  words(
    'abbreviation-twice',
    ['The Keti Pilots Council (KPC) gave way.', 'The Keti Pilots Council (KPC) met.'],
    ['The Keti Pilots Council (KPC) gave way.', 'The KPC met.'],
    'KPC',
  ),
  words(
    'abbreviation-twice',
    ['The Keti Pilots Council (KPC) gave way.', 'The KPC, an offshoot of the harbour board, met.'],
    ['The Keti Pilots Council (KPC) gave way.', 'The KPC, which was founded in 1951, met.'],
    'KPC',
  ),
  {
    ...words(
      'name-not-listed',
      'The pilot Tallpur spoke to Memon.',
      'The pilot Talpur spoke to Memon; Tanvir did not.',
      'Tallpur',
    ),
    options: { style: new HouseStyle({ ...STARTER_STYLE, names: ['Ghulam Talpur', 'Keti Bandar'] }) },
  },
  {
    rule: 'day-shifts',
    // 31 May, 23:00 in London is 1 June, 03:00 in Karachi: the day of the embargo there, not here.
    wrong: copyStory(['The boats left this morning.'], { ...EMBARGO, dateline: 'London' }),
    right: copyStory(['The boats left this morning.'], { ...EMBARGO, dateline: 'Karachi, Pakistan' }),
    excerpt: 'this morning',
    options: { now: () => '2025-05-31T22:00:00.000Z' },
  },
  {
    rule: 'day-shifts',
    wrong: copyStory(['The boats leave tomorrow.'], { embargo: '2025-06-03T06:00:00.000Z', dateline: 'Keti Bandar' }),
    // Where nobody knows the zone, a night between is not enough; nor is what somebody said ours to move.
    right: copyStory(['“We leave tomorrow,” she said.', 'The boats leave tomorrow.'], { ...EMBARGO, dateline: '' }),
    excerpt: 'tomorrow',
    options: { now: () => '2025-05-31T22:00:00.000Z' },
  },
  {
    rule: 'field-required',
    wrong: copyStory(['The boats left.']),
    right: copyStory(['The boats left.'], { categories: ['Ports'] }),
    excerpt: '',
    options: { style: new HouseStyle({ ...STARTER_STYLE, required: { wordpress: ['slug', 'categories'] } }) },
  },
  words(
    'abbreviation-spelling',
    ['The K-PC met.', 'The KPC gave way.', 'The KPC went home.'],
    ['The KPC met.', 'The KPC gave way.'],
    'K-PC',
  ),
  words(
    'group-noun',
    ['The council has met.', 'The council is divided.', 'The council have gone home.'],
    ['The council has met.', 'Members of the council have gone home.'],
    'The council have',
  ),
  words('date-impossible', 'They sailed on 31 June 2021.', 'They sailed on 30 June 2021.', '31 June 2021'),
  words(
    'weekday-wrong',
    'They sailed on Monday, Aug. 31, 2021.',
    'They sailed on Tuesday, Aug. 31, 2021.',
    'Monday, Aug. 31, 2021',
  ),
  words(
    'date-style',
    ['They sailed on Aug. 31, 2021.', 'They landed on August 26, 2021.'],
    ['They sailed on Aug. 31, 2021.', 'They landed on Aug. 26, 2021.'],
    'August 26, 2021',
  ),
  words('time-word-undated', 'The quay was recently closed.', 'The quay was recently closed, in May 2024.', 'recently'),
  words('time-word-undated', 'The quay is shut today.', '“The quay is shut today,” said Bano.', 'today'),
  words(
    'quote-without-speaker',
    '“We have waited for this boat since the first winter of the flood.” The quay was empty.',
    '“We have waited for this boat since the first winter of the flood,” said Bano.',
    '“We have waited for this boat since the first winter of the flood.”',
  ),
  words('bracket-unpaired', 'The pilots (all nine went home.', 'The pilots (all nine) went home.', '('),
  words('quote-mark-unpaired', '“The boats are home, said Bano.', '“The boats are home,” said Bano.', '“'),
  {
    rule: 'house-style-slow',
    wrong: copyStory(Array.from({ length: 6 }, () => 'a '.repeat(10_000))),
    right: copyStory(['A tax on tides.']),
    excerpt: '',
    options: { style: new HouseStyle({ ...STARTER_STYLE, entries: SLOW_ENTRIES }), rules: HOUSE_STYLE_RULES },
  },
  words('house-style', 'The goverment gave way.', 'The government gave way.', 'goverment', 'government'),
  words(
    'spelling-mixed',
    ['The defense of the harbor.', 'They were fuelling the boat.'],
    ['The defense of the harbor.', 'They were fueling the boat.'],
    'fuelling',
    'fueling',
  ),
  words('word-repeated', 'The boats came in in the night.', 'The boats had had a bad night.', 'in in', 'in'),
  words(
    'words-fused',
    ['They met the StateCouncil twice.', 'The Council agreed.'],
    'They met McDonald twice.',
    'StateCouncil',
    'State Council',
  ),
  words('space-missing', 'They met at noon.Bano spoke first.', 'They met at noon. Bano spoke first.', '.', '. '),
  words(
    'noun-capitalised',
    'They asked the Refugees to wait.',
    'Refugees waited at the United Refugees Office.',
    'Refugees',
    'refugees',
  ),
  words(
    'quote-style',
    ['“We wait,” she said.', '“We go,” he said.', '‘We stay,’ they said.'],
    ['“We wait,” she said.', '“He said ‘go’ to us,” he said.'],
    '‘We stay,’',
  ),
  words(
    'dash-style',
    ['The boats – all nine – left.', 'The pilots—all of them—stayed.', 'They – the owners – paid.'],
    ['The boats – all nine – left.'],
    '—',
  ),
  words(
    'straight-mark',
    ['The pilots’ boats.', 'The owners’ men.', "The port's gate."],
    'The pilots’ boats.',
    "'",
    '’',
  ),
  words('no-break-space', 'The boats\u00a0left.', 'A walk of 38\u00a0kilometres.', '\u00a0', ' '),
  words('space-at-end', 'The boats left.\u00a0', 'The boats left.', '\u00a0', ''),
  words('double-space', 'The boats  left.', 'The boats left.', '  ', ' '),
  words('space-before-mark', 'The boats , all nine, left.', 'The boats, all nine, left.', ' ,', ','),
  words('doubled-mark', 'The boats,, all nine, left.', 'The boats left... all nine.', ',,', ','),
  words('arabic-punctuation', 'وصلت القوارب, ثم غادرت.', 'وصلت القوارب، ثم غادرت.', ',', '،'),
  words('arabic-digits', ['وصل ١٢ قارباً.', 'غادر ٣٠ قارباً.', 'بقي ۴ قوارب.'], ['وصل ١٢ قارباً.', 'غادر ٣٠ قارباً.'], '۴'),
  words('unknown-code', 'With \\bano\\, said the pilot.', 'In C:\\files\\boats\\ and \\alpha\\beta.', '\\bano\\'),
  {
    rule: 'spelling',
    wrong: copyStory(['The harbuor shut.']),
    right: copyStory(['The harbour shut.']),
    excerpt: 'harbuor',
    options: { proofs: proofsOf(['harbuor']) },
  },
  {
    rule: 'grammar',
    wrong: copyStory(['The boats was late.']),
    right: copyStory(['The boats were late.']),
    excerpt: 'was',
    fix: 'were',
    options: { readings: readingsOf('The boats was late.', { start: 10, end: 13, replacement: 'were' }) },
  },
  {
    rule: 'link-broken',
    wrong: copyStory([link('www.example.org', 'the port')]),
    right: copyStory([link('https://example.org/port', 'the port')]),
    excerpt: 'the port',
    fix: 'https://www.example.org',
  },
  {
    rule: 'link-no-words',
    wrong: copyStory([link('https://example.org/port', ' ')]),
    right: copyStory([link('https://example.org/port', 'the port')]),
    excerpt: ' ',
  },
  {
    rule: 'link-other-address',
    wrong: copyStory([link('https://example.com/port', 'www.example.org/port')]),
    right: copyStory([link('https://example.org/port', 'www.example.org/port')]),
    excerpt: 'www.example.org/port',
  },
  {
    rule: 'link-tracking',
    wrong: copyStory([link('https://example.org/port?page=2&utm_source=mail', 'the port')]),
    right: copyStory([link('https://example.org/port?page=2', 'the port')]),
    excerpt: 'the port',
    fix: 'https://example.org/port?page=2',
  },
  {
    rule: 'link-text',
    wrong: copyStory([link('https://example.org/port', 'here')]),
    right: copyStory([link('https://example.org/port', 'the port’s page')]),
    excerpt: 'here',
  },
];
