import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewedStory } from '../../../../../../electron/library/imports/docx/reviewedStory.ts';
import { storySchema, type Story } from '../../../../../../shared/story/story.ts';
import { versionsOf } from '../../../../../../shared/suggestions/versions.ts';
import { arbitraryStoryWithAssets } from '../../../../../fixtures/arbitraryStory.ts';
import { paperOf, Reviewer } from '../../../../../fixtures/documents/reviewedWord.ts';

const NOW = '2026-11-30T13:00:00.000Z';
const AUTHORS = [new Reviewer('Lina', '2026-11-30T12:00:00Z'), new Reviewer('Omar', '2026-11-30T12:30:00Z')];
const RUN = /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;

/** Does to each run what the next number says: nothing, or something an editor does. */
function scribble(xml: string, choices: readonly number[]): string {
  let at = 0;
  let made = 0;
  const next = () => choices[(at += 1) % choices.length] ?? 0;
  const word = () => `put${(made += 1)}`;
  const body = xml.replace(RUN, (whole: string) => {
    const [one, other] = next() % 2 === 0 ? AUTHORS : [...AUTHORS].reverse();
    if (!one || !other) return whole;
    switch (next() % 12) {
      case 0:
        return one.takes(whole);
      case 1:
        return one.puts(word()) + whole;
      case 2:
        return one.takes(whole) + other.puts(word());
      case 3:
        return other.takes(one.puts(word())) + whole;
      case 4:
        return whole.replace('</w:t>', ` ${word()}</w:t>`);
      case 5:
        return '';
      case 6:
        return whole.replace('<w:r>', `<w:r><w:rPr><w:b/>${one.wasSet('')}</w:rPr>`).replace(/<\/w:rPr><w:rPr>/, '');
      default:
        return whole;
    }
  });
  return body.replace(
    /<w:p>(?:<w:pPr>(.*?)<\/w:pPr>)?(.*?)<\/w:p>/gs,
    (whole: string, properties = '', inside: string) => {
      const one = AUTHORS[next() % 2];
      if (!one) return whole;
      switch (next() % 10) {
        case 0:
          return `<w:p><w:pPr>${String(properties)}${one.end('del')}</w:pPr>${inside}</w:p>`;
        case 1:
          return `<w:p><w:pPr>${one.end('ins')}</w:pPr>${one.puts(word())}</w:p>${whole}`;
        case 2:
          return `${whole}<w:p>${one.run(word())}</w:p>`;
        case 3:
          return whole.includes('<w:tc>') || whole.includes('w:bookmarkStart')
            ? whole.replace(/<w:bookmark[^>]*>/g, '')
            : whole;
        default:
          return whole;
      }
    },
  );
}

const wordsIn = (xml: string) =>
  xml
    .replace(/<\/w:(?:p|t|delText)>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .match(/put\d+/g) ?? [];

function everything(content: ReturnType<typeof reviewedStory>['content']): string {
  const said = (content.review?.threads ?? []).flatMap(({ notes }) => notes.map(({ text }) => text));
  return JSON.stringify([versionsOf(content), said]);
}

describe('a Word document somebody went over', () => {
  it('comes back with every word of it in the story, its suggestions or its comments, and nothing of ours lost', () => {
    const choices = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(arbitraryStoryWithAssets, choices, fc.nat(3), ({ story }, numbers, cut) => {
        const base = { ...story, review: undefined, suggestions: undefined } as unknown as Story;
        let sheet = '';
        const paper = paperOf(base, (xml) => (sheet = scribble(xml, numbers)));
        // Meanwhile we took a block out, or turned some around.
        const blocks = cut === 0 ? base.blocks : cut === 1 ? base.blocks.slice(1) : base.blocks.toReversed();
        const mine: Story = { ...base, blocks };
        const { content } = reviewedStory({ paper, mine, base, seed: 's', now: NOW });
        const all = everything(content);
        for (const word of wordsIn(sheet)) expect(all).toContain(word);
        expect(versionsOf(content)[0]).toEqual({ fields: mine.fields, blocks: mine.blocks });
        const { review: _r, suggestions: _s, ...plain } = mine;
        expect(storySchema.safeParse({ ...plain, ...content }).error).toBeUndefined();
        expect(new Set(content.blocks.map(({ id }) => id)).size).toBe(content.blocks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is what was sent where nobody touched it, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story }) => {
        const base = { ...story, review: undefined, suggestions: undefined } as unknown as Story;
        const { content } = reviewedStory({ paper: paperOf(base), mine: base, base, seed: 's', now: NOW });
        expect(content).toEqual({ fields: base.fields, blocks: base.blocks });
      }),
      { numRuns: 60 },
    );
  });

  it('is what was sent, with what was proposed in it as recorded changes', () => {
    const options = { version: '', comments: true, suggestions: true };
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story }) => {
        const { content } = reviewedStory({
          ...{ paper: paperOf(story, (xml) => xml, { options }), mine: story, base: story, seed: 's', now: NOW },
        });
        expect(content.blocks).toEqual(story.blocks);
        const known = new Set(story.suggestions?.map(({ id }) => id));
        expect((content.suggestions ?? []).filter(({ id }) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
