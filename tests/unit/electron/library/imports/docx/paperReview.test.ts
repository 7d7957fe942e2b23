import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPaper } from '../../../../../../electron/library/imports/docx/openPaper.ts';
import { PaperReview } from '../../../../../../electron/library/imports/docx/PaperReview.ts';
import { reviewedStory } from '../../../../../../electron/library/imports/docx/reviewedStory.ts';
import type { WordPaper } from '../../../../../../electron/library/imports/docx/readWordParts.ts';
import type { Block } from '../../../../../../shared/story/block.ts';
import type { BlockId, NoteId, ThreadId } from '../../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../../shared/story/plainText.ts';
import type { Story } from '../../../../../../shared/story/story.ts';
import { versionsOf } from '../../../../../../shared/suggestions/versions.ts';
import { HARBOUR_STORY } from '../../../../../fixtures/export/harbourStory.ts';
import {
  asParagraph,
  onParagraph,
  onWords,
  paperOf,
  Reviewer,
} from '../../../../../fixtures/documents/reviewedWord.ts';

const NOW = '2026-11-30T13:00:00.000Z';
const lina = new Reviewer('Lina Aziz', '2026-11-30T12:00:00Z');
const omar = new Reviewer('Omar Beg', '2026-11-30T12:30:00Z');

const words = (text: string, ...marks: string[]) => ({
  ...{ type: 'text' as const, text },
  ...(marks.length > 0 && { marks }),
});
const paragraph = (id: string, text: string): Block => ({
  ...{ id: id as BlockId, type: 'paragraph', content: [words(text)] },
});

const STORY: Story = {
  ...HARBOUR_STORY,
  fields: { ...HARBOUR_STORY.fields, headline: 'High tide', deck: 'It came at noon', byline: '', dateline: 'Aden' },
  blocks: [
    paragraph('one', 'The tide came in fast. Nobody saw it.'),
    { id: 'two' as BlockId, type: 'heading', level: 2, content: [words('What it took')] },
    paragraph('three', 'It took the ropes and the boats.'),
    paragraph('four', 'Then it went out again.'),
    {
      ...{ id: 'list' as BlockId, type: 'list', kind: 'bulleted' },
      items: [{ content: [words('Ropes')] }, { content: [words('Boats')] }],
    },
    {
      ...{
        id: 'pic' as BlockId,
        type: 'figure',
        assetId: null,
        fileName: 'boat.jpg',
        caption: [words('A boat adrift')],
      },
      ...{ credit: 'A. Photographer', alt: '', origin: {} },
    },
    {
      ...{ id: 'table' as BlockId, type: 'table' },
      rows: [[{ content: [words('Day')] }, { content: [words('Boats')] }]],
    },
  ],
};

const read = (paper: WordPaper, mine: Story = STORY, base: Story | null = STORY) =>
  reviewedStory({ paper, mine, base, seed: 'file', now: NOW }).content;
const textsOf = ({ blocks }: { readonly blocks: readonly Block[] }) => blocks.map(blockText);
/** The texts of every version, from ours to the last. */
const versions = (content: ReturnType<typeof read>) => versionsOf(content).map(textsOf);
const plainTexts = textsOf(STORY);
const replaced = (at: number, ...texts: string[]) => plainTexts.toSpliced(at, 1, ...texts);

