import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { visibleText } from '../terminal/visibleText.ts';

/** `stet show`. */
export const showCommand = defineCommand({
  name: 'show',
  summary: 'print a story',
  operands: { name: 'ID', most: 1 },
  description: [
    'Prints a story as plain text. ID is the ID of the story, the beginning of it, or its slug.',
    'JSON: the whole story, as stored and as story.schema.json describes it.',
  ],
  options: {},
  async run({ operands: [wanted = ''] }, { output, openLibrary }) {
    const library = openLibrary();
    const id = await findStory(library, wanted);
    const { story, notice } = await library.ask('stories.open', { id });
    if (notice) output.note(notice);
    if (output.isJson) output.answer(story);
    else {
      const { files } = await library.ask('exports.preview', { storyId: id, target: 'text' });
      output.line(visibleText(files[0]?.text ?? '').trimEnd());
    }
    return EXIT.ok;
  },
});
