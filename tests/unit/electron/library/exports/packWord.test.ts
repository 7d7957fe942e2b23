import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewExport } from '../../../../../electron/library/exports/previewExport.ts';
import { writeExport } from '../../../../../electron/library/exports/writeExport.ts';
import { openPaper } from '../../../../../electron/library/imports/docx/openPaper.ts';
import { readDocx } from '../../../../../electron/library/imports/docx/readDocx.ts';
import { draftStory } from '../../../../../shared/import/draftStory.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import type { NoteId, StoryId, ThreadId } from '../../../../../shared/story/ids.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { ExportDesk, figure, paragraph } from './exportDesk.ts';

let desk: ExportDesk;

beforeEach(() => {
  desk = new ExportDesk();
});
afterEach(() => {
  desk.close();
});

describe('a Word document that was written', () => {
  it('reads back with its styles, picture, caption and credit', async () => {
    const boat = desk.addPicture('a boat');
    const story = desk.addStory(
      { ...HARBOUR_STORY.fields, dateline: 'Port Sudan' },
      ...[figure(boat, 'A boat'), ...HARBOUR_STORY.blocks.slice(1)],
      paragraph('The end.'),
    );
    const path = join(desk.out, 'tide.docx');
    await writeExport(desk.access(), story.id, 'docx', path);
    const { source, pictures } = await readDocx({ path, bytes: readFileSync(path), name: 'tide.docx' });
    expect([...pictures.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual(['a boat']);
    const { fields, blocks: read } = draftStory(source);
    const { headline, deck, byline } = HARBOUR_STORY.fields;
    expect(fields).toMatchObject({ headline, deck, byline, dateline: 'Port Sudan' });
    expect(read.find((block) => block.type === 'figure')).toMatchObject({
      caption: [{ type: 'text', text: 'A boat' }],
      credit: 'A. Photographer',
    });
    expect(read.find((block) => block.type === 'pullQuote')).toMatchObject({
      attribution: 'Yusuf Adam, harbour pilot',
    });
    const kinds = new Set(read.map(({ type }) => type));
    for (const kind of ['heading', 'list', 'table', 'quote'] as const) expect(kinds).toContain(kind);
    const all = read.map(blockText).join('\n');
    for (const words of ['ما قاله الرصيف', 'قال القبطان (52 عامًا)', 'or mark it', 'The end.'])
      expect(all).toContain(words);
  });

  it('carries what was said of it where somebody asks, and says so', async () => {
    const story = desk.addStory({}, paragraph('It came.'));
    const at = '2026-11-30T10:00:00.000Z';
    const note = { id: 'n1' as NoteId, by: 'Omar Beg', at, text: 'Say when.' };
    const about = { kind: 'story' } as const;
    const threads = [{ id: 't1' as ThreadId, about, notes: [note], state: null }];
    const access = desk.access();
    const withReview = (id: StoryId) => ({ ...access.readStory(id), review: { threads, steps: [], conflicts: [] } });
    const commented = { ...access, readStory: withReview };
    const path = join(desk.out, 'tide.docx');
    const receipt = await writeExport(commented, story.id, 'docx', path, { review: 'comments' });
    expect(receipt.summary).toContain('with what was said of it');
    const opened = await openPaper({ path, bytes: readFileSync(path), name: 'tide.docx' });
    expect(opened?.paper.comments).toMatchObject([{ by: 'Omar Beg', text: 'Say when.' }]);
    const shown = await previewExport(commented, story.id, 'docx', 'comments');
    expect(shown.warnings).toContain('A comment stands in its margin, with who wrote it and when.');
    expect((await previewExport(commented, story.id, 'docx')).warnings).toEqual([]);
  });

  it('is the same file each time', async () => {
    const story = desk.addStory({}, figure(desk.addPicture('a boat'), 'A boat'));
    const hashes = [];
    for (const name of ['one.docx', 'two.docx'])
      hashes.push((await writeExport(desk.access(), story.id, 'docx', join(desk.out, name))).detail.sha256);
    expect(hashes[0]).toBe(hashes[1]);
  });
});
