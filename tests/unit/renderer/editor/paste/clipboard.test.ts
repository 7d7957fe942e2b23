// @vitest-environment jsdom
import fc from 'fast-check';
import { COPY_COMMAND, CUT_COMMAND, PASTE_COMMAND, type LexicalCommand, type LexicalEditor } from 'lexical';
import { describe, expect, it, vi } from 'vitest';
import { $selectBlock } from '../../../../../renderer/editor/blocks/selectBlock.ts';
import { $findBlock } from '../../../../../renderer/editor/model/topLevel.ts';
import { removeBlocks } from '../../../../../renderer/editor/paste/pastedFurniture.ts';
import { registerClipboard, type ClipboardHost } from '../../../../../renderer/editor/paste/registerClipboard.ts';
import type { Furniture } from '../../../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newStoryId, type BlockId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { caret, edit, openOnPage, outline, paragraph, readBlocks, select, selectAcross, undo } from '../editorRig.ts';

/** jsdom has no clipboard: this is one that several editors can share, and events that carry it. */
class Clipboard {
  #entries = new Map<string, string>();
  readonly files: File[] = [];
  getData(type: string): string {
    return this.#entries.get(type) ?? '';
  }
  setData(type: string, value: string): void {
    this.#entries.set(type, value);
  }
}

class FakeClipboardEvent extends Event {
  constructor(
    type: string,
    readonly clipboardData: Clipboard,
  ) {
    super(type, { cancelable: true });
  }
}
vi.stubGlobal('ClipboardEvent', FakeClipboardEvent);

interface Opened {
  readonly editor: LexicalEditor;
  readonly said: string[];
  readonly offers: (readonly Furniture[])[];
  readonly pictures: [BlockId, File][];
}

function open(blocks: readonly Block[], storyId = newStoryId()): Opened {
  const editor = openOnPage(blocks);
  const opened: Opened = { editor, said: [], offers: [], pictures: [] };
  const host: ClipboardHost = {
    editor,
    storyId,
    readPicture: (id, file) => void opened.pictures.push([id, file]),
    offerRemoval: (furniture) => void opened.offers.push(furniture),
    announce: (message) => void opened.said.push(message),
  };
  registerClipboard(host);
  return opened;
}

function send(editor: LexicalEditor, command: LexicalCommand<unknown>, clipboard: Clipboard): void {
  edit(editor, () => editor.dispatchCommand(command, new FakeClipboardEvent('', clipboard)));
  editor.read(() => undefined);
}
const copy = (editor: LexicalEditor, clipboard = new Clipboard()): Clipboard => {
  send(editor, COPY_COMMAND as LexicalCommand<unknown>, clipboard);
  return clipboard;
};
const cut = (editor: LexicalEditor, clipboard = new Clipboard()): Clipboard => {
  send(editor, CUT_COMMAND as LexicalCommand<unknown>, clipboard);
  return clipboard;
};
const paste = (editor: LexicalEditor, clipboard: Clipboard): void =>
  send(editor, PASTE_COMMAND as LexicalCommand<unknown>, clipboard);

/** Pastes what another program put on the clipboard; waits until it is on the page. */
async function pasteOutside(opened: Opened, data: Readonly<Record<string, string>>): Promise<void> {
  const clipboard = new Clipboard();
  for (const [type, value] of Object.entries(data)) clipboard.setData(type, value);
  const before = JSON.stringify(readBlocks(opened.editor));
  paste(opened.editor, clipboard);
  await vi.waitFor(() => {
    opened.editor.read(() => undefined);
    if (JSON.stringify(readBlocks(opened.editor)) === before && opened.said.length === 0) throw new Error('not yet');
  });
}

const story = [paragraph('a', 'First words here'), paragraph('b', 'Second paragraph'), paragraph('c', 'Third one')];

describe('copying', () => {
  it('writes words of one paragraph as words, in three forms', () => {
    const { editor } = open(story);
    select(editor, 'a', 6, 11);
    const clipboard = copy(editor);
    expect(clipboard.getData('text/plain')).toBe('words');
    expect(clipboard.getData('text/html')).toContain('<span>words</span>');
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'a paragraph: First words here',
      'b paragraph: Second paragraph',
      'c paragraph: Third one',
    ]);
  });

  it('cuts paragraphs at both ends of the selection and keeps what is between', () => {
    const { editor } = open(story);
    selectAcross(editor, ['a', 6], ['c', 5]);
    const clipboard = copy(editor);
    expect(clipboard.getData('text/plain')).toBe('words here\n\nSecond paragraph\n\nThird');
  });
});

