import { TEMPLATES } from '../../../shared/ipc/librarySchemas.ts';
import { newStoryId } from '../../../shared/story/ids.ts';
import { STORY_FORMAT, storySchema, type Story } from '../../../shared/story/story.ts';
import { templateStory } from '../../library/drafts/templateStory.ts';
import { defineCommand } from '../Command.ts';
import { usageError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';

/** `stet new`. */
export const newCommand = defineCommand({
  name: 'new',
  summary: 'make a story',
  operands: null,
  description: [
    'Makes a story and prints its ID. Byline, dateline and language are those of the settings in the app unless given here.',
    'JSON: the row of the story, as in "stet list".',
  ],
  options: {
    headline: { type: 'string', value: 'TEXT', help: 'its headline' },
    slug: { type: 'string', value: 'TEXT', help: 'its slug, by which other commands find it too' },
    template: { type: 'string', value: 'NAME', choices: TEMPLATES, help: 'what it starts with' },
    language: { type: 'string', value: 'TAG', help: 'its language, such as en, ar or ur (BCP 47)' },
    byline: { type: 'string', value: 'TEXT', help: 'who wrote it' },
    dateline: { type: 'string', value: 'PLACE', help: 'where it was written' },
  },
  async run({ values }, { output, defaults, openLibrary }) {
    const at = new Date().toISOString();
    const { fields, blocks } = templateStory(values.template ?? 'blank', {
      byline: values.byline ?? defaults.byline,
      dateline: values.dateline ?? defaults.datelinePlace,
      language: values.language === undefined ? defaults.language : languageTag(values.language),
    });
    const furniture = { ...fields, headline: values.headline ?? '', slug: values.slug ?? '' };
    const story = checked({
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at },
      ...{ fields: furniture, blocks },
    });

    const library = openLibrary({ make: true });
    library.access.createStory(story, { reason: 'created', summary: 'Created on the command line.' });
    output.line(story.id);
    output.answer(await library.ask('stories.summary', { id: story.id }));
    return EXIT.ok;
  },
});

function languageTag(text: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw usageError(`--language takes a language tag such as en, ar or pt-BR; not "${text}".`);
}

/** The story, if it is one that can be stored. */
function checked(story: Story): Story {
  const parsed = storySchema.safeParse(story);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.at(-1);
  throw usageError(`--${String(field)} is too long for a story.`);
}
