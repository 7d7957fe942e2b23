import type { DeskRow } from '../../../shared/ipc/deskSchemas.ts';
import { STATUSES } from '../../../shared/story/fields.ts';
import { PRIORITY_LABELS } from '../../../shared/story/priorityLabels.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import { ROLES } from '../../../shared/workflow/role.ts';
import { waitsFor } from '../../../shared/workflow/waitsFor.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { distinctLength } from '../distinctLength.ts';
import { formatTable, type Column } from '../terminal/formatTable.ts';
import { formatTime } from '../terminal/formatTime.ts';

const COLUMNS: readonly Column[] = [
  { title: 'ID' },
  { title: 'DEADLINE' },
  { title: 'PRIORITY' },
  { title: 'STATUS' },
  { title: 'DESK' },
  { title: 'FOR' },
  { title: 'COMMENTS', align: 'right' },
  { title: 'SLUG' },
  { title: 'HEADLINE' },
];

/** `stet queue`. */
export const queueCommand = defineCommand({
  name: 'queue',
  summary: 'list the stories under way, first what is wanted first',
  operands: null,
  description: [
    'Lists the stories that are neither sent nor killed, by deadline, then by priority. What is overdue has an exclamation mark ' +
      'after its deadline. COMMENTS counts those that are open.',
    'With --waiting only those that wait for somebody: theirs by name, and those nobody has in particular that are for their ' +
      'role to go on with (drafts and returned stories for a correspondent; submitted, in review and approved for an editor).',
    'JSON: {"items"}.',
  ],
  options: {
    waiting: { type: 'string', value: 'ROLE', choices: ROLES, help: 'only stories that wait for somebody who is' },
    by: { type: 'string', value: 'NAME', help: 'whom they wait for (otherwise the name in the app’s settings)' },
    status: {
      type: 'string',
      value: 'STATUS',
      choices: STATUSES,
      help: 'only stories that are; those sent or killed last, too',
    },
    desk: { type: 'string', value: 'NAME', help: 'only stories of this desk' },
  },
  async run({ values: { waiting, by, status, desk } }, { output, defaults, openLibrary }) {
    const { items: all } = await openLibrary().ask('desk.list', {});
    const name = by ?? defaults.name;
    const isWanted = (row: DeskRow) =>
      (status === undefined ? row.status !== 'sent' && row.status !== 'killed' : row.status === status) &&
      (desk === undefined || row.desk === desk.trim()) &&
      (waiting === undefined || waitsFor(row, { role: waiting, name }));
    const items = all.filter(isWanted);
    output.answer({ items });
    if (items.length > 0) for (const line of table(items, output.width)) output.line(line);
    else if (!output.isJson) output.note('No stories.');
    return EXIT.ok;
  },
});

function table(rows: readonly DeskRow[], width: number | null): string[] {
  const idLength = distinctLength(rows.map(({ id }) => id));
  const now = new Date().toISOString();
  const cells = rows.map((row) => [
    row.id.slice(0, idLength),
    row.deadline === null ? '' : `${formatTime(row.deadline)}${row.deadline < now ? ' !' : ''}`,
    row.priority === null ? '' : (PRIORITY_LABELS[row.priority - 1] ?? ''),
    STATUS_LABELS[row.status],
    row.desk,
    row.assignee,
    row.comments === 0 ? '' : String(row.comments),
    row.slug,
    row.headline,
  ]);
  return formatTable(COLUMNS, cells, width);
}