describe('pasting what was copied here', () => {
  it('puts words where the caret is, inside a paragraph', () => {
    const { editor } = open(story);
    select(editor, 'a', 6, 11);
    const clipboard = copy(editor);
    select(editor, 'b', 7);
    paste(editor, clipboard);
    expect(outline(editor, ['a', 'b', 'c'])[1]).toBe('b paragraph: Second wordsparagraph');
    expect(caret(editor)).toBe('b 12');
  });

  it('joins the ends of several paragraphs with the words around the caret, and undoes it in one step', () => {
    const { editor } = open(story);
    const before = readBlocks(editor);
    selectAcross(editor, ['a', 6], ['b', 6]);
    const clipboard = copy(editor);
    select(editor, 'c', 5);
    paste(editor, clipboard);
    expect(outline(editor, ['a', 'b', 'c']).slice(2)).toEqual([
      'c paragraph: Thirdwords here',
      'new paragraph: Second one',
    ]);
    expect(caret(editor).endsWith(' 6')).toBe(true);
    undo(editor);
    expect(readBlocks(editor)).toEqual(before);
  });

  it('takes the place of what is selected, in the same step', () => {
    const { editor } = open(story);
    select(editor, 'a', 0, 5);
    const clipboard = copy(editor);
    select(editor, 'b', 0, 6);
    paste(editor, clipboard);
    expect(outline(editor, ['a', 'b', 'c'])[1]).toBe('b paragraph: First paragraph');
    undo(editor);
    expect(outline(editor, ['a', 'b', 'c'])[1]).toBe('b paragraph: Second paragraph');
  });

  it('moves a pull-quote with its id and its binding when it was cut', () => {
    const quote: Block = {
      ...{ id: 'q' as BlockId, type: 'pullQuote', content: [{ type: 'text', text: 'Second' }], attribution: 'She' },
      source: { blockId: 'b' as BlockId, start: 0, end: 6, passage: 'Second' },
    };
    const { editor } = open([...story, quote]);
    edit(editor, () => {
      const node = $findBlock('q' as BlockId);
      if (node) $selectBlock(node);
    });
    const clipboard = cut(editor);
    expect(readBlocks(editor).map((block) => block.id)).toEqual(['a', 'b', 'c']);
    select(editor, 'a', 16);
    paste(editor, clipboard);
    expect(readBlocks(editor)[1]).toEqual(quote);
    expect(readBlocks(editor)[2]?.id).toBe('b');
  });

  it('gives words to a caption without their paragraphs', () => {
    const figure: Block = {
      ...{ id: 'f' as BlockId, type: 'figure', assetId: null, fileName: 'x.jpg', caption: [], credit: '', alt: '' },
      origin: {},
    };
    const { editor } = open([...story, figure]);
    selectAcross(editor, ['a', 6], ['b', 6]);
    const clipboard = copy(editor);
    select(editor, 'f', 0, 0, 'caption');
    paste(editor, clipboard);
    select(editor, 'f', 0, 0, 'credit');
    paste(editor, clipboard);
    expect(readBlocks(editor)[3]).toMatchObject({
      caption: [{ type: 'text', text: 'words here Second' }],
      credit: 'words here Second',
    });
  });

  it('makes items of paragraphs in a list', () => {
    const list: Block = {
      ...{ id: 'l' as BlockId, type: 'list', kind: 'bulleted' },
      items: [{ content: [{ type: 'text', text: 'onetwo' }] }],
    };
    const { editor } = open([...story, list]);
    selectAcross(editor, ['a', 6], ['b', 6]);
    const clipboard = copy(editor);
    select(editor, 'l', 3);
    paste(editor, clipboard);
    expect(readBlocks(editor)[3]).toMatchObject({
      items: [{ content: [{ text: 'onewords here' }] }, { content: [{ text: 'Secondtwo' }] }],
    });
  });

  it('brings back what was cut, to the id', () => {
    const { editor } = open(story);
    const before = readBlocks(editor);
    selectAcross(editor, ['a', 0], ['c', 9]);
    const clipboard = cut(editor);
    expect(readBlocks(editor).map(blockText)).toEqual(['']);
    paste(editor, clipboard);
    expect(readBlocks(editor).map(blockText)).toEqual(before.map(blockText));
    expect(readBlocks(editor)[1]?.id).toBe('b');
  });

  it('loses no word of any story', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const source = open([paragraph('first', 'From here'), ...blocks, paragraph('last', 'to there')]);
        const copied = readBlocks(source.editor);
        selectAcross(source.editor, ['first', 0], ['last', 8]);
        const clipboard = copy(source.editor);
        const target = open([paragraph('t', '')]);
        select(target.editor, 't', 0);
        paste(target.editor, clipboard);
        const words = (all: readonly Block[]) => all.map(blockText).join('\n').split(/\s+/u).filter(Boolean);
        expect(words(readBlocks(target.editor))).toEqual(words(copied));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('pasting from other programs', () => {
  it('reads HTML into blocks and cleans it', async () => {
    const opened = open([paragraph('a', '')]);
    select(opened.editor, 'a', 0);
    const html =
      '<p class="MsoNormal" style="font-size:11pt">One <b>bold</b>&nbsp;word<o:p></o:p></p><p>&nbsp;</p><script>alert(1)</script><ul><li>item</ul>';
    await pasteOutside(opened, { 'text/html': html, 'text/plain': 'One bold word' });
    expect(outline(opened.editor, ['a'])).toEqual(['a paragraph: One bold\u00a0word', 'new list: item']);
  });

  it('reads plain text where there is no HTML', async () => {
    const opened = open([paragraph('a', 'Before after')]);
    select(opened.editor, 'a', 7);
    await pasteOutside(opened, { 'text/plain': 'One.\n\nTwo “quoted”.' });
    expect(outline(opened.editor, ['a'])).toEqual(['a paragraph: Before One.', 'new paragraph: Two “quoted”.after']);
  });

  it('makes a place of a caption that stands apart with its credit, but not among the words of a caption', async () => {
    const text = 'The market opened.\n\nBoats wait at the quay.\nPhoto: Omar Beg\n\nNobody came.';
    const opened = open([paragraph('a', '')]);
    select(opened.editor, 'a', 0);
    await pasteOutside(opened, { 'text/plain': text });
    expect(readBlocks(opened.editor)).toMatchObject([
      { type: 'paragraph' },
      { type: 'figure', caption: [{ text: 'Boats wait at the quay.' }], credit: 'Omar Beg' },
      { type: 'paragraph' },
    ]);
    expect(opened.said.join()).toContain('drop the picture on its place');
    const figure: Block = {
      ...{ id: 'f' as BlockId, type: 'figure', assetId: null, fileName: 'x.jpg', caption: [], credit: '', alt: '' },
      origin: {},
    };
    const captioned = open([figure]);
    select(captioned.editor, 'f', 0, 0, 'caption');
    await pasteOutside(captioned, { 'text/plain': 'Boats wait at the quay.\nPhoto: Omar Beg' });
    expect(readBlocks(captioned.editor)).toMatchObject([
      { type: 'figure', caption: [{ text: 'Boats wait at the quay. Photo: Omar Beg' }], credit: '' },
    ]);
  });

  it('keeps page furniture, and offers to take it away', async () => {
    const opened = open([paragraph('a', '')]);
    select(opened.editor, 'a', 0);
    const long =
      'The river had risen four metres by the time the village heard of it, and the road was already gone below the mill. ';
    const html = `<p>${long}</p><p>${long.repeat(2)}</p><p>Support our journalism. Donate</p>`;
    await pasteOutside(opened, { 'text/html': html });
    expect(readBlocks(opened.editor)).toHaveLength(3);
    expect(opened.offers).toHaveLength(1);
    const ids = opened.offers[0]?.flatMap(({ blockIds }) => blockIds) ?? [];
    removeBlocks(opened.editor, ids);
    opened.editor.read(() => undefined);
    expect(readBlocks(opened.editor).map(blockText).join(' ')).not.toContain('Donate');
    undo(opened.editor);
    expect(readBlocks(opened.editor)).toHaveLength(3);
  });

  it('reads a picture inside the HTML, and leaves a place for one that is elsewhere', async () => {
    const opened = open([paragraph('a', '')]);
    select(opened.editor, 'a', 0);
    const html =
      '<p>Words</p><figure><img src="data:image/png;base64,iVBORw0KGgo="><figcaption>Near</figcaption></figure><figure><img src="https://example.org/far.jpg"><figcaption>Far</figcaption></figure><p>More</p>';
    await pasteOutside(opened, { 'text/html': html });
    expect(outline(opened.editor, ['a'])).toEqual([
      'a paragraph: Words',
      'new figure: Near',
      'new figure: Far',
      'new paragraph: More',
    ]);
    expect(opened.pictures.map(([, file]) => [file.type, file.size])).toEqual([['image/png', 8]]);
    expect(opened.said).toEqual([expect.stringContaining('stayed where it was')]);
  });

  it('takes a clip that is not exactly one for nothing', async () => {
    const opened = open([paragraph('a', '')]);
    select(opened.editor, 'a', 0);
    await pasteOutside(opened, {
      'application/x-stet-clip+json': '{"format":1,"blocks":[{"type":"script"}]}',
      'text/plain': 'Only words',
    });
    expect(outline(opened.editor, ['a'])).toEqual(['a paragraph: Only words']);
  });
});