describe('a Word document that comes back', () => {
  it('is the story to the byte where nobody touched it, with its bookmarks and without', () => {
    for (const story of [HARBOUR_STORY, STORY])
      for (const gone of [/no such thing/g, /<w:bookmark(?:Start|End)[^>]*>/g]) {
        const paper = paperOf(story, (xml) => xml.replace(gone, ''));
        const { versions: read_, levels } = new PaperReview(story, paper, (what) => what);
        expect(levels).toEqual([]);
        expect(read_).toEqual([{ fields: story.fields, blocks: story.blocks }]);
        expect(read(paper, story, story)).toEqual({ fields: story.fields, blocks: story.blocks });
      }
  });

  it('brings words put in and taken out as suggestions of who did it', () => {
    const paper = paperOf(STORY, (xml) =>
      onWords(
        onWords(xml, 'fast', (run) => lina.takes(run) + lina.puts('slowly')),
        'again',
        (run) => omar.takes(run),
      ),
    );
    const content = read(paper);
    expect(content.suggestions?.map(({ by, at }) => [by, at])).toEqual([
      ['Lina Aziz', '2026-11-30T12:00:00.000Z'],
      ['Omar Beg', '2026-11-30T12:30:00.000Z'],
    ]);
    expect(versions(content)).toEqual([
      plainTexts,
      replaced(0, 'The tide came in slowly. Nobody saw it.'),
      replaced(0, 'The tide came in slowly. Nobody saw it.').toSpliced(3, 1, 'Then it went out .'),
    ]);
    expect(versionsOf(content)[0]).toEqual({ fields: STORY.fields, blocks: STORY.blocks });
  });

  it('keeps what one put in and another took out again', () => {
    const paper = paperOf(STORY, (xml) =>
      onWords(xml, 'again', () => omar.takes(omar.run('again')) + lina.takes(omar.puts('at noon'))),
    );
    expect(JSON.stringify(read(paper).suggestions)).toContain('at noon');
  });

  it('tells edits nobody recorded from those that were, and whose they are', () => {
    const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><cp:lastModifiedBy>Sara Noor</cp:lastModifiedBy></cp:coreProperties>`;
    const change = (xml: string) => onWords(xml.replace('the boats', 'all boats'), 'fast', (run) => lina.takes(run));
    const content = read(paperOf(STORY, change, { parts: { 'docProps/core.xml': core } }));
    expect(content.suggestions?.map(({ by }) => by)).toEqual(['Sara Noor (not recorded)', 'Lina Aziz']);
    expect(versions(content)[1]).toEqual(replaced(2, 'It took the ropes and all boats.'));
  });

  it('reads a paragraph that was cut, and two that were joined', () => {
    const cut = paperOf(STORY, (xml) =>
      onParagraph(xml, 'The tide', (properties, inside) => {
        const [before = '', after = ''] = inside.split(' Nobody');
        const second = `<w:r><w:t xml:space="preserve"> Nobody${after}`;
        return asParagraph(properties + lina.end('ins'), `${before}</w:t></w:r>`) + asParagraph(properties, second);
      }),
    );
    const content = read(cut);
    expect(versions(content)).toEqual([plainTexts, replaced(0, 'The tide came in fast.', ' Nobody saw it.')]);
    expect(content.blocks[0]?.id).toBe('one');
    const joined = read(
      paperOf(STORY, (xml) =>
        onParagraph(xml, 'It took', (properties, inside) => asParagraph(properties + lina.end('del'), inside)),
      ),
    );
    expect(versions(joined)[1]).toEqual(
      plainTexts.toSpliced(2, 2, 'It took the ropes and the boats.Then it went out again.'),
    );
    expect(joined.blocks[2]?.id).toBe('three');
  });

  it('reads paragraphs that were put in, taken out, and moved', () => {
    const content = read(
      paperOf(STORY, (xml) => {
        const taken = onParagraph(xml, 'Then it', (properties, inside) =>
          asParagraph(properties + lina.end('del'), lina.takes(inside)),
        );
        return onParagraph(
          taken,
          'What it took',
          (properties, inside) =>
            asParagraph(lina.end('ins'), lina.puts('Then it went out again.')) + asParagraph(properties, inside),
        );
      }),
    );
    expect(versions(content)[1]).toEqual([
      ...plainTexts.slice(0, 1),
      'Then it went out again.',
      ...plainTexts.slice(1, 3),
      ...plainTexts.slice(4),
    ]);
  });

  it('reads how words are set and what a paragraph is', () => {
    const content = read(
      paperOf(STORY, (xml) =>
        onParagraph(
          onWords(xml, 'ropes', () => lina.run('ropes', `<w:b/>${lina.wasSet('')}`)),
          'Then it',
          (_properties, inside) => asParagraph(`<w:pStyle w:val="Heading3"/>${lina.wasKind('')}`, inside),
        ),
      ),
    );
    expect(content.blocks[2]).toMatchObject({
      content: [words('It took the '), words('ropes', 'bold'), words(' and the boats.')],
    });
    expect(content.blocks[3]).toMatchObject({ id: 'four', type: 'heading', level: 3 });
    expect(versionsOf(content)[0]?.blocks).toEqual(STORY.blocks);
  });

  it('reads lists, captions, credits, cells and the page’s fields', () => {
    const content = read(
      paperOf(STORY, (xml) =>
        [
          ['Ropes', 'Cables'],
          ['A boat adrift', 'A boat at sea'],
          ['A. Photographer', 'B. Photographer'],
          ['Day', 'Night'],
          ['High tide', 'Spring tide'],
          ['[Aden]', '[Mukalla]'],
        ].reduce((now, [from = '', to = '']) => onWords(now, from, (run) => lina.takes(run) + lina.puts(to)), xml),
      ),
    );
    expect(content.fields).toMatchObject({ headline: 'Spring tide', dateline: 'Mukalla', deck: 'It came at noon' });
    expect(textsOf(content).slice(4)).toEqual(['Cables\nBoats', 'A boat at sea\nB. Photographer', 'Night\tBoats']);
    expect(content.blocks.map(({ id }) => id)).toEqual(STORY.blocks.map(({ id }) => id));
    expect(content.suggestions).toHaveLength(1);
    expect(content.suggestions?.[0]?.fields).toEqual({ headline: 'High tide', dateline: 'Aden' });
  });

  it('comes over the story as it stands now, and leaves what was written since', () => {
    const mine = {
      ...STORY,
      blocks: [
        ...STORY.blocks.slice(0, 2),
        paragraph('three', 'It took the ropes, the oars and the boats.'),
        ...STORY.blocks.slice(3),
        paragraph('new', 'Added since.'),
      ],
    };
    const content = read(
      paperOf(STORY, (xml) => onWords(xml, 'boats.', (run) => lina.takes(run) + lina.puts('ships.'))),
      mine,
    );
    expect(textsOf(content)).toEqual([...replaced(2, 'It took the ropes, the oars and the ships.'), 'Added since.']);
    expect(versionsOf(content)[0]).toEqual({ fields: mine.fields, blocks: mine.blocks });
  });

  it('takes over only what Word recorded where the version it was made of is not known', () => {
    const mine = {
      ...STORY,
      blocks: STORY.blocks.map((block) => (block.id === 'four' ? paragraph('four', 'Then it went.') : block)),
    };
    const content = read(
      paperOf(STORY, (xml) => onWords(xml, 'fast', (run) => lina.takes(run))),
      mine,
      null,
    );
    expect(textsOf(content)[0]).toBe('The tide came in . Nobody saw it.');
    expect(textsOf(content)[3]).toBe('Then it went.');
    expect(content.suggestions).toHaveLength(1);
  });

  it('makes comments of what a story has no place for', () => {
    const content = read(
      paperOf(
        STORY,
        (xml) =>
          onParagraph(xml, 'It took', (properties, inside) =>
            asParagraph(
              properties,
              `${inside}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:drawing><w:txbxContent><w:p>${lina.run('In a box')}</w:p></w:txbxContent></w:drawing></w:r>`,
            ),
          ).replace('<w:sectPr>', `<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr>`),
        {
          parts: {
            'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:id="1"><w:p>${lina.run('At the foot')}</w:p></w:footnote></w:footnotes>`,
            'word/header1.xml': `<w:hdr xmlns:w="w"><w:p>${lina.run('Not for print')}</w:p></w:hdr>`,
          },
        },
      ),
    );
    const said = content.review?.threads.map(({ about, notes }) => [
      about.kind === 'block' ? about.blockId : about.kind,
      notes[0]?.text,
    ]);
    expect(said?.sort()).toEqual([
      ['story', 'At the head or foot of the pages in Word: “Not for print”'],
      ['table', 'In Word a picture was put in here.'],
      ['three', 'In Word there is a footnote here, for which a story has no place: “At the foot”'],
      ['three', 'In Word there is a text box here, for which a story has no place: “In a box”'],
    ]);
    expect(textsOf(content)).toEqual(plainTexts);
  });
});

