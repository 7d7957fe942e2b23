import type { ImportOutcome } from '../../../shared/ipc/librarySchemas.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { importOne } from '../importOne.ts';
import { tellTakenIn } from '../tellTakenIn.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet open`. */
export const openCommand = defineCommand({
  name: 'open',
  summary: 'take in what a colleague handed over, merged with what is here',
  operands: { name: 'FILE…', most: Infinity },
  description: [
    'Opens packages that colleagues made with "stet submit" or in Stet. A story that is here already is merged with theirs: ' +
      'different places by themselves; where both changed the same sentence, both stand in the text, marked, until somebody ' +
      'decides ("stet merge"). What was here and what came are both kept as revisions; nothing is overwritten.',
    'Prints the ID of each story and its file. Who changed what is said on stderr. A package signed with another key than its ' +
      'sender had before is refused unless --accept-key names the fingerprint. The exit code is 1 if a package was refused or something has to be decided.',
    'JSON: an array with one outcome for each file, in their order.',
  ],
  options: {
    'accept-key': { type: 'string', value: 'FINGERPRINT', help: 'a sender’s new key you made sure of' },
    suggest: { type: 'boolean', help: 'what colleagues changed is proposed over what is here, instead of merged' },
  },
  async run({ values, operands }, { output, resolvePath, openLibrary }) {
    const library = openLibrary({ make: true });
    const outcomes: ImportOutcome[] = [];
    let undecided = 0;
    for (const file of operands) {
      const outcome = await importOne(library, resolvePath(file), values['accept-key']);
      outcomes.push(outcome);
      if (!outcome.ok) {
        output.note(`${file}: ${outcome.message}`);
        continue;
      }
      const { storyId, conflicts: marked = 0, mergedWith } = outcome.imported;
      const isProposed = values.suggest === true && mergedWith !== undefined;
      if (isProposed) await library.ask('review.unmerge', { storyId });
      const conflicts = isProposed ? 0 : marked;
      undecided += conflicts;
      output.line(`${storyId}  ${visibleLine(file)}`);
      tellTakenIn(output, file, outcome.imported, conflicts);
    }
    output.answer(outcomes);
    return outcomes.every(({ ok }) => ok) && undecided === 0 ? EXIT.ok : EXIT.problem;
  },
});
