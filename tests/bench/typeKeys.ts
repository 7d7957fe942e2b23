import { setTimeout as wait } from 'node:timers/promises';
import type { DebuggedPage } from './DebuggedApp.ts';

const KEYS = 'the river valley waited for winter ';
/** Idle time after each key (ms), so that work put off is counted with the key that caused it. */
const IDLE_MS = 60;

/** Presses one key in a page, as a keyboard would. */
export async function pressKey(page: DebuggedPage, key: string): Promise<void> {
  const code = key === ' ' ? 'Space' : `Key${key.toUpperCase()}`;
  const windowsVirtualKeyCode = key === ' ' ? 32 : key.toUpperCase().charCodeAt(0);
  const event = { key, code, windowsVirtualKeyCode };
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, unmodifiedText: key, ...event });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** The page's main thread so far: how long it has been busy, in ms. */
async function busyTime(page: DebuggedPage): Promise<number> {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    readonly metrics: readonly { readonly name: string; readonly value: number }[];
  };
  return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/**
 * Types `count` keys, going on with the words where `from` keys ended: whole words, or the spelling would be marked. Answers the
 * main thread's time for each, in ms.
 */
export async function typeKeys(page: DebuggedPage, count: number, from: number): Promise<number[]> {
  await page.send('Page.bringToFront');
  await wait(250);
  const times: number[] = [];
  let before = await busyTime(page);
  for (let index = from; index < from + count; index++) {
    await pressKey(page, KEYS.charAt(index % KEYS.length));
    await wait(IDLE_MS);
    const now = await busyTime(page);
    times.push(now - before);
    before = now;
  }
  return times;
}

/** Puts the caret at the end of the paragraph with this number, in view, and makes the page behave as if it had the focus. */
export async function placeCaret(page: DebuggedPage, paragraph: number): Promise<void> {
  await page.send('Performance.enable');
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluate(`(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let tries = 0; tries < 500; tries++) {
      const box = document.querySelector('[contenteditable="true"]');
      const found = box && [...box.querySelectorAll('p')].find((p) => p.textContent.startsWith('Paragraph ${paragraph}:'));
      if (!found) { await new Promise((done) => setTimeout(done, 20)); continue; }
      // Twice: blocks above that were never drawn get their true height on the way.
      found.scrollIntoView({ block: 'center' });
      await frame();
      found.scrollIntoView({ block: 'center' });
      await frame();
      box.focus({ preventScroll: true });
      const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
      let last = walker.nextNode();
      for (let next = last; next; next = walker.nextNode()) last = next;
      document.getSelection().setBaseAndExtent(last, last.data.length, last, last.data.length);
      await frame();
      return;
    }
    throw new Error('The text never came');
  })()`);
}

/** How many characters the page's editor holds. */
export function countCharacters(page: DebuggedPage): Promise<number> {
  return page.evaluate(`document.querySelector('[contenteditable="true"]').textContent.length`);
}
