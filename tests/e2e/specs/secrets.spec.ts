import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretBridge } from '../../../shared/ipc/secretContract.ts';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../../shared/targets/target.ts';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import type { RunningApp } from '../RunningApp.ts';
import { SecretPage } from '../screens/SecretPage.ts';
import '../storyOnDisk.ts';

const SECRET = 'quin cunx zwie back';

const site: Target = {
  id: randomUUID() as TargetId,
  name: 'News desk',
  kind: 'wordpress',
  address: 'https://news.example.org/blog',
  account: 'ayesha',
  profile: DEFAULT_PROFILE,
};

async function save(app: RunningApp, target: Target): Promise<void> {
  const saved = await app.page.evaluate(
    (given) => window.stet.library.request('targets.save', { target: given }),
    target,
  );
  expect(saved).toMatchObject({ ok: true });
}

/** Asks for a secret as the settings do; what it answers waits in the page, since the window must be answered first. */
async function ask(app: RunningApp, targetId: TargetId): Promise<void> {
  await app.page.evaluate((id) => {
    Object.assign(window, { stetAsked: window.stet.ask('secrets.ask', { targetId: id }) });
  }, targetId);
}
const answer = (app: RunningApp) =>
  app.page.evaluate(() => (window as unknown as { stetAsked: Promise<unknown> }).stetAsked);
const isLocked = async (app: RunningApp) => {
  const listed = await app.page.evaluate(() => window.stet.library.request('targets.list', {}));
  return listed.ok ? listed.value.map((target) => target.isLocked) : listed;
};
const countWindows = (app: RunningApp) =>
  app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);

test.beforeEach(async ({ app }) => {
  await save(app, site);
});

test('a password is asked for in a window of its own, lent to the library, and forgotten when that is wanted', async ({
  app,
}) => {
  expect(await isLocked(app)).toEqual([true]);
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  await expect(secret.field).toBeFocused();
  await expect(secret.page.getByText('News desk')).toBeVisible();
  await expect(secret.page.getByText('https://news.example.org', { exact: true })).toBeVisible();
  // No keyring on these machines, and it says so before anything is typed.
  await expect(secret.page.getByText(/no keyring/)).toBeVisible();
  await secret.give(SECRET);
  expect(await answer(app)).toEqual({ ok: true, value: 'session' });
  await expect.poll(() => isLocked(app)).toEqual([false]);
  await app.page.evaluate((id) => window.stet.ask('secrets.forget', { targetId: id }), site.id);
  await expect.poll(() => isLocked(app)).toEqual([true]);
});

test('Escape, Cancel and closing the window mean: not now', async ({ app }) => {
  const before = await countWindows(app);
  const ways: ((secret: SecretPage) => Promise<unknown>)[] = [
    (secret) => secret.page.keyboard.press('Escape').catch(() => undefined),
    (secret) => secret.button('Cancel').click(),
    (secret) => secret.page.close(),
  ];
  for (const leave of ways) {
    const secret = await SecretPage.open(app, () => ask(app, site.id));
    await secret.field.fill(SECRET);
    await leave(secret);
    expect(await answer(app)).toEqual({ ok: true, value: null });
  }
  expect(await isLocked(app)).toEqual([true]);
  await expect.poll(() => countWindows(app)).toBe(before);
});

test('a second window is not opened over the first', async ({ app }) => {
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  const second = await app.page.evaluate((id) => window.stet.ask('secrets.ask', { targetId: id }), site.id);
  expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
  await secret.give(SECRET);
});

