import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { SEAL_OPTION, sealedNames } from '../sealing.ts';
import { signer } from '../signer.ts';
import { counted } from '../terminal/counted.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet ask`. */
export const askCommand = defineCommand({
  name: 'ask',
  summary: 'ask a colleague for the originals of a story’s pictures',
  operands: { name: 'ID', most: 1 },
  description: [
    'Writes a small signed file that names, by their hashes, the pictures and recordings of a story that are not here, or only as ' +
      'a smaller copy. A colleague who has them answers it with "stet answer"; what comes is taken in with "stet open". What answers a sealed request is sealed, too.',
    'ID is the ID of the story, the beginning of it, or its slug.',
    'JSON: {"path","files"}.',
  ],
  options: {
    to: { type: 'string', short: 'o', value: 'PATH', required: true, help: 'the file to write, or a folder' },
    seal: SEAL_OPTION,
    by: { type: 'string', value: 'NAME', help: 'who asks (otherwise the name in the app’s settings)' },
  },
  async run({ values, operands: [wanted = ''] }, { output, defaults, resolvePath, openLibrary }) {
    const by = signer(values.by, defaults, 'asks');
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const request = { storyId, by, path: resolvePath(values.to), sealFor: sealedNames(values.seal) };
    const asked = await library.ask('media.ask', request, EXIT.cannotWrite);
    output.line(visibleLine(asked.path));
    output.note(`It asks for ${counted(asked.files, 'file', 'files')}.`);
    output.answer(asked);
    return EXIT.ok;
  },
});
