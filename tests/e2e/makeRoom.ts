import type { Page } from '@playwright/test';

/** Widens the page, as whoever goes by this name: the inspector's room is the cards'. */
export async function makeRoom(page: Page, name: string): Promise<void> {
  await page.evaluate((by) => window.stet.ask('settings.change', { name: by }), name);
  const toggle = page.getByRole('button', { name: /(Hide|Show) the inspector/ });
  if ((await toggle.getAttribute('aria-expanded')) === 'true') await toggle.click();
}
