import { expect, test } from '../app.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { putStory } from '../putStory.ts';
import { askLibrary, storyOnDisk } from '../storyOnDisk.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import type { Figure } from '../../../shared/story/block.ts';

function figure(caption: string, credit: string): Figure {
  return {
    ...{ id: newBlockId(), type: 'figure', assetId: null, fileName: 'quay.jpg', alt: '', origin: {} },
    ...{ caption: caption === '' ? [] : [{ type: 'text', text: caption }], credit },
  };
}

test('a caption used before is found and put into the picture at the caret, by the keyboard alone', async ({ app }) => {
  const { page } = app;
  const old = await putStory(page, { headline: 'Old floods' });
  const used = [figure('Élan boats on the quay', 'Imran Dars'), figure('Ships at dawn', 'Sadia Noor')];
  await askLibrary(page, 'stories.put', { id: old, blocks: used, order: used.map(({ id }) => id) });
  const id = await putStory(page, { headline: 'New floods' });
  const blank = figure('', '');
  await askLibrary(page, 'stories.put', { id, blocks: [blank], order: [blank.id] });
  await page.getByRole('list', { name: 'Stories' }).getByText('New floods').click();
  const draft = new StoryPage(page);
  const picture = draft.pictures.first();
  await picture.getByRole('textbox', { name: 'Caption' }).click();

  await page.keyboard.press('ControlOrMeta+Alt+c');
  const dialog = page.getByRole('dialog', { name: 'Captions' });
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await page.keyboard.type('dars elan');
  await expect(dialog.getByRole('status')).toHaveText('1 caption');
  await expect(dialog.getByRole('option')).toContainText('Old floods');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const words = async () => {
    const [block] = (await storyOnDisk(page)).blocks;
    return block?.type === 'figure'
      ? [block.caption.map((one) => ('text' in one ? one.text : '')).join(''), block.credit]
      : [];
  };
  await expect.poll(words).toEqual(['Élan boats on the quay', 'Imran Dars']);
  await page.keyboard.type('!');
  await expect.poll(words).toEqual(['Élan boats on the quay!', 'Imran Dars']);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(words).toEqual(['', '']);
});
