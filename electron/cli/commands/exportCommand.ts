import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { DOCUMENT_TARGETS } from '../../../shared/export/exportDocument.ts';
import { EXPORT_TARGETS, TARGET_NAMES } from '../../../shared/export/exportTarget.ts';
import type { ExportPreview, ExportReview, ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import { stopsAt } from '../../../shared/checks/stopsAt.ts';
import { toFailure } from '../../library/requests/toFailure.ts';
import type { Story } from '../../../shared/story/story.ts';
import { assertDecided } from '../../library/exports/assertDecided.ts';
import { findBlocking } from '../../library/exports/gateExport.ts';
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
    'Writes a story as a document, with its pictures in a folder beside it (a package and a Word document hold them), all of it or nothing, ' +
      'and keeps a receipt in its history. ID is the ID of the story, the beginning of it, or its slug.',
    'PATH is a file, or a folder in which the file is named after the story. With --out - the document alone goes to ' +
      'stdout, without pictures and without a receipt.',
    'Findings of the checks that block an export are told on stderr, and the story is written all the same: a script cannot ' +
      'answer. With --gate, or where the house style says "gate: everywhere", they stop it with exit code 65 unless a named ' +
      'person gives a reason: --despite REASON --by NAME, kept in the receipt. A package is never stopped.',
    'JSON: the receipt, with "detail": {"target","path","files","bytes","sha256","revisionId"}, and "despite" ' +
      '{"reason","by","findings"} where findings were overridden.',
  ],
  options: {
    to: { type: 'string', value: 'FORMAT', choices: EXPORT_TARGETS, required: true, help: 'as what' },
    out: { type: 'string', value: 'PATH', required: true, help: 'where to' },
    comments: { type: 'boolean', help: 'a Word document only: with the comments in its margin' },
    suggestions: { type: 'boolean', help: 'a Word document only: with suggestions as recorded changes, and comments' },
    force: { type: 'boolean', help: 'write over what is there' },
    gate: { type: 'boolean', help: 'let findings that block stop the export' },
    despite: { type: 'string', value: 'REASON', help: 'why it may go out against findings that block it' },
    by: { type: 'string', value: 'NAME', help: 'whose word that is' },
  },
  async run({ operands: [wanted = ''], values }, { output, resolvePath, openLibrary, defaults }) {
    const { to: target, out } = values;
    if (out === '') throw usageError('--out needs a path.');
    if (out === STDOUT && !isText(target))
      throw usageError(`${upperFirst(TARGET_NAMES[target])} cannot go to stdout: give --out a path.`);
    if (out === STDOUT && output.isJson) throw usageError('--json and --out - would both write to stdout: choose one.');

    if (target === 'pdf') throw noWindow();

    const comments: ExportReview = values.comments === true ? 'comments' : 'none';
    const review: ExportReview = values.suggestions === true ? 'suggestions' : comments;
    if (review !== 'none' && target !== 'docx')
      throw usageError('Only a Word document has comments and recorded changes: --to docx.');
    const pass = {
      review,
      ...({ gate: values.gate === true ? 'shut' : 'script', override: readOverride(values) } as const),
      ownWords: [...defaults.dictionary],
    };

    const library = openLibrary();
    const storyId = await findStory(library, wanted);
    if (target !== 'package') refuseUndecided(library.access.readStory(storyId));
    if (out === STDOUT) {
      if (pass.gate === 'shut') throw usageError('--gate guards what is written to a path: give --out a path.');
      print(await library.ask('exports.preview', { storyId, target, review }), output);
      return EXIT.ok;
    }
    const { media, printer, readStory, readHouse, hashStory } = library.access;
    const story = readStory(storyId);
    const version = hashStory(story);
    const plan = await planExport(story, target, { media, printer, house: await readHouse(), review, version });
    // Resolving takes away the separator that says: a folder.
    const path = /[\\/]$/.test(out) ? resolvePath(out) + sep : resolvePath(out);
    const present = whatIsThere(path, plan);
    if (present !== null && values.force !== true) throw alreadyThere(present);
    for (const warning of plan.warnings) output.note(warning);
    if (target !== 'package' && pass.override === null) {
      const { messages, house } = await findBlocking(library.access, storyId, target, pass.ownWords);
      if (!stopsAt(house, pass.gate, target)) for (const message of messages) output.note(`Blocking: ${message}`);
    }
    const receipt = await library.ask('exports.write', { storyId, target, path, ...pass }, EXIT.cannotWrite);
    const { files = 1, bytes = 0 } = receipt.detail;
    output.line(`Wrote ${visibleLine(receipt.detail.path ?? path)} (${counted(files, 'file')}, ${formatBytes(bytes)})`);
    output.answer(receipt);
    return EXIT.ok;
  },
});

/** Two people's versions side by side go nowhere, not even to a terminal. Throws CommandError. */
function refuseUndecided(story: Story): void {
  try {
    assertDecided(story);
  } catch (error) {
    throw new CommandError(toFailure('export', error), EXIT.blocked);
  }
}

/** A page is set by the app's window, and there is none here. */
function noWindow(): CommandError {
  const message = 'A PDF is typeset by the app’s window: export it from there, or as html or docx from here.';
  return new CommandError({ code: 'noPrinter', message, retryable: false }, EXIT.cannotWrite);
}

function isText(target: ExportTarget): boolean {
  return (DOCUMENT_TARGETS as readonly ExportTarget[]).includes(target);
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Throws CommandError where a reason has no name or a name no reason. */
function readOverride({ despite, by }: { readonly despite?: string | undefined; readonly by?: string | undefined }) {
  const [reason = '', name = ''] = [despite?.trim(), by?.trim()];
  if (reason === '' && name === '') {
    if (despite !== undefined || by !== undefined) throw usageError('--despite needs a reason, and --by a name.');
    return null;
  }
  if (reason === '') throw usageError('--by names whose reason it is: add --despite REASON.');
  if (name === '') throw usageError('A reason needs a name: add --by NAME.');
  return { reason, by: name };
}

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
