import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { SEAL_OPTION, sealedNames } from '../sealing.ts';
import { signer } from '../signer.ts';
import { formatBytes } from '../terminal/formatBytes.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet answer`. */
export const answerCommand = defineCommand({
  name: 'answer',
  summary: 'answer a colleague who asks for originals',
  operands: { name: 'FILE', most: 1 },
  description: [
    'Writes the pictures and recordings that a colleague asks for with "stet ask" as a signed package, with a version of the story ' +
      'that they have: opening it changes no words there. Only files that the story shows go out, whatever is asked for. What answers a sealed request is sealed for who asks.',
    'A request signed with another key than its sender had before is refused unless --accept-key names the fingerprint.',
    'JSON: the receipt.',
  ],
  options: {
    to: { type: 'string', short: 'o', value: 'PATH', required: true, help: 'the file to write, or a folder' },
    seal: SEAL_OPTION,
    by: { type: 'string', value: 'NAME', help: 'who answers (otherwise the name in the app’s settings)' },
    'accept-key': { type: 'string', value: 'FINGERPRINT', help: 'a sender’s new key you made sure of' },
  },
  async run({ values, operands: [file = ''] }, { output, defaults, resolvePath, openLibrary }) {
    const by = signer(values.by, defaults, 'answers');
    const acceptedKey = values['accept-key'];
    const answer = {
      request: resolvePath(file),
      by,
      path: resolvePath(values.to),
      sealFor: sealedNames(values.seal),
      ...(acceptedKey && { acceptedKey }),
    };
    const receipt = await openLibrary().ask('media.answer', answer, EXIT.cannotWrite);
    output.line(visibleLine(`${receipt.detail.path ?? ''}  ${formatBytes(receipt.detail.bytes ?? 0)}`));
    output.note(receipt.summary);
    output.answer(receipt);
    return EXIT.ok;
  },
});
