import { expect, test } from '../app.ts';
import { Inspector } from '../screens/Inspector.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

const QUAY = 'Boats wait at the quay of Keti Bandar.';

async function placePicture(story: StoryPage, path: string): Promise<void> {
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(path);
  await expect(story.pictures.getByRole('img')).toHaveJSProperty('complete', true);
}

const drawing = { type: 'image/jpeg', width: 300, height: 200 } as const;

test('a credit glued to the caption in the file comes into the credit field', async ({ draft, pictures }) => {
  const path = await pictures.write('quay.jpg', drawing, {
    'XMP-dc:Description': `${QUAY} (IMRAN DARS / KETI PICTURES)`,
  });
  await placePicture(draft, path);
  await expect(draft.pictures.getByRole('textbox', { name: 'Caption' })).toHaveText(QUAY);
  await expect(draft.pictures.getByRole('textbox', { name: 'Credit' })).toHaveText('IMRAN DARS / KETI PICTURES');
  expect(await draft.storedBlock('figure')).toMatchObject({ origin: { caption: 'embedded', credit: 'embedded' } });
});

test('one typed at the end of a caption is offered to be moved, and one undo puts it back', async ({
  draft,
  pictures,
}) => {
  await placePicture(draft, await pictures.write('plain.jpg', { ...drawing, width: 301 }));
  const caption = draft.pictures.getByRole('textbox', { name: 'Caption' });
  const credit = draft.pictures.getByRole('textbox', { name: 'Credit' });
  await caption.click();
  await draft.insert(`${QUAY} Photo by Lina Haddad/AFP via Getty Images`);
  const inspector = new Inspector(draft.page);
  await inspector.tab('Checks').click();
  // With the keyboard alone.
  const move = inspector.panel.getByRole('button', { name: /^Move: This caption ends in a credit/ });
  await move.focus();
  await draft.press('Enter');
  await expect(caption).toHaveText(QUAY);
  await expect(credit).toHaveText('Lina Haddad/AFP via Getty Images');
  expect(await draft.storedBlock('figure')).toMatchObject({
    caption: [{ type: 'text', text: QUAY }],
    credit: 'Lina Haddad/AFP via Getty Images',
  });
  await caption.click();
  await draft.press('ControlOrMeta+Z');
  await expect(caption).toHaveText(`${QUAY} Photo by Lina Haddad/AFP via Getty Images`);
  await expect(credit).toHaveText('');
  await inspector.tab('Story').click();
});
