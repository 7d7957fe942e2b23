import { COPIED_ARTICLE, COPIED_MAIL } from '../../fixtures/clipboard/copiedArticle.ts';
import { GOOGLE_DOCS, WORD } from '../../fixtures/documents/clipboards.ts';
import { expect, test } from '../app.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

/** The story's words as blocks without ids. */
async function bare(story: StoryPage) {
  return (await story.stored()).blocks.map(({ id: _id, ...block }) => block);
}

test('from Word: styles and fillers go, words, marks, lists and links stay', async ({ draft }) => {
  await draft.focusBody();
  await draft.paste({ 'text/html': WORD, 'text/plain': 'Grain at the border' });
  await expect(draft.body.getByText('Grain at the border')).toBeVisible();
  const blocks = await bare(draft);
  expect(blocks).toMatchObject([
    { content: [{ text: 'Grain at the border' }] },
    // No-break spaces and curly quotes are the writer's; empty paragraphs and styles are Word's.
    {
      content: [
        { text: 'Lorries', marks: ['bold'] },
        { text: expect.stringMatching(/^ waited {1,2}at Torkham\u00a0gate, “for days”\.$/) as unknown },
      ],
    },
    {
      type: 'list',
      kind: 'bulleted',
      items: [
        { content: [{ text: 'Wheat' }], list: { items: [{ content: [{ text: 'from the north' }] }] } },
        { content: [{ text: 'Rice' }] },
      ],
    },
    {
      type: 'list',
      kind: 'numbered',
      start: 3,
      items: [{ content: [{ text: 'Third' }] }, { content: [{ text: 'Fourth' }] }],
    },
    // Tracked changes as they would be accepted, comments left out.
    { content: [{ text: 'The queue ended on Friday.' }] },
    { content: [{ type: 'link', url: 'https://example.org/grain', children: [{ text: 'Prices' }] }, {}] },
    { content: [{ text: 'انتظرت الشاحنات' }] },
    { type: 'figure', assetId: null, caption: [{ text: 'Lorries at the gate.' }] },
    // A line to go on writing on.
    { type: 'paragraph', content: [] },
  ]);
  await expect(draft.body).not.toContainText('mso');
  await expect(draft.body).not.toContainText('Check the day');
  // The picture lies on somebody's disk: its place is kept, and it is said.
  await expect(draft.pictures.getByText('The picture’s file is missing.')).toBeVisible();
});

test('from Google Docs: its wrapper makes nothing bold, its spans become marks', async ({ draft }) => {
  await draft.focusBody();
  await draft.paste({ 'text/html': GOOGLE_DOCS, 'text/plain': 'The ferry question' });
  await expect(draft.body.getByRole('heading', { name: 'The ferry question' })).toBeVisible();
  const blocks = await bare(draft);
  expect(blocks[0]).toMatchObject({ type: 'heading', content: [{ text: 'The ferry question' }] });
  expect(blocks[1]).toMatchObject({
    type: 'paragraph',
    content: [
      { text: 'The harbour ' },
      { text: expect.stringMatching(/^closed {1,2}twice$/) as unknown, marks: ['bold'] },
      { text: ' last week', marks: ['italic'] },
      { text: ',\u00a0she said: H' },
      { text: '2', marks: ['subscript'] },
      { text: 'O, m' },
      { text: '2', marks: ['superscript'] },
      { text: ' gone', marks: ['strikethrough'] },
      { text: ' kept', marks: ['underline'] },
    ],
  });
  expect(blocks.map((block) => block.type)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'list',
    'paragraph',
    'table',
    'figure',
    'paragraph',
  ]);
  await expect(draft.body.getByRole('table').getByRole('cell')).toHaveText(['Day', 'Boats', 'Monday', '4']);
});

test('a copied web page: the furniture is on the page, is named, and goes when somebody says so', async ({ draft }) => {
  await draft.headline.fill('Ferry fares double overnight');
  await draft.focusBody();
  await draft.paste({ 'text/html': COPIED_ARTICLE, 'text/plain': 'Ferry fares double overnight' });
  // Nothing is eaten in silence.
  await expect(draft.paragraph('Please support our reporting.')).toBeVisible();
  const offer = draft.page.getByText(/the page it came from|page furniture/);
  await expect(offer).toContainText('repeats the headline');
  await draft.page.getByRole('button', { name: /^Remove \d+ / }).click();
  await expect(offer).toBeHidden();
  const words = (await draft.body.textContent()) ?? '';
  for (const gone of ['Please support our reporting.', 'Donate', 'Tweet', 'Sign up', 'Ferry fares double overnight']) {
    expect(words).not.toContain(gone);
  }
  for (const kept of ['Commuters paid twice on Monday', 'Arben Hoxha', 'a boat for a week.', 'reading the contract.']) {
    expect(words).toContain(kept);
  }
  const figure = await draft.storedBlock('figure');
  expect(figure).toMatchObject({
    caption: [{ text: 'The 6.40 boat waits at Sarand.' }],
    credit: 'Lina Beg/North Wire',
    alt: 'A ferry at a quay',
  });
  // One undo brings it all back, should it have been copy after all.
  await draft.focusBody();
  await draft.press('ControlOrMeta+Z');
  await expect(draft.paragraph('Please support our reporting.')).toBeVisible();
});

