import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileStem } from '../../../shared/export/fileStem.ts';
import { pictureWords } from '../../../shared/export/placePictures.ts';
import { StetError } from '../../../shared/lang/result.ts';
import {
  KEPT_LABELS,
  privateWords,
  RENDITION_FORMATS,
  RENDITION_SIZES,
  type RenditionFormat,
  type RenditionReport,
  type RenditionSize,
} from '../../../shared/media/rendition.ts';
import { DEFAULT_PICTURES } from '../../../shared/media/pictureProfile.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { RenditionOrder } from '../../library/renditions/Rendition.ts';
import { RenditionFolder, type WrittenRendition } from '../../library/renditions/RenditionFolder.ts';
import { defineCommand } from '../Command.ts';
import { CommandError, usageError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { LibrarySession } from '../LibrarySession.ts';
import type { Output } from '../Output.ts';
import { counted } from '../terminal/counted.ts';
import { formatBytes } from '../terminal/formatBytes.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** One use of a picture, and what its files are named by. */
interface Wanted {
  readonly id: AssetId;
  readonly fileName: string;
  readonly stem: string;
  readonly order: Omit<RenditionOrder, keyof How> & How;
}

interface How extends Pick<RenditionOrder, 'keepPlace'> {
  readonly copies: readonly { readonly size: RenditionSize; readonly format: RenditionFormat }[];
}

/** What became of one picture, as JSON tells it. */
type Outcome =
  | { readonly ok: true; readonly picture: string; readonly renditions: readonly WrittenRendition[] }
  | { readonly ok: false; readonly picture: string; readonly message: string };

/** `stet renditions`. */
export const renditionsCommand = defineCommand({
  name: 'renditions',
  summary: 'write pictures as they go out',
  operands: { name: 'FILE|ID…', most: Infinity },
  description: [
    'Makes smaller copies of pictures, upright and in sRGB, and writes them to DIR: thumb (480 pixels on the longest side), web ' +
      '(1600) and large (2560), each as JPEG and WebP; none is enlarged. What is see-through becomes PNG instead of JPEG. A ' +
      'picture that moves goes out with every frame, as large as it came; its thumb stands still.',
    'FILE is a picture. Anything that is no file is the ID of a story, the beginning of it, or its slug: then its pictures, ' +
      'with the captions, credits and alt texts they have there.',
    'Each copy says who made the picture, for whom, whose it is, what it shows and when; and not where it was taken, serial ' +
      'numbers, the camera owner’s name, previews, the history of its editing and whatever else the file says. The original ' +
      'is not changed. A picture that is refused keeps no other out, and the exit code is then 1.',
    'JSON: an array with one entry for each picture: {"ok":true,"picture","renditions"}, each of these with "path", "size", ' +
      '"type", "width", "height", "bytes", and "report" {"kept":[{"field","value"}],"removed","moves"}; or ' +
      '{"ok":false,"picture","message"}.',
  ],
  options: {
    out: { type: 'string', value: 'DIR', required: true, help: 'where to; made if it is not there' },
    sizes: { type: 'string', value: 'SIZES', help: `with commas between them (else ${RENDITION_SIZES.join(',')})` },
    formats: {
      type: 'string',
      value: 'FORMATS',
      help: `with commas between them (else ${RENDITION_FORMATS.join(',')})`,
    },
    'keep-place': { type: 'boolean', help: 'let the place a picture was taken go along' },
    force: { type: 'boolean', help: 'write over what is there' },
  },
  async run({ operands, values }, { output, resolvePath, openLibrary }) {
    if (values.out === '') throw usageError('--out needs a folder.');
    const sizes = chosen('--sizes', values.sizes, RENDITION_SIZES);
    const formats = chosen('--formats', values.formats, RENDITION_FORMATS);
    const how: How = {
      copies: sizes.flatMap((size) => formats.map((format) => ({ size, format }))),
      keepPlace: values['keep-place'] === true,
    };
    const folder = new RenditionFolder(resolvePath(values.out), { overwrite: values.force === true });
    const outcomes: Outcome[] = [];
    let library: LibrarySession | null = null;
    for (const operand of operands) {
      const path = resolvePath(operand);
      if (isFile(path)) outcomes.push(await fromFile(path, how, folder, output));
      else outcomes.push(...(await fromStory((library ??= openLibrary()), operand, how, folder, output)));
    }
    const refused = outcomes.filter(({ ok }) => !ok).length;
    if (refused > 0) output.note(`${counted(refused, 'picture was', 'pictures were')} refused.`);
    output.answer(outcomes);
    return refused > 0 ? EXIT.problem : EXIT.ok;
  },
});

/** The words of a list that is separated by commas, each one of those there are. */
function chosen<Choice extends string>(option: string, list: string | undefined, choices: readonly Choice[]): Choice[] {
  if (list === undefined) return [...choices];
  const words = list.split(',').map((word) => word.trim());
  const odd = words.find((word) => !choices.some((choice) => choice === word));
  if (odd !== undefined) throw usageError(`${option} takes ${choices.join(', ')}, with commas between; not "${odd}".`);
  return choices.filter((choice) => words.includes(choice));
}

async function fromStory(
  library: LibrarySession,
  wanted: string,
  how: How,
  folder: RenditionFolder,
  output: Output,
): Promise<Outcome[]> {
  const id = await findStory(library, wanted);
  const { story, notice } = await library.ask('stories.open', { id });
  if (notice) output.note(notice);
  const house = await library.ask('house.read', {});
  if (house.problem !== null) output.note(`${house.problem} Pictures go out as they do without one.`);
  const { keepPlace } = house.file?.pictures ?? DEFAULT_PICTURES;
  const outcomes: Outcome[] = [];
  for (const figure of story.blocks) {
    // A recording goes out as it is and has no renditions.
    if (figure.type !== 'figure' || figure.assetId === null || figure.medium) continue;
    const stem = `${pictureWords(figure) || 'picture'}-${figure.assetId.slice(0, 12)}`;
    const { crop, turn } = figure;
    const cut = { ...(turn && { turn }), ...(crop && { crop }) };
    const order = { ...how, keepPlace: how.keepPlace || keepPlace, figure, cut };
    const use = { id: figure.assetId, fileName: figure.fileName || 'A picture', stem, order };
    outcomes.push(await write(library, use, folder, output));
  }
  if (outcomes.length === 0) output.note('This story has no pictures.');
  return outcomes;
}

/** A picture that is in no library is read by way of one of its own, which is gone when it is written. */
async function fromFile(path: string, how: How, folder: RenditionFolder, output: Output): Promise<Outcome> {
  const fileName = basename(path);
  const root = mkdtempSync(join(tmpdir(), 'stet-renditions-'));
  try {
    const library = LibrarySession.open(root, { make: true });
    try {
      const { id } = await library.access.media.add({ name: fileName, path });
      const stem = fileStem(basename(path, extname(path))) || 'picture';
      return await write(library, { id, fileName, stem, order: { ...how, figure: null, cut: {} } }, folder, output);
    } catch (error) {
      return refusal(error, fileName, output);
    } finally {
      library.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function write(
  library: LibrarySession,
  { id, fileName, stem, order }: Wanted,
  folder: RenditionFolder,
  output: Output,
): Promise<Outcome> {
  try {
    const made = await library.access.media.makeRenditions(id, order);
    const renditions = await folder.write(
      stem,
      order.copies.flatMap(({ size }, at) => (made[at] ? [{ size, ...made[at] }] : [])),
    );
    for (const { path, width, height, bytes } of renditions)
      output.line(`${visibleLine(path)}  ${width} × ${height}  ${formatBytes(bytes)}`);
    const [first] = renditions;
    if (first) output.line(`  ${visibleLine(reportLine(first.report))}`);
    return { ok: true, picture: fileName, renditions };
  } catch (error) {
    return refusal(error, fileName, output);
  }
}

/** Throws what is no picture's fault on: the folder's. */
function refusal(error: unknown, picture: string, output: Output): Outcome {
  if (error instanceof CommandError) throw error;
  if (error instanceof Error && 'syscall' in error) {
    const message = `The folder cannot be written to (${error.message}). What was reported is there, whole.`;
    throw new CommandError({ code: 'cannotWrite', message, retryable: true }, EXIT.cannotWrite);
  }
  if (!(error instanceof StetError)) throw error;
  if (error.code === 'exists') throw new CommandError(error, EXIT.cannotWrite);
  output.note(`${picture}: ${error.message}`);
  return { ok: false, picture, message: error.message };
}

function reportLine({ kept, removed, moves }: RenditionReport): string {
  const fields = kept.map(({ field }) => KEPT_LABELS[field].toLowerCase());
  const says = fields.length === 0 ? 'It says nothing of itself.' : `Kept: ${fields.join(', ')}.`;
  const lost = removed.length === 0 ? '' : ` Taken out: ${privateWords(removed)}.`;
  return `${says}${lost}${moves ? ' It moves, and goes out as large as it came.' : ''}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
