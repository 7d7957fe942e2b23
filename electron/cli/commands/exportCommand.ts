import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { EXPORT_TARGETS, type ExportPreview } from '../../../shared/ipc/librarySchemas.ts';
import { exportPlace } from '../../library/exports/exportPlace.ts';
import { planExport, type ExportPlan } from '../../library/exports/planExport.ts';
import { defineCommand } from '../Command.ts';
import { CommandError, usageError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import type { Output } from '../Output.ts';
import { counted } from '../terminal/counted.ts';
import { formatBytes } from '../terminal/formatBytes.ts';
import { visibleLine } from '../terminal/visibleText.ts';

const STDOUT = '-';

/** `stet export`. */
export const exportCommand = defineCommand({
  name: 'export',
  summary: 'write a story for others to use',
  operands: { name: 'ID', most: 1 },
  description: [
    'Writes a story as a document, with its pictures in a folder beside it (a package holds them), all of it or nothing, ' +
      'and keeps a receipt in its history. ID is the ID of the story, the beginning of it, or its slug.',
    'PATH is a file, or a folder in which the file is named after the story. With --out - the document alone goes to ' +
      'stdout, without pictures and without a receipt.',
    'JSON: the receipt, with "detail": {"target","path","files","bytes","sha256","revisionId"}.',
  ],
  options: {
    to: { type: 'string', value: 'FORMAT', choices: EXPORT_TARGETS, required: true, help: 'as what' },
    out: { type: 'string', value: 'PATH', required: true, help: 'where to' },
    force: { type: 'boolean', help: 'write over what is there' },
  },
  async run({ operands: [wanted = ''], values }, { output, resolvePath, openLibrary }) {
    const { to: target, out } = values;
    if (out === '') throw usageError('--out needs a path.');
    if (out === STDOUT && target === 'package') throw usageError('A package cannot go to stdout: give --out a path.');
    if (out === STDOUT && output.isJson) throw usageError('--json and --out - would both write to stdout: choose one.');

    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    if (out === STDOUT) {
      print(await library.ask('exports.preview', { storyId, target }), output);
      return EXIT.ok;
    }
    const plan = planExport(library.access.readStory(storyId), target, library.access.media);
    // Resolving takes away the separator that says: a folder.
    const path = /[\\/]$/.test(out) ? resolvePath(out) + sep : resolvePath(out);
    const present = whatIsThere(path, plan);
    if (present !== null && values.force !== true) throw alreadyThere(present);
    for (const warning of plan.warnings) output.note(warning);
    const receipt = await library.ask('exports.write', { storyId, target, path }, EXIT.cannotWrite);
    const { files = 1, bytes = 0 } = receipt.detail;
    output.line(`Wrote ${visibleLine(receipt.detail.path ?? path)} (${counted(files, 'file')}, ${formatBytes(bytes)})`);
    output.answer(receipt);
    return EXIT.ok;
  },
});

/** The document of an export; what goes with it is only told about. */
function print({ files, warnings }: ExportPreview, output: Output): void {
  const document = files.find(({ text }) => text !== null);
  output.document(document?.text ?? '');
  for (const warning of warnings) output.note(warning);
  const pictures = files.filter(({ assetId }) => assetId !== null).length;
  if (pictures > 0) output.note(`${counted(pictures, 'picture')} left out: --out PATH writes the document with them.`);
}

/** The file an export would be written over; null if there is none, or it cannot be known: then writing says why. */
function whatIsThere(path: string, plan: ExportPlan): string | null {
  try {
    const place = exportPlace(path, plan);
    lstatSync(place);
    return place;
  } catch {
    return null;
  }
}

function alreadyThere(path: string): CommandError {
  const message = `${path} is there already and was left as it is. Choose another name, or add --force to write over it.`;
  return new CommandError({ code: 'exists', message, retryable: false }, EXIT.cannotWrite);
}