test('the window has two functions, no Node, no network, no way anywhere and no way in from the page', async ({
  app,
}) => {
  app.forgiveErrors();
  const before = await countWindows(app);
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  const found = await secret.page.evaluate(async () => {
    const bridge = (window as unknown as { stetSecret: SecretBridge }).stetSecret;
    const keys = ['require', 'process', 'Buffer', 'global', 'module'].filter((name) => name in window);
    const loaded = await fetch('https://example.org/').then(
      () => 'loaded',
      () => 'refused',
    );
    for (const to of ['https://evil.example/', 'app://stet/index.html', 'about:blank', 'file:///etc/passwd']) {
      const link = Object.assign(document.createElement('a'), { href: to, textContent: 'go' });
      document.body.append(link);
      link.click();
      location.assign(to);
    }
    location.reload();
    return {
      functions: Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`),
      page: 'stet' in window,
      ...{ keys, loaded },
      opened: window.open('app://stet/secret.html') === null,
    };
  });
  expect(found).toEqual({
    functions: ['asked: function', 'give: function'],
    ...{ page: false, keys: [], loaded: 'refused', opened: true },
  });
  // Asked in the page, not through a locator: those wait for the end of a navigation that never came about.
  const here = () => secret.page.evaluate(() => [location.href, document.getElementById('secret') !== null]);
  await expect.poll(() => here().catch(() => 'on its way')).toEqual(['app://stet/secret.html', true]);
  expect(await countWindows(app)).toBe(before + 1);
  const facts = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const asking = windows.find((window) => window.isModal());
    const main = windows.find((window) => window !== asking);
    if (!main || !asking) return null;
    const { session } = asking.webContents;
    const { getLastWebPreferences } = asking.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences | null;
    };
    const preferences = getLastWebPreferences.call(asking.webContents);
    return {
      isOverMain: asking.getParentWindow() === main,
      isOwnProcess: asking.webContents.getOSProcessId() !== main.webContents.getOSProcessId(),
      isOwnSession: session !== main.webContents.session && !session.isPersistent(),
      network: await session.fetch('https://example.org/').then(
        () => 'loaded',
        (error: Error) => error.message,
      ),
      sandbox: preferences?.sandbox,
      contextIsolation: preferences?.contextIsolation,
      nodeIntegration: preferences?.nodeIntegration,
    };
  });
  expect(facts).toEqual({
    ...{ isOverMain: true, isOwnProcess: true, isOwnSession: true, network: 'net::ERR_BLOCKED_BY_CLIENT' },
    ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
});

test('what was typed is in no file, no output and no memory of the page', async ({ app, profile }) => {
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  await secret.give(SECRET);
  await expect.poll(() => isLocked(app)).toEqual([false]);
  // What the page does know is found by the same search.
  await app.page.evaluate(() => Object.assign(window, { stetKnown: ['surely', 'here'].join(' is ') }));
  const heap: string[] = [];
  const inspector = await app.page.context().newCDPSession(app.page);
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
  await inspector.send('HeapProfiler.takeHeapSnapshot');
  const snapshot = heap.join('');
  expect(snapshot.includes('surely is here')).toBe(true);
  expect(snapshot.includes(SECRET)).toBe(false);
  await app.close();
  expect(app.transcript()).not.toContain(SECRET);
  const traces = [
    Buffer.from(SECRET),
    Buffer.from(SECRET, 'utf16le'),
    Buffer.from(Buffer.from(SECRET).toString('base64')),
  ];
  const found: string[] = [];
  for (const folder of [profile.userData, profile.library]) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) {
      const content = await readFile(join(parentPath, name));
      if (traces.some((trace) => content.includes(trace))) found.push(name);
    }
  }
  expect(found).toEqual([]);
});

test('another site means another password: it is taken back at once', async ({ app }) => {
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  await secret.give(SECRET);
  await expect.poll(() => isLocked(app)).toEqual([false]);
  await save(app, { ...site, address: 'https://news.example.org/elsewhere' });
  expect(await isLocked(app)).toEqual([false]);
  await save(app, { ...site, address: 'https://evil.example.org' });
  await expect.poll(() => isLocked(app)).toEqual([true]);
  await save(app, site);
  await app.page.evaluate(() => window.stet.ask('app.info', {}));
  expect(await isLocked(app)).toEqual([true]);
});

test('a library process that was killed gets the password again', async ({ app }) => {
  const secret = await SecretPage.open(app, () => ask(app, site.id));
  await secret.give(SECRET);
  await expect.poll(() => isLocked(app)).toEqual([false]);
  await app.electron.evaluate(({ app: electron }) => {
    const library = electron.getAppMetrics().find(({ name }) => name === 'Stet library');
    if (library) process.kill(library.pid, 'SIGKILL');
  });
  await expect(app.page.getByText('The library is back')).toBeVisible();
  await expect.poll(() => isLocked(app)).toEqual([false]);
});

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the window for passwords, ${appearance}`, async ({ app }) => {
    await app.page.evaluate((wanted) => window.stet.ask('settings.change', { appearance: wanted }), appearance);
    await save(app, { ...site, name: 'موقع الجريدة اليومية', account: 'عائشة' });
    const secret = await SecretPage.open(app, () => ask(app, site.id));
    await expect(secret.page.getByText('موقع الجريدة اليومية')).toBeVisible();
    // It follows the app as the system tells it, which Playwright hides from a page.
    await secret.page.emulateMedia({ colorScheme: appearance });
    expect(await findViolations(secret.page)).toEqual([]);
    await secret.page.getByLabel('Show what I type').check();
    await secret.field.fill(SECRET);
    await expect(secret.field).toHaveAttribute('type', 'text');
    await secret.button('Keep').click();
  });
}
