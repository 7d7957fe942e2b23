import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deskListSchema } from '../../../shared/ipc/deskSchemas.ts';
import { openedStorySchema } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { TestLibrary } from '../../fixtures/library/TestLibrary.ts';
import { StetCommand } from './StetCommand.ts';

const answerSchema = deskListSchema.omit({ hidden: true });

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

/** Writes stories as the app would. */
async function write(stories: readonly Partial<StoryFields>[]): Promise<void> {
  const test = new TestLibrary(stet.library);
  try {
    for (const fields of stories) {
      const begun = await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
      await test.ask('stories.put', { id: openedStorySchema.parse(begun).story.id, fields });
    }
  } finally {
    test.library.close();
  }
}

it('lists what is under way, first what is wanted first, and what waits for whom', async () => {
  await write([
    { slug: 'later', status: 'submitted', deadline: '2999-01-02T10:00:00.000Z', desk: 'World' },
    {
      slug: 'late',
      headline: 'تأخر',
      status: 'inReview',
      deadline: '2001-01-02T10:00:00.000Z',
      assignee: 'Leila',
      priority: 1,
    },
    { slug: 'draft' },
    { slug: 'gone', status: 'killed' },
  ]);
  const slugs = async (...args: string[]) =>
    (await stet.json(answerSchema, ['queue', ...args])).items.map(({ slug }) => slug);
  expect(await slugs()).toEqual(['late', 'later', 'draft']);
  expect(await slugs('--waiting', 'correspondent')).toEqual(['draft']);
  expect(await slugs('--waiting', 'editor')).toEqual(['later']);
  expect(await slugs('--waiting', 'editor', '--by', 'leila')).toEqual(['late', 'later']);
  expect(await slugs('--desk', 'World')).toEqual(['later']);
  expect(await slugs('--status', 'killed')).toEqual(['gone']);
  const [head, late, later] = (await stet.text('queue')).split('\n');
  expect(head).toMatch(/^ID +DEADLINE +PRIORITY +STATUS +DESK +FOR +COMMENTS +SLUG +HEADLINE$/u);
  expect(late).toMatch(/^[0-9a-f]{8} +2001-01-0\d \d\d:\d\d ! +1 Flash +In review +Leila +late +\u2068تأخر\u2069$/u);
  expect(later).toMatch(/^[0-9a-f]{8} +2999-01-0\d \d\d:\d\d +Submitted +World +later/u);
  expect(await stet.run('queue', '--desk', 'nowhere')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'stet: No stories.\n',
  });
  expect(await stet.failure('queue', '--waiting', 'boss')).toEqual([64, 'usage']);
});
