import { join } from 'node:path';
import type { Block } from '../../shared/story/block.ts';
import { newBlockId, newThreadId, type ThreadId } from '../../shared/story/ids.ts';
import { PROJECT } from '../e2e/electronPath.ts';
import { DebuggedApp, type DebuggedPage } from './DebuggedApp.ts';
import { makeText } from './makeText.ts';

/** Starts the built Stet on a profile of its own. */
export function startStet(profile: string): DebuggedApp {
  return new DebuggedApp([
    PROJECT,
    `--user-data-dir=${join(profile, 'user')}`,
    `--library=${join(profile, 'library')}`,
  ]);
}

/** Asks the library behind a page that has drawn itself (and looked for a story to open); throws its failure. */
export function askLibrary<Answer>(page: DebuggedPage, name: string, payload: unknown): Promise<Answer> {
  return page.evaluate(`(async () => {
    while (!document.querySelector('.shell')) await new Promise((done) => setTimeout(done, 20));
    const answer = await window.stet.library.request(${JSON.stringify(name)}, ${JSON.stringify(payload)});
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  })()`);
}

/** How much was done to a story that is reviewed: no more than one of each a paragraph. */
interface Reviewed {
  readonly suggestions: number;
  readonly comments: number;
}

/** Writes a story of so many paragraphs and captioned pictures; answers its id. */
export async function writeStory(
  page: DebuggedPage,
  headline: string,
  paragraphs: number,
  pictures = 0,
  reviewed: Reviewed = { suggestions: 0, comments: 0 },
): Promise<string> {
  const made = { template: 'blank', byline: '', dateline: '', language: 'en' };
  const { story } = await askLibrary<{ readonly story: { readonly id: string } }>(page, 'stories.create', made);
  const blocks = makeText(paragraphs).map((text): Block => ({
    id: newBlockId(),
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  for (const text of makeText(pictures))
    blocks.push({
      id: newBlockId(),
      type: 'figure',
      assetId: null,
      fileName: '',
      caption: [{ type: 'text', text: `${headline}, ${text}` }],
      credit: '',
      alt: '',
      origin: {},
    });
  const order = blocks.map((block) => block.id);
  const { suggestions, comments } = reviewed;
  const before = blocks.slice(0, suggestions).map(withoutFirstWord);
  const at = new Date().toISOString();
  const layer = { id: 'measured', by: 'Editor', at, blocks: before, fields: {}, times: {} };
  const threads = blocks.slice(0, comments).map((block) => ({ id: newThreadId(), block }));
  const marked = blocks.map((block) => {
    const thread = threads.find((one) => one.block === block);
    return thread ? commentOnFirstWord(block, thread.id) : block;
  });
  const proposed = suggestions > 0 ? { suggestions: [layer] } : {};
  await askLibrary(page, 'stories.put', { id: story.id, fields: { headline }, blocks: marked, order, ...proposed });
  for (const { id, block } of threads) {
    const about = { kind: 'words', blockId: block.id, words: '', before: '', after: '' };
    const change = { kind: 'addThread', id, about, by: 'Editor', text: 'Says who?' };
    await askLibrary(page, 'review.change', { storyId: story.id, change });
  }
  return story.id;
}

/** Opens the story with this headline from the library pane; answers when it is on the page. */
export async function openStory(page: DebuggedPage, headline: string): Promise<void> {
  await page.evaluate(`(async () => {
    let isAsked = false;
    for (let tries = 0; tries < 1000; tries++) {
      if (document.querySelector('[data-story-field="headline"]')?.value === ${JSON.stringify(headline)}) return;
      const row = [...document.querySelectorAll('.story-list *')].find(
        (element) => element.children.length === 0 && element.textContent === ${JSON.stringify(headline)});
      // Once: a long story takes its time to come.
      if (row && !isAsked) row.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      isAsked ||= row !== undefined;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('The story is not in the list');
  })()`);
}

/** A paragraph as it was before somebody proposed its first word. */
function withoutFirstWord(block: Block): Block {
  const [text] = block.type === 'paragraph' ? block.content : [];
  if (block.type !== 'paragraph' || text?.type !== 'text') return block;
  return { ...block, content: [{ type: 'text', text: text.text.replace(/^\S+ /u, '') }] };
}

function commentOnFirstWord(block: Block, id: ThreadId): Block {
  const [text] = block.type === 'paragraph' ? block.content : [];
  if (block.type !== 'paragraph' || text?.type !== 'text') return block;
  const length = text.text.indexOf(' ');
  return {
    ...block,
    content: [
      { type: 'text', text: text.text.slice(0, length), marks: [`comment:${id}`] },
      { type: 'text', text: text.text.slice(length) },
    ],
  };
}
