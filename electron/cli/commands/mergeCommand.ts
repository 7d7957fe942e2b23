import { openConflicts } from '../../../shared/review/openConflicts.ts';
import { sideNames } from '../../../shared/review/settleConflict.ts';
import { canonicalJson } from '../../../shared/story/canonicalJson.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import type { Conflict } from '../../../shared/story/review.ts';
import { CommandError } from '../CommandError.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { counted } from '../terminal/counted.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet merge`. */
export const mergeCommand = defineCommand({
  name: 'merge',
  summary: 'list and decide what two people changed at once',
  operands: { name: 'ID', most: 1 },
  description: [
    'Lists what somebody has to decide in a story after a merge: both versions and what was there before. With --take they are ' +
      'decided, all or the one named; what was there is kept as a revision. ID is the ID of the story, the beginning of it, or its slug.',
    'The exit code is 1 while there is something to decide.',
    'JSON: an array of the conflicts that are open.',
  ],
  options: {
    take: { type: 'string', value: 'NAME', help: 'whose version holds, by the name shown; "both" leaves both' },
    only: { type: 'string', value: 'CONFLICT', help: 'decide this one and leave the others' },
    by: { type: 'string', value: 'NAME', help: 'who decides (otherwise the name in the app’s settings)' },
  },
  async run({ values: { take, only, by }, operands: [wanted = ''] }, { output, defaults, openLibrary }) {
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const find = async () => openConflicts((await library.ask('stories.open', { id: storyId })).story);
    if (take !== undefined) {
      for (const conflict of await find()) {
        if (only !== undefined && conflict.id !== only) continue;
        const [one, two] = sideNames(conflict);
        const decision = take === 'both' ? 'both' : take === one ? 1 : take === two ? 2 : null;
        if (decision === null) throw nobody(take, one, two);
        await library.ask('review.settle', { storyId, ids: [conflict.id], decision, by: by ?? defaults.name });
      }
    }
    const open = await find();
    output.answer(open);
    if (open.length === 0) output.note('Nothing has to be decided.');
    for (const conflict of open) for (const line of describe(conflict)) output.line(visibleLine(line));
    if (open.length > 0) output.note(`${counted(open.length, 'place', 'places')} to decide.`);
    return open.length === 0 ? EXIT.ok : EXIT.problem;
  },
});

function describe(conflict: Conflict): string[] {
  const [one, two] = sideNames(conflict);
  switch (conflict.kind) {
    case 'words':
      return [
        `${conflict.id}: the same words`,
        ...[
          `  before: ${conflict.base}`,
          `  ${one}: ${conflict.sides[0].words}`,
          `  ${two}: ${conflict.sides[1].words}`,
        ],
      ];
    case 'field': {
      const value = (fields: object) => canonicalJson(Object.values(fields)[0] ?? '');
      const [ours, theirs] = conflict.sides;
      return [
        `${conflict.id}: ${conflict.field}`,
        `  ${one}: ${value(ours.fields)}`,
        `  ${two}: ${value(theirs.fields)}`,
      ];
    }
    case 'part':
      return [`${conflict.id}: the ${conflict.part} of a block`, `  ${one}, which stands`, `  ${two}`];
    case 'block':
      return [`${conflict.id}: two versions of a block, both in the text`, `  ${one}`, `  ${two}`];
    case 'removed':
      return [`${conflict.id}: taken out by ${one}, changed by ${two}`, `  before: ${blockText(conflict.base)}`];
  }
}

function nobody(take: string, one: string, two: string): CommandError {
  const message = `No version is by "${take}"; there is one by "${one}" and one by "${two}".`;
  return new CommandError({ code: 'usage', message, retryable: false }, EXIT.usage);
}
