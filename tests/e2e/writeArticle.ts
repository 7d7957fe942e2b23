import { expect } from '@playwright/test';
import type { Article } from '../fixtures/stories/saltAndSweetWater.ts';
import type { StoryPage } from './screens/StoryPage.ts';

/**
 * Writes an article as a correspondent does, on an empty page: furniture, the lead picture by the button, the body
 * paragraph by paragraph, then each pull-quote lifted with the one key.
 */
export async function writeArticle(story: StoryPage, article: Article, picture: string): Promise<void> {
  for (const line of [article.headline, article.deck, `[${article.dateline}]`, article.byline]) {
    await story.insert(line);
    await story.press('Enter');
  }
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(picture);
  await expect(story.pictures.getByRole('textbox', { name: 'Caption' })).toHaveText(article.caption);
  await story.pictures.getByRole('textbox', { name: 'Alt text' }).click();
  await story.insert(article.alt);
  await story.focusBody();
  const [first = '', ...rest] = article.paragraphs;
  await story.type(first);
  for (const words of rest) {
    await story.press('Enter');
    await story.insert(words);
  }
  for (const { words, attribution } of article.pullQuotes) await story.pull(words, attribution);
}
