import type { UsedCaption } from '../../../shared/ipc/captionSchemas.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { defineCommand } from '../Command.ts';
import { usageError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';
import { counted } from '../terminal/counted.ts';
import { visibleLine } from '../terminal/visibleText.ts';

const MOST_QUERY = 500;
const PAGE = 500;

/** `stet captions`. */
export const captionsCommand = defineCommand({
  name: 'captions',
  summary: 'search every caption and credit of the library',
  operands: { name: 'QUERY', most: 1 },
  description: [
    'Lists the captions and credits that have all words of QUERY, each by its beginning, in any order. The same ' +
      'words with the same picture come once, those of the story changed last first. The trash is left out.',
    'JSON: {"total","items"}, each item with "caption" (as the story format has it), "credit", "assetId", "storyId", ' +
      '"title", "updatedAt" and how many figures have the same ("uses").',
  ],
  options: {
    limit: { type: 'string', value: 'N', help: 'no more than so many' },
  },
  async run({ operands: [query = ''], values }, { output, openLibrary }) {
    if (query.length > MOST_QUERY) throw usageError(`QUERY takes at most ${MOST_QUERY} characters.`);
    const limit = values.limit === undefined ? Infinity : Number(values.limit);
    if (values.limit !== undefined && !(/^\d+$/.test(values.limit) && limit >= 1))
      throw usageError(`--limit takes a whole number from 1; not "${values.limit}".`);
    const library = openLibrary();
    const items: UsedCaption[] = [];
    let total = 0;
    do {
      const page = { query, offset: items.length, limit: Math.min(PAGE, limit - items.length) };
      const found = await library.ask('captions.search', page);
      total = found.total;
      items.push(...found.items);
      if (found.items.length === 0) break;
    } while (items.length < Math.min(total, limit));
    output.answer({ total, items });
    for (const { caption, credit, title } of items)
      output.line(visibleLine([inlineText(caption), credit, title].filter((part) => part.trim() !== '').join(' — ')));
    if (items.length === 0 && !output.isJson) output.note('No captions.');
    if (total > items.length && !output.isJson)
      output.note(`${counted(total - items.length, 'more caption')} not shown.`);
    return EXIT.ok;
  },
});
