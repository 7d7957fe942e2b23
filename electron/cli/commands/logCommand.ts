import { REASON_LABELS } from '../../../shared/compare/reasonLabels.ts';
import type { HistoryEntry, RevisionSummary } from '../../../shared/ipc/librarySchemas.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { formatTable, type Column } from '../terminal/formatTable.ts';
import { formatTime } from '../terminal/formatTime.ts';

const COLUMNS: readonly Column[] = [
  { title: 'REVISION' },
  { title: 'WHEN' },
  { title: 'WORDS', align: 'right' },
  { title: 'IN', align: 'right' },
  { title: 'OUT', align: 'right' },
  { title: 'WHO' },
  { title: 'WHAT' },
];
/** As much of a revision's ID as tells it from the others of one story. */
const ID_LENGTH = 8;

/** `stet log`. */
export const logCommand = defineCommand({
  name: 'log',
  summary: 'list what was kept of a story, and what happened to it',
  operands: { name: 'ID', most: 1 },
  description: [
    'Lists the revisions of a story and the entries of its history, the newest first: who was at work, how many words there ' +
      'are, how many were put in and taken out since the revision before, and why it was kept. ID is the ID of the story, the ' +
      'beginning of it, or its slug. "stet diff" compares revisions.',
    'JSON: {"revisions","history"}, both the newest first. A revision has "id", "createdAt", "by", "reason", "name", "words", ' +
      '"wordsIn", "wordsOut" (null where they were not counted), "parents" and "hash".',
  ],
  options: {},
  async run({ operands: [wanted = ''] }, { output, openLibrary }) {
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const revisions = await library.ask('revisions.list', { storyId });
    const history = (await library.ask('history.list', { storyId })).toSorted((one, other) => other.id - one.id);
    output.answer({ revisions, history });
    const lines = [...revisions.map(revisionCells), ...history.map(historyCells)];
    const rows = lines.toSorted((one, other) => other.at.localeCompare(one.at)).map(({ cells }) => cells);
    for (const line of formatTable(COLUMNS, rows, output.width)) output.line(line);
    return EXIT.ok;
  },
});

interface Line {
  readonly at: string;
  readonly cells: readonly string[];
}

function revisionCells({ id, createdAt: at, words, wordsIn, wordsOut, by, name, reason }: RevisionSummary): Line {
  const what = name ? `${REASON_LABELS[reason]}: ${name}` : REASON_LABELS[reason];
  const count = (number: number | null, sign: string) => (number === null ? '' : `${sign}${number}`);
  const counts = [String(words), count(wordsIn, '+'), count(wordsOut, '-')];
  return { at, cells: [id.slice(0, ID_LENGTH), formatTime(at), ...counts, by, what] };
}

function historyCells({ at, summary, detail }: HistoryEntry): Line {
  const who = detail.despite?.by ?? detail.skip?.by ?? '';
  return { at, cells: ['', formatTime(at), '', '', '', who, summary] };
}
