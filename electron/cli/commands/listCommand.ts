import type { StorySummary } from '../../../shared/ipc/librarySchemas.ts';
import { STATUSES } from '../../../shared/story/fields.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import { defineCommand } from '../Command.ts';
import { usageError } from '../CommandError.ts';
import { distinctLength } from '../distinctLength.ts';
import { EXIT } from '../exitCodes.ts';
import { listStories } from '../listStories.ts';
import { counted } from '../terminal/counted.ts';
import { formatTable, type Column } from '../terminal/formatTable.ts';
import { formatTime } from '../terminal/formatTime.ts';

const COLUMNS: readonly Column[] = [
  { title: 'ID' },
  { title: 'CHANGED' },
  { title: 'STATUS' },
  { title: 'WORDS', align: 'right' },
  { title: 'SLUG' },
  { title: 'HEADLINE' },
];
const MOST_QUERY = 500;

/** `stet list`. */
export const listCommand = defineCommand({
  name: 'list',
  summary: 'list and search stories',
  operands: null,
  description: [
    'Lists stories, those changed last first. What is printed of an ID is enough for other commands; a story without a ' +
      'headline shows its first words.',
    'JSON: {"total","items"}; total counts what --limit leaves out too.',
  ],
  options: {
    query: { type: 'string', value: 'WORDS', help: 'only stories with these words; the last may be unfinished' },
    status: { type: 'string', value: 'STATUS', choices: STATUSES, help: 'only stories that are' },
    trash: { type: 'boolean', help: 'list what is in the trash' },
    limit: { type: 'string', value: 'N', help: 'no more than so many' },
  },
  async run({ values }, { output, openLibrary }) {
    const { query = '', status = null, trash = false } = values;
    const limit = values.limit === undefined ? Infinity : wholeNumber('limit', values.limit);
    if (query.length > MOST_QUERY) throw usageError(`--query takes at most ${MOST_QUERY} characters.`);
    const list = await listStories(openLibrary(), { query, status, trashed: trash }, limit);
    output.answer(list);
    if (list.items.length > 0) for (const line of table(list.items, output.width)) output.line(line);
    else if (!output.isJson) output.note('No stories.');
    const more = list.total - list.items.length;
    if (more > 0 && !output.isJson) output.note(`${counted(more, 'more story', 'more stories')} not shown.`);
    return EXIT.ok;
  },
});

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && Number.isSafeInteger(number)) return number;
  throw usageError(`--${option} takes a whole number from 1; not "${text}".`);
}

function table(stories: readonly StorySummary[], width: number | null): string[] {
  const idLength = distinctLength(stories.map(({ id }) => id));
  const rows = stories.map((story) => [
    story.id.slice(0, idLength),
    formatTime(story.updatedAt),
    STATUS_LABELS[story.status],
    String(story.words),
    story.slug,
    story.headline || story.firstWords,
  ]);
  return formatTable(COLUMNS, rows, width);
}
