import type { Locator } from '@playwright/test';

/**
 * Drags files of the disk onto an element and drops them there, as a file manager does: the page gets real files. They land
 * near its lower edge, `across` of its width from the left.
 */
export async function dropFiles(target: Locator, paths: readonly string[], across = 0.5): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop on');
  const page = target.page();
  const session = await page.context().newCDPSession(page);
  const place = { x: Math.round(box.x + box.width * across), y: Math.round(box.y + box.height - 3) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await session.detach();
}
