import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { Inspector } from '../screens/Inspector.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

const MARKET = 'Vendors weigh out apricots at the Kohsar market in Islamabad on 3 May 2026.';

async function placePicture(story: StoryPage, path: string): Promise<void> {
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(path);
  await expect(story.pictures.getByRole('img')).toHaveJSProperty('complete', true);
}

function lines(story: StoryPage) {
  const line = (name: string) => story.pictures.getByRole('textbox', { name });
  return { caption: line('Caption'), credit: line('Credit'), alt: line('Alt text') };
}

test('the Media tab tells whose words they are, takes the file’s over and remembers the house’s', async ({
  story,
  pictures,
}) => {
  const path = await pictures.news('market.jpg');
  const inspector = new Inspector(story.page);
  await placePicture(story, path);
  const { caption, alt } = lines(story);
  await expect(caption).toHaveText(MARKET);
  await inspector.tab('Media').click();
  const use = inspector.panel.getByRole('region', { name: 'Use of market.jpg' });
  await expect(use.getByText('the file’s own')).toHaveCount(3);
  await expect(use.getByText('40 characters')).toBeVisible();

  await caption.click();
  await story.press('End');
  await story.type(' Rain came later.');
  await expect(use.getByText('differs from the file')).toBeVisible();
  await use.getByRole('button', { name: 'Use the file’s caption' }).press('Enter');
  await expect(caption).toHaveText(MARKET);
  expect(await story.storedBlock('figure')).toMatchObject({ origin: { caption: 'embedded' } });
  await caption.click();
  await story.press('ControlOrMeta+Z');
  await expect(caption).toHaveText(`${MARKET} Rain came later.`);

  await use.getByRole('button', { name: 'Remember this caption for the picture' }).press('Enter');
  await expect(use.getByText('as remembered')).toBeVisible();
  expect(await story.storedBlock('figure')).toMatchObject({ origin: { caption: 'house' } });
  expect(await findViolations(story.page)).toEqual([]);

  await alt.click();
  await story.press('End');
  await story.insert(` ${'And a third man beside them who laughs. '.repeat(3)}`);
  await expect(use.getByText(/characters, long to be read out in one go/)).toBeVisible();

  // The next use begins with the remembered words, and the file itself still says its own.
  await story.create();
  await placePicture(story, path);
  await expect(lines(story).caption).toHaveText(`${MARKET} Rain came later.`);
  await expect(use.getByText('as remembered')).toBeVisible();
  await use.getByRole('button', { name: 'Forget the remembered caption' }).press('Enter');
  await expect(use.getByText('differs from the file')).toBeVisible();
  await inspector.tab('Story').click();
});

test('another file in the picture’s place keeps what was typed and offers its own words for the rest', async ({
  draft,
  pictures,
}) => {
  await placePicture(draft, await pictures.news('market.jpg'));
  const { caption, credit, alt } = lines(draft);
  await expect(caption).toHaveText(MARKET);
  await alt.click();
  await draft.press('End', 'Shift+Home');
  await draft.type('Typed by hand.');
  const { assetId } = await draft.storedBlock('figure');

  const next = await pictures.write(
    'rain.jpg',
    { type: 'image/jpeg', width: 320, height: 200 },
    { 'XMP-dc:Description': 'Rain on the market roofs.', 'XMP-dc:Creator': ['Lina Haddad'] },
  );
  await caption.click();
  const asked = draft.page.waitForEvent('filechooser');
  await draft.press('ControlOrMeta+Alt+P');
  await (await asked).setFiles(next);
  const offer = draft.page.getByRole('button', { name: 'Use the new file’s words' });
  await expect(offer).toBeVisible();
  await expect(draft.page.getByText('Its caption and credit still come from the old file.')).toBeVisible();
  await expect(caption).toHaveText(MARKET);
  await offer.press('Enter');
  await expect(caption).toHaveText('Rain on the market roofs.');
  await expect(credit).toHaveText('Lina Haddad');
  await expect(alt).toHaveText('Typed by hand.');
  expect((await draft.storedBlock('figure')).fileName).toBe('rain.jpg');

  // The words are one step, the picture another.
  await caption.click();
  await draft.press('ControlOrMeta+Z');
  await expect(caption).toHaveText(MARKET);
  await draft.press('ControlOrMeta+Z');
  expect(await draft.storedBlock('figure')).toMatchObject({ assetId, alt: 'Typed by hand.' });
});