describe('comments of a Word document that comes back', () => {
  const about = {
    kind: 'words',
    blockId: 'three' as BlockId,
    words: 'ropes',
    before: 'It took the ',
    after: ' and',
  } as const;
  const note = { id: 'n1' as NoteId, by: 'Ayesha', at: '2026-11-30T10:00:00.000Z', text: 'Which?' };
  const commented: Story = {
    ...STORY,
    blocks: STORY.blocks.map((block) =>
      block.id === 'three' && block.type === 'paragraph'
        ? { ...block, content: [words('It took the '), words('ropes', 'comment:t1'), words(' and the boats.')] }
        : block,
    ),
    review: { threads: [{ id: 't1' as ThreadId, about, notes: [note], state: null }], steps: [], conflicts: [] },
  };
  const options = { version: '', comments: true };
  const comment = (id: number, by: string, text: string) =>
    `<w:comment w:id="${id}" w:author="${by}" w:date="2026-11-30T12:00:00Z"><w:p w14:paraId="0000000${id}">${lina.run(text)}</w:p></w:comment>`;
  const part = (inside: string) => `<w:comments xmlns:w="w" xmlns:w14="w14">${inside}</w:comments>`;
  const extended = (inside: string) => `<w15:commentsEx xmlns:w15="w15">${inside}</w15:commentsEx>`;

  it('are known again, answered and resolved', () => {
    const content = read(
      paperOf(commented, (xml) => xml, {
        options,
        parts: {
          'word/comments.xml': part(comment(0, 'Ayesha', 'Which?') + comment(5, 'Lina Aziz', 'The long ones.')),
          'word/commentsExtended.xml': extended(
            '<w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000005" w15:paraIdParent="00000000" w15:done="1"/>',
          ),
        },
      }),
      commented,
      commented,
    );
    expect(content.review?.threads).toHaveLength(1);
    expect(content.review?.threads[0]).toMatchObject({
      id: 't1',
      notes: [note, { by: 'Lina Aziz', text: 'The long ones.', at: '2026-11-30T12:00:00.000Z' }],
      state: { is: 'resolved' },
    });
    expect(content.blocks).toEqual(commented.blocks);
    expect(content.suggestions).toBeUndefined();
  });

  it('that are new stand on their words, on the fields, and on the story', () => {
    const range = (id: number, run: string) =>
      `<w:commentRangeStart w:id="${id}"/>${run}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const content = read(
      paperOf(
        STORY,
        (xml) =>
          onWords(
            onWords(
              onWords(xml, 'boats.', (run) => range(1, run)),
              'High tide',
              (run) => range(2, run),
            ),
            'Nobody',
            (run) => range(3, run),
          ),
        {
          parts: {
            'word/comments.xml': part(
              comment(1, 'Lina', 'All?') +
                comment(2, 'Lina', 'Weak.') +
                comment(3, 'Omar', 'Who?') +
                comment(4, 'Omar', 'Good.'),
            ),
          },
        },
      ),
    );
    expect(content.review?.threads.map(({ about: { kind }, notes }) => [kind, notes[0]?.text])).toEqual(
      expect.arrayContaining([
        ['words', 'All?'],
        ['field', 'Weak.'],
        ['words', 'Who?'],
        ['story', 'Good.'],
      ]),
    );
    const marked = content.blocks[2]?.type === 'paragraph' ? content.blocks[2].content.at(-1) : null;
    expect(marked).toMatchObject({ text: 'boats.', marks: [expect.stringMatching(/^comment:/)] });
    expect(content.suggestions).toBeUndefined();
  });
});

describe('a Word document that LibreOffice saved', () => {
  /** Harbour story, changed as below, opened and saved by LibreOffice 7.4.7 (`soffice --convert-to docx`). */
  const FILE = 'tests/fixtures/documents/reviewed-in-libreoffice.docx';

  it('keeps what was recorded, whose it was, and which paragraph is which', async () => {
    const opened = await openPaper({ path: FILE, bytes: readFileSync(FILE), name: FILE });
    if (!opened) throw new Error('It cannot be read.');
    expect(opened.origin).toMatchObject({ story: HARBOUR_STORY.id, version: 'abc' });
    const content = read(opened.paper, HARBOUR_STORY, HARBOUR_STORY);
    const [ours, unrecorded, lina_, omar_] = versionsOf(content);
    const texts = (version: typeof ours) =>
      new Map<string, string>(version?.blocks.map((block) => [block.id, blockText(block)]));
    expect(ours).toEqual({ fields: HARBOUR_STORY.fields, blocks: HARBOUR_STORY.blocks });
    expect(content.suggestions?.map(({ by }) => by)).toEqual(['Somebody (not recorded)', 'Lina Aziz', 'Omar Beg']);
    expect(changed(texts(ours), texts(unrecorded))).toEqual(['hebrew000000: שָׁלוֹם, אמר הנווט, “Good evening”.']);
    const first = texts(ours).get('first0000000')?.replace('at four', 'at five');
    expect(changed(texts(unrecorded), texts(lina_))).toEqual([
      `first0000000: ${first}`,
      'last00000000: By noon eleven ships lay at anchor.',
      expect.stringMatching(/^\w{12}: {2}10\u00a0km away the wreck showed its mast\.$/),
      'urdu00000000: gone',
    ]);
    expect(lina_?.fields.headline).toBe('Twenty Pilots, One Wreck & No “Plan B”');
    expect(changed(texts(lina_), texts(omar_))).toEqual([
      'h20000000000: What the wreck costs us',
      expect.stringMatching(/^marks0000000: The wreck lies .*ما قاله الرصيف$/s),
      expect.stringMatching(/^list00000000: Raise the wreck\nPay the crew\n/),
      expect.stringContaining('table0000000: Berth\tDepth | m\nSouth\t14.1'),
      'h30000000000: gone',
    ]);
    expect(content.review).toBeUndefined();
  });
});

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const now = [...after].filter(([id, text]) => before.get(id) !== text).map(([id, text]) => `${id}: ${text}`);
  return [...now, ...[...before.keys()].filter((id) => !after.has(id)).map((id) => `${id}: gone`)];
}
