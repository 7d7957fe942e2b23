import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet receipts`. */
export const receiptsCommand = defineCommand({
  name: 'receipts',
  summary: 'list where a story was sent, and what arrived',
  operands: { name: 'ID', most: 1 },
  description: [
    'Lists the receipts of a story: when it was sent to which target, under which number and address it is there, from which ' +
      'revision, and what the target has otherwise than it was sent. ID is the ID of the story, the beginning of it, or its slug.',
    'JSON: a list of {"at","revisionId","receipt"}; a receipt has "targetName", "remoteId", "url", "editUrl", "status", ' +
      '"answer" (of a receiver that hands nothing back), "isUpdate", "sha256", "bytes", "pictures" and "differences".',
  ],
  options: {},
  async run({ operands: [wanted = ''] }, { output, openLibrary }) {
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const history = await library.ask('history.list', { storyId });
    const receipts = history.flatMap(({ at, detail: { receipt, revisionId } }) =>
      receipt ? [{ at, revisionId: revisionId ?? null, receipt }] : [],
    );
    output.answer(receipts);
    if (receipts.length === 0 && !output.isJson) output.note('The story was sent nowhere yet.');
    for (const { at, receipt } of receipts) {
      const { targetName, isUpdate, remoteId, status, url, differences } = receipt;
      output.line(
        visibleLine(`${at} ${isUpdate ? 'updated at' : 'sent to'} ${targetName}: ${remoteId} (${status}) ${url}`),
      );
      for (const difference of differences) output.line(visibleLine(`    ${difference}`));
    }
    return EXIT.ok;
  },
});
