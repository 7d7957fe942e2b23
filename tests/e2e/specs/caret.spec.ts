import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { expect, test } from '../app.ts';
import { Inspector } from '../screens/Inspector.ts';

// A picture without words: the browser leaves a caret that stands in an empty line where it is.
for (const from of ['the Story tab', 'the Media tab', 'the list of stories'] as const) {
  test(`a click from ${from} into another line of a picture puts the caret there`, async ({ draft, scratch }) => {
    const path = join(scratch, 'plain.png');
    await writeFile(path, await drawPicture({ type: 'image/png', width: 320, height: 200 }));
    const inspector = new Inspector(draft.page);
    await draft.write('Above the picture.');
    const asked = draft.page.waitForEvent('filechooser');
    await draft.button('Picture').click();
    await (await asked).setFiles(path);
    await expect(draft.pictures.getByRole('img')).toBeVisible();

    for (const name of ['Caption', 'Credit', 'Alt text'] as const) {
      if (from === 'the Story tab') {
        await inspector.tab('Story').click();
        await inspector.field('Slug').click();
      } else if (from === 'the Media tab') await inspector.tab('Media').click();
      else await draft.page.getByRole('searchbox', { name: 'Search stories' }).click();
      const line = draft.pictures.getByRole('textbox', { name });
      await line.click();
      await draft.type('Here');
      await expect(line).toHaveText('Here');
      // Empty again, with the caret in it.
      await draft.press('ControlOrMeta+Z');
      await expect(line).toHaveText('');
    }
    await inspector.tab('Story').click();
  });
}
