import { isOpen } from '../../../shared/story/review.ts';
import { STATUSES } from '../../../shared/story/fields.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { SEAL_OPTION, sealedNames } from '../sealing.ts';
import { signer } from '../signer.ts';
import { counted } from '../terminal/counted.ts';
import { formatBytes } from '../terminal/formatBytes.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet submit`. */
export const submitCommand = defineCommand({
  name: 'submit',
  summary: 'hand a story to a colleague, as a signed package',
  operands: { name: 'ID', most: 1 },
  description: [
    'Writes a story as a package that a colleague opens with "stet open" or in Stet: with its comments, its revision, and ' +
      'what it comes from, so that both go on working and the versions are merged when it comes back. The package is signed ' +
      'with this library’s own key, whose fingerprint is said on stderr.',
    'The story gets the status and the step goes into its history. ID is the ID of the story, the beginning of it, or its slug.',
    'JSON: the receipt.',
  ],
  options: {
    to: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      required: true,
      help: 'the file to write, or a folder, such as one that is shared',
    },
    by: { type: 'string', value: 'NAME', help: 'who hands it over (otherwise the name in the app’s settings)' },
    status: {
      type: 'string',
      value: 'STATUS',
      choices: [...STATUSES, 'same'],
      help: 'what it is from now on (otherwise submitted; "same" leaves it)',
    },
    for: { type: 'string', value: 'NAME', help: 'who is to have it' },
    note: { type: 'string', value: 'WORDS', help: 'what to say with it' },
    seal: SEAL_OPTION,
    media: {
      type: 'string',
      value: 'WHICH',
      choices: ['whole', 'renditions', 'none'],
      help: 'pictures and recordings as they are (otherwise so), smaller copies of the pictures, or none',
    },
    'text-first': { type: 'boolean', help: 'the same as --media none' },
  },
  async run({ values, operands: [wanted = ''] }, { output, defaults, resolvePath, openLibrary }) {
    const by = signer(values.by, defaults, 'hands the story over');
    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    const status = values.status ?? 'submitted';
    const order = {
      ...{ storyId, by, note: values.note ?? '', assignee: values.for ?? null },
      status: status === 'same' ? null : status,
      media: values['text-first'] ? 'none' : MEDIA[values.media ?? 'whole'],
      sealFor: sealedNames(values.seal),
    } as const;
    const { fingerprint } = await library.ask('handover.estimate', { storyId, by });
    const receipt = await library.ask('handover.send', { order, path: resolvePath(values.to) }, EXIT.cannotWrite);
    output.line(visibleLine(`${receipt.detail.path ?? ''}  ${formatBytes(receipt.detail.bytes ?? 0)}`));
    output.note(`Signed with the key ${fingerprint}.`);
    const { threads } = await library.ask('review.read', { storyId });
    const open = threads.filter(isOpen).length;
    if (open > 0) output.note(`${counted(open, 'comment goes', 'comments go')} along open.`);
    output.answer(receipt);
    return EXIT.ok;
  },
});

const MEDIA = { whole: 'all', renditions: 'renditions', none: 'none' } as const;
