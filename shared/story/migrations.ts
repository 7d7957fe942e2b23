import { StetError } from '../lang/result.ts';
import { STORY_FORMAT, storySchema, type Story } from './story.ts';

/** A story in some format, before it is known to be one. */
type StoryData = Readonly<Record<string, unknown>>;

/** One step from a format to the next; it changes the shape and never the words. */
interface StoryMigration {
  /** The format it brings a story to. */
  readonly to: number;
  up(story: StoryData): StoryData;
}

/** Every step since format 1, in order. A step that shipped is never changed. */
const STORY_MIGRATIONS: readonly StoryMigration[] = [
  // A pull-quote may say who decided to keep it as it is, and what stands around its passage. Before, none did.
  { to: 2, up: (story) => story },
  // A figure may say which part of its picture is shown, how it is turned and what must stay in sight; an embargo, in which
  // zone it is told; a figure's words may be what the house remembers of the picture. Before, none did.
  { to: 3, up: (story) => story },
  // A figure may name the gallery it stands in, and may hold a video or an audio recording, with a poster picture. Before, none
  // did.
  { to: 4, up: (story) => story },
  // A story may carry its review (threads, steps, conflicts) and say who has it. Before, none did.
  { to: 5, up: (story) => story },
  // A story may carry what is proposed and not yet decided. Before, none did.
  { to: 6, up: (story) => story },
];

/** Why a story whose format is beyond today's is left alone. */
export function newerFormat(): StetError {
  return new StetError(
    'newerFormat',
    'This story was written by a newer Stet. Update Stet to open it; nothing in it was changed.',
  );
}

/**
 * A story from outside or from an older Stet, brought to today's format and checked. Throws StetError `newerFormat` for
 * one that only a newer Stet understands, and `invalidStory` for what is no story.
 */
export function migrateStory(data: unknown): Story {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new StetError('invalidStory', 'This is not a story Stet can read.');
  let story = data as StoryData;
  const format = story['format'];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1)
    throw new StetError('invalidStory', 'This is not a story Stet can read.');
  if (format > STORY_FORMAT) throw newerFormat();
  for (const step of STORY_MIGRATIONS) if (step.to > format) story = { ...step.up(story), format: step.to };
  const parsed = storySchema.safeParse(story);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue ? ` (${issue.path.join('.') || 'top'}: ${issue.message})` : '';
    throw new StetError('invalidStory', `This is not a story Stet can read${where}.`);
  }
  return parsed.data;
}
