import { checkStory } from '../../../shared/checks/checkStory.ts';
import { proofread } from '../../../shared/checks/proofread.ts';
import { missingFields } from '../../../shared/checks/style/requiredFields.ts';
import { houseStyleOf } from '../../../shared/checks/style/houseStyleOf.ts';
import { stopsAt } from '../../../shared/checks/stopsAt.ts';
import type { Gate } from '../../../shared/checks/style/gates.ts';
import type { ExportTarget, HistoryEntry } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { ExportPass, LibraryAccess } from '../libraryAccess.ts';
import { assertDecided } from './assertDecided.ts';
import { storyAssets } from './storyAssets.ts';

/** What blocks a story by its checks, and whom it stops. */
export interface Blocking {
  readonly messages: readonly string[];
  readonly house: Gate;
}

/** Checks a story as its house has it, without the findings somebody lets stand. */
export async function findBlocking(
  library: LibraryAccess,
  storyId: StoryId,
  target: ExportTarget,
  ownWords: readonly string[],
): Promise<Blocking> {
  const { file, words } = await library.readHouse();
  const style = houseStyleOf(file);
  const story = library.readStory(storyId);
  const assets = storyAssets(story, library.media);
  const options = { style, skips: library.skips(storyId), now: () => new Date().toISOString() };
  // Dictionaries are only read where a word can stop the story.
  const { findings } =
    style.rules['spelling'] === 'block'
      ? await proofread(story, assets, { ...options, ownWords: [...ownWords, ...words] }, library.proofreader)
      : checkStory(story, assets, options);
  const missing = missingFields(style.required, story.fields, target);
  const messages = [...missing, ...findings.filter(({ level }) => level === 'block')].map(({ message }) => message);
  return { messages, house: style.gate };
}

/**
 * Lets a story out, or throws StetError `blocked` with a sentence that names what blocks it, or `conflicts`. Answers what was overridden, for
 * the receipt; null where nothing was.
 */
export async function gateExport(
  library: LibraryAccess,
  storyId: StoryId,
  target: ExportTarget,
  { gate, override, ownWords }: ExportPass,
): Promise<HistoryEntry['detail']['despite'] | null> {
  if (target === 'package') return null;
  assertDecided(library.readStory(storyId));
  const { messages, house } = await findBlocking(library, storyId, target, ownWords);
  const [first] = messages;
  if (first === undefined) return null;
  if (override) return { ...override, findings: [...messages] };
  if (!stopsAt(house, gate, target)) return null;
  const more = messages.length === 1 ? '' : ` (and ${messages.length - 1} more)`;
  throw new StetError('blocked', `The checks stop this export: ${first}${more} Somebody has to say why it may go out.`);
}
