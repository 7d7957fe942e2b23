import { describe, expect, it } from 'vitest';
import { proposeAttribution } from '../../../../shared/pullQuote/proposeAttribution.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { paragraphs } from './storyOf.ts';

/** What is proposed for `words`, which stand in one of these paragraphs. */
function propose(words: string, ...texts: readonly string[]): string | null {
  const index = texts.findIndex((text) => text.includes(words));
  const start = texts[index]?.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`“${words}” is in no paragraph`);
  const range = { blockId: `p${index}` as BlockId, start, end: start + words.length };
  return proposeAttribution(range, paragraphs(...texts))?.text ?? null;
}

const INTRODUCED = 'Halima Yusuf, a marine biologist in Mombasa, has counted turtles for twenty years.';

describe('who is proposed as the speaker', () => {
  it.each([
    ['X noted', '“The reef is bleaching,” Yusuf noted.'],
    ['noted X', '“The reef is bleaching,” noted Yusuf.'],
    ['said X, between two sentences', '“The reef is bleaching,” said Yusuf. “Nobody counts the nests.”'],
    ['according to X', 'According to Yusuf, “the reef is bleaching” faster than before.'],
    ['X told somebody', 'Yusuf told the Coast Herald that “the reef is bleaching”.'],
    ['X said, before the quotation', 'Yusuf later said: “The reef is bleaching.”'],
    ['she said', '“The reef is bleaching,” she said.'],
  ])('is found in “%s”, with the role of the first mention', (_, text) => {
    const words = text.includes('The reef') ? 'The reef is bleaching' : 'the reef is bleaching';
    expect(propose(words, INTRODUCED, 'Yusuf warned of it for years.', text)).toBe(
      'Halima Yusuf, marine biologist in Mombasa',
    );
  });

  it.each([
    ['before the name', '“It will rise again,” said river engineer Pavel Brodsky.', 'Pavel Brodsky, river engineer'],
    ['an office', '“It will rise again,” Deputy Minister Pavel Brodsky said.', 'Pavel Brodsky, Deputy Minister'],
    [
      'at the start of a sentence',
      'Hydrology professor Pavel Brodsky said: “It will rise again.”',
      'Pavel Brodsky, hydrology professor',
    ],
    [
      'with a nationality',
      'Kazakh engineer Pavel Brodsky said: “It will rise again.”',
      'Pavel Brodsky, Kazakh engineer',
    ],
    [
      'after an age',
      'Pavel Brodsky, 61, a retired ferryman, said: “It will rise again.”',
      'Pavel Brodsky, retired ferryman',
    ],
    [
      'with an abbreviation',
      'UN spokesperson Pavel Brodsky said: “It will rise again.”',
      'Pavel Brodsky, UN spokesperson',
    ],
    [
      'that belongs to somebody',
      '“It will rise again,” said Pavel Brodsky, the navy’s chief pilot.',
      'Pavel Brodsky, the navy’s chief pilot',
    ],
    [
      'an office, and a party behind the name',
      'Mayor Pavel Brodsky, of the river party, said: “It will rise again.”',
      'Pavel Brodsky, Mayor',
    ],
    ['none', '“It will rise again,” Pavel Brodsky said.', 'Pavel Brodsky'],
  ])('comes with what they are: %s', (_, text, expected) => {
    expect(propose('It will rise again', text)).toBe(expected);
  });

  it('may be somebody without a name', () => {
    expect(propose('We slept on the roof', '“We slept on the roof,” the warden told visitors.')).toBe('The warden');
    expect(propose('We slept on the roof', '“We slept on the roof,” said a resident of the port.')).toBe(
      'A resident of the port',
    );
  });

  it('is the one nearest to the words when two people speak', () => {
    const text = '“The dam holds,” said Amina Bello. “The dam leaks,” said Chidi Eze.';
    expect(propose('The dam holds', text)).toBe('Amina Bello');
    expect(propose('The dam leaks', text)).toBe('Chidi Eze');
  });

  it('goes on from an open quotation of the paragraph before', () => {
    const first = 'Amina Bello said: “The dam holds.';
    expect(propose('It always held', first, '“It always held through the rains.”')).toBe('Amina Bello');
  });

  it('is nobody where the story does not say', () => {
    expect(propose('The dam holds', 'A banner read “The dam holds” in red.')).toBeNull();
    expect(propose('The boats go out at four', 'The boats go out at four, said nobody in particular.')).toBeNull();
  });

  it('is not somebody whose brother spoke', () => {
    expect(propose('The dam holds', '“The dam holds,” said Bello’s brother, Omar.')).toBeNull();
    expect(propose('the dam holds', 'According to Bello’s lawyer, “the dam holds” well.')).toBeNull();
  });

  it('does not take what people quote for a report of speech', () => {
    expect(propose('Then Musa said no', '“Then Musa said no and left,” recalled Amina Bello.')).toBe('Amina Bello');
  });

  it.each([
    ['Arabic', 'المعبر سيفتح غدا', '«المعبر سيفتح غدا»، قال الوزير محمد صديق، خلال زيارة.', 'الوزير محمد صديق'],
    ['Hebrew', 'השער ייפתח מחר', '"השער ייפתח מחר", אמר דוד לוי, דובר העירייה.', 'דוד לוי'],
    ['Urdu', 'دریا نے بحث چھوڑ دی', '“دریا نے بحث چھوڑ دی،” محمد صدیق نے کہا۔', 'محمد صدیق'],
    [
      'French',
      'La digue tiendra',
      '« La digue tiendra », a déclaré Élodie Perrin, ingénieure du port.',
      'Élodie Perrin, ingénieure du port',
    ],
    ['French, by report', 'la digue tiendra', 'Selon Élodie Perrin, « la digue tiendra » encore.', 'Élodie Perrin'],
  ])('is read in %s, too', (_, words, text, expected) => {
    expect(propose(words, text)).toBe(expected);
  });
});
