import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../../../electron/library/renditions/metadata/PictureWords.ts';
import { wordsFor, type FigureWords } from '../../../../../electron/library/renditions/wordsFor.ts';

const OWN = {
  caption: 'Boats\nat the mole.',
  creator: 'Ayesha Raza',
  credit: 'North Wire',
  alt: 'Boats',
  hasLocation: true,
};
const figure = (change: Partial<FigureWords>): FigureWords => ({
  caption: [],
  credit: '',
  alt: '',
  origin: {},
  ...change,
});

describe('what is written into a rendition', () => {
  it('is what the story says, and else what the file says', () => {
    const said = figure({
      caption: [{ type: 'text', text: 'Four boats.' }],
      credit: 'A. Raza',
      origin: { caption: 'typed', credit: 'typed' },
    });
    expect(wordsFor(OWN, said, null)).toEqual({
      caption: 'Four boats.',
      creator: 'Ayesha Raza',
      credit: 'A. Raza',
      alt: 'Boats',
    });
    expect(wordsFor(OWN, null, null)).toEqual({
      caption: 'Boats\nat the mole.',
      creator: 'Ayesha Raza',
      credit: 'North Wire',
      alt: 'Boats',
    });
  });

  it('is the file’s own words where the story only took them over', () => {
    const taken = figure({
      caption: [{ type: 'text', text: 'Boats at the mole.' }],
      credit: 'Ayesha Raza / North Wire',
      origin: { caption: 'embedded', credit: 'embedded' },
    });
    expect(wordsFor(OWN, taken, null)).toMatchObject({ caption: 'Boats\nat the mole.', credit: 'North Wire' });
  });

  it('leaves out what somebody emptied: it may name whom it must not', () => {
    const emptied = figure({ origin: { caption: 'typed', alt: 'typed' } });
    expect(wordsFor(OWN, emptied, null)).toEqual({ creator: 'Ayesha Raza', credit: 'North Wire' });
  });

  it('has the place only when it is given', () => {
    expect(wordsFor(OWN, null, { latitude: 31.5, longitude: 34.4 }).place).toEqual({ latitude: 31.5, longitude: 34.4 });
  });
});

describe('names in a row', () => {
  it('are several people where each has more than one word', () => {
    expect(splitNames('Ayesha Raza, Omar Beg')).toEqual(['Ayesha Raza', 'Omar Beg']);
    expect(splitNames('Raza, Ayesha')).toEqual(['Raza, Ayesha']);
    expect(splitNames('Reuters')).toEqual(['Reuters']);
  });
});
