import { readFileSync } from 'node:fs';
import type { CheckSkip } from '../../../shared/checks/checkProfile.ts';
import { pullQuoteFacts, pullQuoteLine } from '../pullQuoteFacts.ts';
import { LEVELS, type Finding } from '../../../shared/checks/finding.ts';
import { proofread } from '../../../shared/checks/proofread.ts';
import type { CheckReport } from '../../../shared/checks/StoryChecker.ts';
import type { HouseStyle } from '../../../shared/checks/style/houseStyle.ts';
import { houseStyleOf } from '../../../shared/checks/style/houseStyleOf.ts';
import { parseHouseStyle } from '../../../shared/checks/style/parseHouseStyle.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Story } from '../../../shared/story/story.ts';
import { storyAssets } from '../../library/exports/storyAssets.ts';
import { defineCommand, type CommandContext } from '../Command.ts';
import { CommandError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { isFile } from '../isFile.ts';
import { proofreadHere } from '../proofreadHere.ts';
import { readGrammarHere } from '../readGrammarHere.ts';
import { counted } from '../terminal/counted.ts';
import { visibleLine } from '../terminal/visibleText.ts';
import { withDocument } from '../withDocument.ts';

interface Copy {
  readonly story: Story;
  readonly assets: readonly Asset[];
  /** The findings somebody lets stand. */
  readonly skips: readonly CheckSkip[];
  /** The style of the story's house; null for a document, which has none. */
  readonly style: HouseStyle | null;
  /** The words of its dictionary. */
  readonly houseWords: readonly string[];
  /** What reading a document changed already, such as a credit taken off the end of a caption. */
  readonly notes: readonly string[];
}

/** `stet check`. */
export const checkCommand = defineCommand({
  name: 'check',
  summary: 'read a story as a copy desk would',
  operands: { name: 'FILE|ID', most: 1 },
  description: [
    'Checks a story against itself and the starter house style: missing furniture, pull-quotes that drifted, numbers, ' +
      'names, dates and marks that disagree. Nothing is changed, nothing is looked up online.',
    'FILE is a document as "stet import" takes it; it is read for the check alone and not kept. Anything that is no file ' +
      'is the ID of a story, the beginning of it, or its slug. The exit code is 1 if anything must not go out as it is.',
    'STYLE is a house style of your own in YAML or JSON, used instead of the starter style. Without it a story of the ' +
      'library is read by the style.yaml in its folder, if there is one; findings skipped in the app stay skipped.',
    'Spelling is read with the dictionaries that come with Stet (English, French, Hebrew, Arabic, Persian), your own words, and the ' +
      'dictionary.txt in the folder of the library.',
    'JSON: {"findings","skipped","counts":{"note","warn","block"}, "pullQuotes","pullQuoteShare","notes"}, each finding ' +
      'with "ruleId", "level", "place" (the part of the story and offsets in it), "excerpt", "message" and "fix"; one that was skipped with the ' +
      '"reason", who said so ("by") and when ("at"); each pull-quote with its state. "notes" say what reading a document ' +
      'mended already.',
  ],
  options: {
    style: { type: 'string', value: 'STYLE', help: 'a house style file' },
    grammar: { type: 'boolean', help: 'read English for grammar, too (some seconds)' },
  },
  async run({ operands: [wanted = ''], values }, context) {
    const { output, resolvePath, defaults } = context;
    const path = resolvePath(wanted);
    const own = values.style === undefined ? null : readStyle(resolvePath(values.style));
    const { story, assets, skips, style, houseWords, notes } = isFile(path)
      ? await readDocument(path)
      : await readStored(wanted, context, own);
    const now = () => new Date().toISOString();
    const ownWords = [...defaults.dictionary, ...houseWords];
    const options = { style: own ?? style ?? houseStyleOf(null), skips, now, ownWords };
    const report = await proofread(story, assets, options, proofreadHere, values.grammar ? readGrammarHere : null);
    const { findings, counts, pullQuotes, pullQuoteShare } = report;
    const skipped = report.skipped.map(({ finding, skip: { reason, by, at } }) => ({ ...finding, reason, by, at }));
    for (const note of notes) output.note(note);
    for (const finding of findings) output.line(lineOf(finding, story));
    if (pullQuotes.length > 0) output.line(pullQuoteLine(pullQuotes, pullQuoteShare));
    output.line(summaryOf(report));
    output.answer({ findings, skipped, counts, pullQuotes: pullQuotes.map(pullQuoteFacts), pullQuoteShare, notes });
    return counts.block > 0 ? EXIT.problem : EXIT.ok;
  },
});

async function readStored(
  wanted: string,
  { openLibrary, output }: CommandContext,
  own: HouseStyle | null,
): Promise<Copy> {
  const library = openLibrary();
  const id = await findStory(library, wanted);
  const { story, notice } = await library.ask('stories.open', { id });
  if (notice) output.note(notice);
  const house = await library.ask('house.read', {});
  if (!own && house.problem) output.note(`${house.problem} The starter style is used instead.`);
  return {
    story,
    assets: storyAssets(story, library.access.media),
    skips: await library.ask('checks.skips', { storyId: id }),
    style: own ? null : houseStyleOf(house.file),
    houseWords: house.words,
    notes: [],
  };
}

async function readDocument(path: string): Promise<Copy> {
  return withDocument(path, (story, { notes }, library) => ({
    ...{ story, assets: storyAssets(story, library.access.media), notes },
    ...{ skips: [], style: null, houseWords: [] },
  }));
}

/** Throws CommandError: the file is not there, or what is wrong in it. */
function readStyle(path: string): HouseStyle {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    const message = `There is no style file at ${path} that can be read.`;
    throw new CommandError({ code: 'notFound', message, retryable: false }, EXIT.notFound);
  }
  try {
    return houseStyleOf(parseHouseStyle(text));
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    throw new CommandError({ code: error.code, message: error.message, retryable: false }, EXIT.usage);
  }
}

function lineOf({ level, place, message, ruleId }: Finding, { blocks }: Story): string {
  const part =
    place.in === 'field'
      ? place.field
      : `block ${blocks.findIndex((block) => block.id === place.blockId) + 1}${place.slot === 'content' ? '' : `, ${place.slot}`}`;
  return visibleLine(`${level} ${part}: ${message} [${ruleId}]`);
}

function summaryOf({ findings, skipped, counts }: CheckReport): string {
  const besides = skipped.length === 0 ? '' : ` (${skipped.length} skipped)`;
  if (findings.length === 0) return `Nothing to say.${besides}`;
  const levels = LEVELS.toReversed().map((level) => `${counts[level]} ${level}`);
  return `${counted(findings.length, 'finding')}: ${levels.join(', ')}${besides}`;
}
