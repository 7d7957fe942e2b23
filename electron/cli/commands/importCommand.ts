import type { ImportOutcome } from '../../../shared/ipc/librarySchemas.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { importOne } from '../importOne.ts';
import { visibleLine } from '../terminal/visibleText.ts';
import { counted } from '../terminal/counted.ts';

/** `stet import`. */
export const importCommand = defineCommand({
  name: 'import',
  summary: 'take in documents as stories',
  operands: { name: 'FILE…', most: Infinity },
  description: [
    'Makes a story of each document: Word (.docx), Markdown, HTML, plain text, or a Stet package (.stet). Each is taken ' +
      'in whole or not at all; one that is refused keeps no other out, and the exit code is then 1.',
    'Prints the ID of each story and its file. What was changed or left out, and what looks like furniture of a web ' +
      'page, is said on stderr; nothing is removed.',
    'JSON: an array with one outcome for each file, in their order.',
  ],
  options: {},
  async run({ operands }, { output, resolvePath, openLibrary }) {
    const library = openLibrary({ make: true });
    const outcomes: ImportOutcome[] = [];
    for (const file of operands) {
      const outcome = await importOne(library, resolvePath(file));
      outcomes.push(outcome);
      if (!outcome.ok) {
        output.note(`${file}: ${outcome.message}`);
        continue;
      }
      const { storyId, alreadyHere, notes, furniture } = outcome.imported;
      output.line(`${storyId}  ${visibleLine(file)}`);
      if (alreadyHere) output.note(`${file}: this very story was in the library already.`);
      for (const sentence of notes) output.note(`${file}: ${sentence}`);
      for (const { reason, excerpt } of furniture) output.note(`${file}: kept, but ${reason}: “${excerpt}”`);
    }
    const refused = outcomes.filter(({ ok }) => !ok).length;
    if (refused > 0 && operands.length > 1)
      output.note(
        `${counted(refused, 'document was', 'documents were')} refused, ${operands.length - refused} imported.`,
      );
    output.answer(outcomes);
    return refused > 0 ? EXIT.problem : EXIT.ok;
  },
});