test('plain text: paragraphs by blank lines, wrapped lines joined, bullets a list', async ({ draft }) => {
  await draft.focusBody();
  await draft.paste({ 'text/plain': COPIED_MAIL });
  await expect(draft.paragraph('reading the contract')).toBeVisible();
  expect(await bare(draft)).toMatchObject([
    { content: [{ text: COPIED_MAIL.split('\n\n')[0]?.replaceAll('\n', ' ') }] },
    { content: [{ text: 'It did not say for how long.' }] },
    { type: 'list', items: [{ content: [{ text: 'six boats' }] }, { content: [{ text: 'four crews' }] }] },
  ]);
});

test('words pasted into a sentence become part of it, and one undo takes them out', async ({ draft }) => {
  await draft.write('Before after.');
  await draft.putCaret('after', 'Before ');
  await draft.paste({ 'text/html': '<p>the <b>flood</b> and </p>', 'text/plain': 'the flood and ' });
  await expect(draft.body).toContainText('flood');
  const [paragraph] = await draft.storedBlocks('paragraph');
  expect(paragraph?.content).toMatchObject([
    { text: 'Before the ' },
    { text: 'flood', marks: ['bold'] },
    { text: expect.stringMatching(/^ and ?after\.$/) as unknown },
  ]);
  await draft.press('ControlOrMeta+Z');
  await expect(draft.body).toHaveText('Before after.');
});

test('an address pasted over words links them', async ({ draft }) => {
  await draft.write('Read the report first.');
  await draft.select('the report');
  await draft.paste({ 'text/plain': 'https://example.org/report' });
  await expect(draft.body.getByRole('link', { name: 'the report' })).toHaveAttribute(
    'href',
    'https://example.org/report',
  );
});

test('scripts, handlers and frames in pasted HTML come to nothing', async ({ draft }) => {
  await draft.focusBody();
  await draft.paste({
    'text/html':
      '<p onclick="window.ran=1">Safe <img src=x onerror="window.ran=1"><script>window.ran=1</script>words</p><iframe src="https://evil.example/"></iframe><a href="javascript:window.ran=1">link</a>',
    'text/plain': 'Safe words',
  });
  await expect(draft.body).toContainText('words');
  expect(await draft.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(JSON.stringify(await draft.stored())).not.toMatch(/javascript:|onclick|onerror|<script/);
});

test('text pasted into a caption or a quote stays one line of it', async ({ draft }) => {
  await draft.write('A sentence that will be pulled.');
  await draft.pull('will be pulled', '');
  await draft.paste({ 'text/html': '<p>Arben</p><p>Hoxha</p>', 'text/plain': 'Arben\nHoxha' });
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Attribution' })).toHaveText(/Arben\s*Hoxha/);
  const { blocks } = await draft.stored();
  expect(blocks.map((block) => block.type)).toEqual(['pullQuote', 'paragraph']);
});

test('lines pasted into the headline become one', async ({ draft }) => {
  await draft.headline.focus();
  await draft.insert('Ferry fares\ndouble overnight');
  await expect(draft.headline).toHaveValue('Ferry fares double overnight');
});

test('blocks copied in one story and pasted in another arrive whole', async ({ draft, clipboard: _ }) => {
  await draft.write('First, with words to pull.', 'Second.');
  await draft.pull('words to pull', 'A speaker');
  await draft.body.focus();
  await draft.press('ControlOrMeta+A', 'ControlOrMeta+C');
  const copied = await draft.stored();
  await draft.create();
  await draft.focusBody();
  await draft.press('ControlOrMeta+V');
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Quote' })).toHaveText('words to pull');
  const pasted = await draft.stored();
  expect(pasted.blocks.map((block) => block.type)).toEqual(['pullQuote', 'paragraph', 'paragraph']);
  const ids = new Set(copied.blocks.map((block) => block.id));
  expect(pasted.blocks.filter((block) => ids.has(block.id))).toEqual([]);
  // Still bound to the same words, which came along under another id.
  const pulled = await draft.storedBlock('pullQuote');
  expect(pulled.source).toMatchObject({ blockId: pasted.blocks[1]?.id, passage: 'words to pull' });
});

test('what is copied here is ordinary text and HTML for others, and Ctrl+Shift+V pastes it plain', async ({
  draft,
  shared,
  clipboard: _,
}) => {
  await draft.write('Some bold words.');
  await draft.select('bold');
  await draft.press('ControlOrMeta+B');
  await draft.body.focus();
  await draft.press('ControlOrMeta+A', 'ControlOrMeta+C', 'ControlOrMeta+End', 'Enter');
  // Only the menu reaches this paste: the page itself may not read the clipboard.
  await shared.chooseMenu('Paste as plain text');
  await expect(draft.body.getByRole('paragraph')).toHaveText(['Some bold words.', 'Some bold words.']);
  expect((await bare(draft))[1]).toMatchObject({ content: [{ type: 'text', text: 'Some bold words.' }] });
  expect((await bare(draft))[1]).not.toHaveProperty('content.1');
});
