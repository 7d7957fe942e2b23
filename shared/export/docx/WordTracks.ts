import { attributes } from '../html/escapeHtml.ts';
import { wholeSeconds } from '../wholeSeconds.ts';
import type { KnownMark } from '../../story/inline.ts';
import type { StoryTracks } from './weaveStory.ts';
import { readTrackMarks } from './weaveWords.ts';

/** Where a paragraph begins: its properties, and the name it is known by. */
const PARAGRAPH =
  /<w:p>(?:<w:pPr>((?:(?!<\/w:pPr>).)*)<\/w:pPr>)?((?:<w:commentRangeStart w:id="\d+"\/>)*<w:bookmarkStart w:name="(\w+)"\/>)/gs;
const RUNS = /(?:<w:r>(?:(?!<\/w:r>).)*<\/w:r>)+/gs;

/** Suggestions as changes recorded in a document (ECMA-376 part 1, 17.13.5). */
export class WordTracks {
  #number = 0;

  /** `properties` writes how words are set. */
  constructor(
    readonly tracks: StoryTracks,
    readonly properties: (marks: readonly KnownMark[]) => string,
  ) {}

  /** Runs with what was done to their words around them. */
  around(marks: readonly string[], runs: string): string {
    const { putIn, takenOut, before } = readTrackMarks(marks);
    let tracked = runs;
    if (before) {
      const change = `<w:rPrChange${this.#facts(before.level)}><w:rPr>${this.properties(before.marks as KnownMark[])}</w:rPr></w:rPrChange>`;
      tracked = tracked.replace(
        /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?/gs,
        (_run, own = '') => `<w:r><w:rPr>${String(own)}${change}</w:rPr>`,
      );
    }
    if (takenOut !== null)
      tracked = tracked
        .replace(/<(\/?)w:t([ >])/g, '<$1w:delText$2')
        .replace(RUNS, (inside) => `<w:del${this.#facts(takenOut)}>${inside}</w:del>`);
    if (putIn === null) return tracked;
    return tracked.replace(
      takenOut === null ? RUNS : /<w:del .*?<\/w:del>/gs,
      (inside) => `<w:ins${this.#facts(putIn)}>${inside}</w:ins>`,
    );
  }

  /** Runs of a paragraph that was put in or taken out as a whole. */
  onWhole(name: string, runs: string): string {
    const { putIn, takenOut } = this.tracks.paragraphs.get(name) ?? { putIn: null, takenOut: null };
    const marks = [...(putIn === null ? [] : [`in:${putIn}`]), ...(takenOut === null ? [] : [`out:${takenOut}`])];
    return this.around(marks, runs);
  }

  /** What was done to something as a whole, as properties say it. */
  changesOf(name: string): string {
    const { putIn, takenOut } = this.tracks.paragraphs.get(name) ?? { putIn: null, takenOut: null };
    const begun = putIn === null ? '' : `<w:ins${this.#facts(putIn)}/>`;
    return begun + (takenOut === null ? '' : `<w:del${this.#facts(takenOut)}/>`);
  }

  /** The woven words of a line without marks; undefined where nobody proposed another. */
  line(name: string) {
    return this.tracks.lines.get(name);
  }

  /** A body with what was done to its paragraphs as a whole. */
  onParagraphs(body: string): string {
    return body.replace(PARAGRAPH, (whole: string, own = '', start = '', name = '') => {
      const track = this.tracks.paragraphs.get(String(name));
      if (!track) return whole;
      const { styleBefore } = track;
      const end = this.changesOf(String(name));
      const style = styleBefore?.style === '' ? '' : `<w:pStyle w:val="${styleBefore?.style}"/>`;
      const kind = styleBefore
        ? `<w:pPrChange${this.#facts(styleBefore.level)}><w:pPr>${style}</w:pPr></w:pPrChange>`
        : '';
      const all = `${String(own)}${end && `<w:rPr>${end}</w:rPr>`}${kind}`;
      return `<w:p>${all && `<w:pPr>${all}</w:pPr>`}${String(start)}`;
    });
  }

  #facts(level: number): string {
    const { by = '', at = '' } = this.tracks.levels[level - 1] ?? {};
    this.#number += 1;
    return attributes({ 'w:id': 100_000 + this.#number, 'w:author': by, 'w:date': wholeSeconds(at) });
  }
}
