import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newBlockId, type AssetId, type StoryId } from '../../../../../shared/story/ids.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import type { Status, StoryFields } from '../../../../../shared/story/fields.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let test: TestLibrary;

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  test = new TestLibrary(folder.path, { clock: clock.read });
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

function write(fields: Partial<StoryFields>, ...blocks: Block[]): StoryId {
  const { drafts } = test.library;
  const { id } = drafts.create('blank', { byline: '', dateline: '', language: 'en' }).story;
  drafts.put({ id, fields, blocks, order: blocks.map((block) => block.id) });
  return id;
}

interface Wanted {
  readonly status?: Status | null;
  readonly trashed?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** The headlines found, in order. */
function find(query: string, { status = null, trashed = false, offset = 0, limit = 100 }: Wanted = {}): string[] {
  test.library.refresh();
  const { total, items } = test.library.index.list({ query, status, trashed, offset, limit });
  if (offset === 0 && items.length < limit) expect(total).toBe(items.length);
  return items.map(({ headline }) => headline);
}

function figure(caption: string, credit: string, alt: string, assetId: AssetId | null = null): Figure {
  return {
    ...{ id: newBlockId(), type: 'figure', assetId, fileName: 'x.jpg' },
    ...{ caption: [{ type: 'text', text: caption }], credit, alt, origin: {} },
  };
}

describe('what is typed finds', () => {
  // The words of a story, and what people type who look for it; each must find the other.
  const spellings: [string, string, string[]][] = [
    [
      'Latin letters with or without accents',
      'Le café naïve à Malmö',
      ['cafe', 'café', 'CAFÉ', 'malmo', 'naïve', 'naive'],
    ],
    ['Turkish and Polish letters', 'Işık in Łódź', ['isik', 'lodz', 'Łódź']],
    ['Arabic with or without marks', 'الصِّحَافَةُ', ['الصحافة', 'الصِّحافة', 'صحافة', 'صحافه']],
    ['Arabic with or without its article', 'وبالحكومة وقال', ['حكومة', 'الحكومة']],
    ['Arabic hamza and alef in any form', 'أحمد في إسلام آباد', ['احمد', 'إسلام', 'اسلام', 'اباد']],
    ['Arabic stretched with tatweel', 'بيـــروت', ['بيروت']],
    ['Hebrew with or without points', 'שָׁלוֹם עִתּוֹנוּת', ['שלום', 'עתונות']],
    ['Hebrew half typed, before the final letter', 'שלום', ['שלו', 'שלומ']],
    ['Urdu with the kaf and yeh of any keyboard', 'کراچی کی ہوا', ['کراچی', 'كراچي', 'كراچی', 'هوا']],
    ['Arabic typed on an Urdu keyboard', 'كتاب علي', ['کتاب', 'علی']],
    ['figures in any digits', 'في عام ٢٠٢١', ['2021', '۲۰۲۱']],
    [
      'names with apostrophes and hyphens',
      "Qur'an and IS-KP",
      ['quran', 'Qur’an', 'is-kp', 'IS KP', 'iskp'.slice(0, 2)],
    ],
  ];
  it.each(spellings)('%s', (_name, words, queries) => {
    write({ headline: 'Wanted' }, paragraph(words));
    write({ headline: 'Other' }, paragraph('Nothing to do with it.'));
    expect(queries.map((query) => [query, find(query)])).toEqual(queries.map((query) => [query, ['Wanted']]));
  });

  it.each([
    ['headline', { headline: 'Zarafshan' }],
    ['slug', { slug: 'zarafshan-floods' }],
    ['deck', { deck: 'By the Zarafshan' }],
    ['dateline', { dateline: 'Zarafshan' }],
    ['byline', { byline: 'M. Zarafshan' }],
    ['keywords', { keywords: ['rivers', 'Zarafshan'] }],
  ] as [string, Partial<StoryFields>][])('words of the %s', (_name, fields) => {
    const id = write({ headline: 'H', ...fields }, paragraph('Body.'));
    test.library.refresh();
    const { items } = test.library.index.list({ query: 'zaraf', status: null, trashed: false, offset: 0, limit: 9 });
    expect(items.map((item) => item.id)).toEqual([id]);
  });

  it('captions, credits and alternative texts', () => {
    write({ headline: 'Pictures' }, figure('A drowned orchard', 'Rania Haddad / Agency', 'Trees in brown water'));
    const found = ['orchard', 'haddad', 'trees in brown'].flatMap((query) => find(query));
    expect(found).toEqual(['Pictures', 'Pictures', 'Pictures']);
  });

  it('every word typed, the last one as it begins', () => {
    write({ headline: 'Both' }, paragraph('The river rose at night.'));
    write({ headline: 'One' }, paragraph('The river fell.'));
    expect(find('river ni')).toEqual(['Both']);
    expect(find('riv')).toEqual(['One', 'Both']);
    expect(find('riv night')).toEqual([]);
  });

  it.each([
    '"',
    '*',
    'river*',
    'river OR fell',
    'river"',
    "river' --",
    'NEAR(river rose)',
    '^river',
    'words:river',
    '(',
    '-',
  ])('no syntax of its own: %s', (query) => {
    write({ headline: 'A' }, paragraph('The river rose.'));
    expect(() => find(query)).not.toThrow();
  });

  it('nothing when only signs are typed, everything when nothing is', () => {
    write({ headline: 'A' }, paragraph('The river rose.'));
    expect(find('?!')).toEqual([]);
    expect(find('   ')).toEqual(['A']);
  });

  it('what is there now, and not what was', () => {
    const id = write({ headline: 'A' }, paragraph('The river rose.'));
    expect(find('river')).toEqual(['A']);
    const [block] = test.library.drafts.read(id).blocks;
    if (block) test.library.drafts.put({ id, blocks: [{ ...paragraph('The sea fell.'), id: block.id }] });
    expect([find('river'), find('sea')]).toEqual([[], ['A']]);
  });
});

describe('the list', () => {
  it('shows the story changed last first, and counts rather than reads the clock', () => {
    const [one] = [write({ headline: 'One' }), write({ headline: 'Two' }), write({ headline: 'Three' })];
    expect(find('')).toEqual(['Three', 'Two', 'One']);
    clock.pass(-48 * 60);
    test.library.drafts.put({ id: one, fields: { deck: 'Changed' } });
    expect(find('')).toEqual(['One', 'Three', 'Two']);
    expect(test.library.index.recent(2).map(({ headline }) => headline)).toEqual(['One', 'Three']);
  });

  it('keeps the trash and the live apart, in searches too', () => {
    const id = write({ headline: 'Gone' }, paragraph('The river rose.'));
    write({ headline: 'Here' }, paragraph('The river rose.'));
    test.library.noteChanged(test.library.drafts.setTrashed(id, true), id);
    expect([find(''), find('river')]).toEqual([['Here'], ['Here']]);
    expect([find('', { trashed: true }), find('river', { trashed: true })]).toEqual([['Gone'], ['Gone']]);
    expect(test.library.index.recent(9).map(({ headline }) => headline)).toEqual(['Here']);
    test.library.noteChanged(test.library.drafts.setTrashed(id, false), id);
    expect(find('')).toEqual(['Here', 'Gone']);
  });

  it('filters by status, in searches too', () => {
    write({ headline: 'Draft' }, paragraph('The river rose.'));
    write({ headline: 'Approved', status: 'approved' }, paragraph('The river rose.'));
    expect(find('', { status: 'approved' })).toEqual(['Approved']);
    expect(find('river', { status: 'approved' })).toEqual(['Approved']);
    expect(find('river', { status: 'killed' })).toEqual([]);
    // The mark a status has in the index is no word.
    expect(find('approved')).toEqual(['Approved']);
    expect(find('trash')).toEqual([]);
    expect(find('live')).toEqual([]);
  });

  it('comes a page at a time with the whole number', () => {
    for (let number = 0; number < 7; number++) write({ headline: `S${number}` }, paragraph('river'));
    test.library.refresh();
    for (const query of ['', 'river']) {
      const page = test.library.index.list({ query, status: null, trashed: false, offset: 2, limit: 3 });
      expect([page.total, page.items.map(({ headline }) => headline)]).toEqual([7, ['S4', 'S3', 'S2']]);
      const past = test.library.index.list({ query, status: null, trashed: false, offset: 9, limit: 3 });
      expect([past.total, past.items]).toEqual([7, []]);
    }
  });

  it('shows of a story what its row needs', () => {
    const picture = 'a'.repeat(64) as AssetId;
    const id = write(
      { headline: 'Floods', slug: 'floods', status: 'submitted', language: 'ur' },
      { ...figure('A caption nobody counts', 'C', 'A', picture), focus: { x: 0.2, y: 0.3 }, turn: 90 },
      { ...paragraph(''), type: 'heading', level: 2, content: [{ type: 'text', text: 'A heading' }] },
      paragraph('Twelve words are here, and this sentence is what the row shows.'),
    );
    test.library.refresh();
    const story = test.library.drafts.read(id);
    expect(test.library.index.summary(id)).toEqual({
      ...{ id, slug: 'floods', headline: 'Floods', status: 'submitted', language: 'ur', thumb: picture },
      // Where the file has it, before it is turned.
      thumbPoint: { x: 0.3, y: 0.8 },
      ...{ firstWords: 'Twelve words are here, and this sentence is what the row shows.', words: 14 },
      ...{ createdAt: story.createdAt, updatedAt: story.updatedAt, trashedAt: null, damaged: false },
    });
  });

  it('cuts first words between words, and never a character in two', () => {
    write({ headline: 'Long' }, paragraph('word '.repeat(60)));
    write({ headline: 'Unbroken' }, paragraph('👩🏽‍🚒'.repeat(60)));
    test.library.refresh();
    for (const { firstWords } of test.library.index.recent(2)) {
      expect(firstWords.length).toBeLessThanOrEqual(140);
      expect(Buffer.from(firstWords).toString()).toBe(firstWords);
    }
  });

  it('is made anew from the stories after a crash between a write and its row', () => {
    write({ headline: 'Late' }, paragraph('The river rose.'));
    // Closing here is as good as being killed: nothing waits for the rows.
    test.library.close();
    test = new TestLibrary(folder.path, { clock: clock.read });
    expect(find('river')).toEqual(['Late']);
  });
});
