import { FORMATS } from '../../../electron/library/formats.ts';
import { Library } from '../../../electron/library/Library.ts';
import { renderHere } from '../../../electron/cli/renderHere.ts';
import { newBlockId, newStoryId } from '../../../shared/story/ids.ts';
import { blankFields } from '../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';

/** The slug of the story that `keepPictureStory` keeps. */
export const SLUG = 'harbour-pilots';

/** Puts a story with a picture into a library, as the app would, and lets the library go. Answers the story. */
export async function keepPictureStory(folder: string): Promise<Story> {
  const library = new Library({ folder, formats: FORMATS, renderer: renderHere });
  try {
    const bytes = await drawPicture({ type: 'image/jpeg', width: 320, height: 200 });
    const asset = await library.access.media.add({ name: 'mole.jpg', bytes });
    const at = new Date().toISOString();
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at },
      fields: { ...blankFields(), slug: SLUG, headline: 'The pilots come ashore', dateline: 'Port Sudan' },
      blocks: [
        {
          ...{ id: newBlockId(), type: 'figure', assetId: asset.id, fileName: 'mole.jpg', credit: 'Harbour Desk' },
          ...{ alt: 'Four boats', origin: {}, caption: [{ type: 'text', text: 'Boats at the inner mole.' }] },
        },
        {
          ...{ id: newBlockId(), type: 'paragraph' },
          content: [{ type: 'text', text: 'They came ashore at four. عادوا عند الرابعة.' }],
        },
      ],
    };
    library.access.createStory(story, { reason: 'created', summary: 'Put there for a test.' });
    return story;
  } finally {
    library.close();
  }
}
