import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { PROJECT } from '../electronPath.ts';
import type { RunningApp } from '../RunningApp.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import '../storyOnDisk.ts';

// Electron's own security checklist (electronjs.org/docs/latest/tutorial/security), asked of the running app, number by
// number; the fuses (19) are read from the packaged binary by `npm run package`.

/** What these tests provoke is refused loudly, in the page's console; that is the point here. */
test.afterEach(({ app }) => {
  app.forgiveErrors();
});

/** A server on this machine that notes every request it gets. */
async function listenForLeaks(use: (origin: string) => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
  return heard;
}

/** Answers an address of our own as the page's session does: its status and some of its headers. */
function fetchInSession(app: RunningApp, url: string) {
  return app.electron.evaluate(async ({ BrowserWindow }, address) => {
    const response = await BrowserWindow.getAllWindows()[0]?.webContents.session.fetch(address);
    return (
      response && {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      }
    );
  }, url);
}

function countWindows(app: RunningApp): Promise<number> {
  return app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

test('1: nothing is loaded from outside, over any protocol', async ({ app }) => {
  const heard = await listenForLeaks(async (origin) => {
    const outcomes = await app.page.evaluate(async (from) => {
      const load = (element: HTMLElement, address: string) =>
        new Promise<string>((done) => {
          element.addEventListener('load', () => done('loaded'));
          element.addEventListener('error', () => done('refused'));
          element.setAttribute(element instanceof HTMLLinkElement ? 'href' : 'src', address);
          document.body.append(element);
        });
      const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
      const tried = [
        await fetch(`${from}/fetch`).then(
          () => 'loaded',
          () => 'refused',
        ),
        await load(document.createElement('img'), `${from}/img`),
        await load(style, `${from}/style`),
        await new Promise<string>((done) => {
          const socket = new WebSocket(from.replace('http', 'ws'));
          socket.addEventListener('open', () => done('loaded'));
          socket.addEventListener('error', () => done('refused'));
        }).catch(() => 'refused'),
      ];
      navigator.sendBeacon(`${from}/beacon`, 'x');
      const prefetch = Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${from}/prefetch` });
      document.head.append(prefetch);
      return tried;
    }, origin);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
    // Not by the page's policy alone: the session refuses, whoever asks.
    await expect(fetchInSession(app, `${origin}/session`)).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT/);
  });
  expect(heard).toEqual([]);
});

test('no dictionary comes from the network: spelling is looked up with none', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const tried: string[] = [];
    Object.assign(globalThis, { dictionariesTried: tried });
    session?.on('spellcheck-dictionary-download-begin', (_event, language) => tried.push(language));
    session?.on('spellcheck-dictionary-download-failure', (_event, language) => tried.push(language));
  });
  const story = new StoryPage(app.page);
  await story.create();
  await story.write('The minister will inspcet the letter.');
  await app.page.getByRole('tab', { name: 'Checks' }).click();
  const checks = app.page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('“inspcet” is not in the dictionary');
  const found = await app.electron.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const tried: unknown = Reflect.get(globalThis, 'dictionariesTried');
    return { isOn: session?.isSpellCheckerEnabled(), tried };
  });
  expect(found).toEqual({ isOn: false, tried: [] });
});

test('2: the page has no Node', async ({ app }) => {
  const found = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('3, 4, 6, 8, 9, 10, 12: every page runs isolated, sandboxed and with web security on', async ({ app }) => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const all = (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = all;
      const { allowRunningInsecureContent, experimentalFeatures, nodeIntegrationInSubFrames } = all;
      return {
        ...{ contextIsolation, sandbox, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, webviewTag },
        ...{ allowRunningInsecureContent, experimentalFeatures },
        blinkFeatures: all['enableBlinkFeatures'] || 'none',
        nodeInWorkers: all['nodeIntegrationInWorker'] ?? false,
        spellChecker: contents.session.isSpellCheckerEnabled(),
      };
    }),
  );
  expect(preferences).toEqual([
    {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      blinkFeatures: 'none',
      nodeInWorkers: false,
      // Not in the checklist, but in ours: no dictionary from the network.
      spellChecker: false,
    },
  ]);
});

// Not in the checklist, but in ours: a laptop can be seized, and only the library may know what was written on it.
test('nothing of a story is left in the profile', async ({ app, profile, pictures }) => {
  const story = new StoryPage(app.page);
  await story.create();
  await story.headline.fill('Quincunx in the headline');
  await story.write('Quincunx in the body.');
  const asked = app.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  const picture = await pictures.news('market.jpg');
  await (await asked).setFiles(picture);
  await expect(story.pictures.getByRole('img')).toBeVisible();
  await story.saved();
  await app.page.getByRole('searchbox', { name: 'Search stories' }).fill('Quincunx');
  await expect(app.page.getByRole('list', { name: 'Stories' }).getByText('Quincunx in the headline')).toBeVisible();
  await app.close();
  const bytes = await readFile(picture);
  // From the middle, where it is not a header that any picture has.
  const half = Math.floor(bytes.length / 2);
  const traces = [Buffer.from('Quincunx'), Buffer.from('Quincunx', 'utf16le'), bytes.subarray(half, half + 64)];
  const found = async (folder: string) => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const read = files.map(async ({ parentPath, name }) => {
      const content = await readFile(join(parentPath, name));
      return traces.some((trace) => content.includes(trace)) ? [name] : [];
    });
    return (await Promise.all(read)).flat();
  };
  expect(await found(profile.userData)).toEqual([]);
  // The same search does find it where it belongs.
  expect((await found(profile.library)).length).toBeGreaterThan(1);
});

test('5: every permission is refused, asked for or looked up', async ({ app }) => {
  const outcomes = await app.page.evaluate(async () => {
    const refused = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        () => 'refused',
      );
    const { mediaDevices, geolocation } = navigator;
    const looked = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = looked.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return {
      camera: await refused(mediaDevices.getUserMedia({ video: true })),
      microphone: await refused(mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(mediaDevices.getDisplayMedia()),
      location: await refused(new Promise((done, fail) => geolocation.getCurrentPosition(done, fail))),
      notification: await Notification.requestPermission(),
      clipboard: await refused(navigator.clipboard.readText()),
      looked: (await Promise.all(states)).map(({ state }) => state).filter((state) => state === 'granted'),
    };
  });
  expect(outcomes).toEqual({
    ...{ camera: 'refused', microphone: 'refused', screen: 'refused', location: 'refused', clipboard: 'refused' },
    notification: 'denied',
    looked: [],
  });
});

test('7: a response header carries the policy', async ({ app }) => {
  const answer = await fetchInSession(app, 'app://stet/index.html');
  const policy = answer?.headers['content-security-policy'] ?? '';
  const sources = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
  expect(sources.get('default-src')).toBe("'none'");
  expect(sources.get('script-src')).toBe("'self'");
  expect(sources.get('style-src')).toBe("'self'");
  expect(sources.get('connect-src')).toBe("'none'");
  for (const name of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(sources.get(name)).toBe("'none'");
  }
  expect(sources.get('require-trusted-types-for')).toBe("'script'");
  expect(policy).not.toContain('unsafe');
  expect(answer?.headers['x-content-type-options']).toBe('nosniff');
});

test('7: the policy holds: no inline script, eval, style, frame, base or form', async ({ app }) => {
  const outcomes = await app.page.evaluate(async () => {
    const refusals: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refusals.push(event.effectiveDirective));
    const throws = (run: () => unknown) => {
      try {
        run();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    // The developer tools' own call, which this is, may evaluate text; the page by itself may not.
    await new Promise((done) => setTimeout(done));
    const evaluated = [
      // oxlint-disable-next-line no-eval -- what must not work
      throws(() => eval('1')),
      // oxlint-disable-next-line no-implied-eval -- what must not work
      throws(() => new Function('return 1')()),
      throws(() => (document.body.innerHTML = '<img src=x onerror="window.ran = true">')),
      throws(() => (document.createElement('script').text = 'window.ran = true')),
    ];
    const handler = document.createElement('button');
    evaluated.push(throws(() => handler.setAttribute('onclick', 'window.ran = true')));
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const frame = Object.assign(document.createElement('iframe'), { src: 'app://stet/index.html' });
    document.body.append(frame);
    const base = Object.assign(document.createElement('base'), { href: 'https://evil.example/' });
    document.head.append(base);
    const form = Object.assign(document.createElement('form'), { action: 'https://evil.example/' });
    document.body.append(form);
    form.submit();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    return {
      evaluated,
      ran: 'ran' in window,
      outlined: getComputedStyle(document.body).outlineWidth === '7px',
      base: document.baseURI,
      framed: frame.contentDocument?.body.childElementCount ?? 0,
      refusals: [...new Set(refusals)].sort(),
      at: location.href,
    };
  });
  expect(outcomes).toMatchObject({
    evaluated: ['refused', 'refused', 'refused', 'refused', 'refused'],
    ran: false,
    outlined: false,
    base: 'app://stet/index.html',
    framed: 0,
    at: 'app://stet/index.html',
  });
  expect(outcomes.refusals).toEqual(
    expect.arrayContaining(['base-uri', 'require-trusted-types-for', 'style-src-elem']),
  );
});

test('11, 12: a webview is only an unknown element', async ({ app }) => {
  const before = await countWindows(app);
  const isPlain = await app.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.org/');
    document.body.append(view);
    return !('loadURL' in view);
  });
  expect(isPlain).toBe(true);
  expect(await countWindows(app)).toBe(before);
});

for (const address of [
  'https://evil.example/',
  'file:///etc/passwd',
  'app://stet/other.html',
  'app://evil/index.html',
  'media://asset/x',
  'data:text/html,<p>x',
  'about:blank',
]) {
  test(`13: the window does not go to ${address}`, async ({ app }) => {
    await app.page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, textContent: 'go' });
      document.body.append(link);
      link.click();
      location.assign(to);
    }, address);
    // Asked in the page, not through a locator: those wait for the end of a navigation that never came about.
    const ask = () => app.page.evaluate(async () => [location.href, (await window.stet.ask('app.info', {})).ok]);
    await expect.poll(() => ask().catch(() => 'on its way')).toEqual(['app://stet/index.html', true]);
  });
}

test('14: no window is opened', async ({ app }) => {
  const before = await countWindows(app);
  const opened = await app.page.evaluate(() => {
    const results = ['https://evil.example/', 'about:blank', 'app://stet/index.html', ''].map((to) => window.open(to));
    const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
    return results.filter((result) => result !== null).length;
  });
  await app.page.evaluate(() => window.stet.ask('app.info', {}));
  expect(opened).toBe(0);
  expect(await countWindows(app)).toBe(before);
});

test('15: only web and mail addresses leave, as parsed', async ({ app }) => {
  const opened = await app.catchExternalLinks();
  const answers = await app.page.evaluate(() =>
    Promise.all(
      [
        'https://example.org/a b',
        'mailto:desk@example.org',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'smb://x/y',
      ].map(async (url) => (await window.stet.ask('links.open', { url })).ok),
    ),
  );
  expect(answers).toEqual([true, true, false, false, false]);
  expect(await opened()).toEqual(['https://example.org/a%20b', 'mailto:desk@example.org']);
});

test('16: the Electron to ship is pinned to one version, and About says which one runs', async ({ app }) => {
  const manifest = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const pinned = manifest.devDependencies['electron'] ?? '';
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  const info = await app.page.evaluate(() => window.stet.ask('app.info', {}));
  const running = await app.electron.evaluate(() => process.versions.electron);
  expect(info).toMatchObject({ ok: true, value: { electron: running } });
  if (running.split('.')[0] !== pinned.split('.')[0]) {
    expect(info).toMatchObject({ value: { runtime: expect.stringContaining('for development only') as unknown } });
  }
});

test('17: a second window is not answered, though it shows our page with our preload', async ({ app }) => {
  const answers = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const second = new BrowserWindow({ show: false, webPreferences: { session, preload, sandbox: true } });
      await second.loadURL('app://stet/index.html');
      const ask = (script: string) => second.webContents.executeJavaScript(script) as Promise<unknown>;
      const asked = await ask(`window.stet.ask('settings.read', {})`);
      // It said hello like any page; a port would answer, so give it the time an answer takes and more.
      const port = await ask(`Promise.race([
      window.stet.library.request('stories.recent', { limit: 1 }),
      new Promise((done) => setTimeout(done, 1500, 'no port')),
    ])`);
      second.destroy();
      return { asked, port };
    },
    join(PROJECT, 'out/preload/preload.cjs'),
  );
  expect(answers.asked).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(answers.port).toBe('no port');
});

test('17: unknown and malformed requests are refused, each with an answer', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const ask = window.stet.ask as (
      name: unknown,
      payload?: unknown,
    ) => Promise<{ ok: boolean; error?: { code: string } }>;
    const names: unknown[] = ['', 'nope', 'toString', '__proto__', 'stories.put', null, undefined, 7, [], {}];
    const payloads: unknown[] = [
      undefined,
      null,
      7,
      'x',
      [],
      { url: 7 },
      { url: 'https://a.b', more: 1 },
      { __proto__: 1 },
    ];
    return {
      names: (await Promise.all(names.map((name) => ask(name, {})))).map((answer) => answer.error?.code),
      payloads: (await Promise.all(payloads.map((payload) => ask('links.open', payload)))).map(
        (answer) => answer.error?.code,
      ),
    };
  });
  expect(new Set(answers.names)).toEqual(new Set(['unknownRequest']));
  expect(new Set(answers.payloads)).toEqual(new Set(['badRequest']));
});

test('18: file: is closed, for windows and for requests', async ({ app }) => {
  const loaded = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: first?.webContents.session, sandbox: true },
    });
    const outcome = await window.loadURL('file:///etc/passwd').then(
      () => 'loaded',
      (error: Error) => error.message,
    );
    window.destroy();
    return outcome;
  });
  expect(loaded).toMatch(/^ERR_/);
  await expect(fetchInSession(app, 'file:///etc/passwd')).rejects.toThrow();
});

test('18: the page is served by exact name', async ({ app }) => {
  const statuses = [];
  for (const path of [
    'index.html',
    'package.json',
    '../main/main.js',
    '%2e%2e/main/main.js',
    '..%2fmain%2fmain.js',
    '%00',
  ]) {
    statuses.push((await fetchInSession(app, `app://stet/${path}`))?.status);
  }
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
});

test('18: pictures are served by id, and only those the library knows', async ({ app }) => {
  const unknown = 'f'.repeat(64);
  const statuses = [];
  for (const path of [
    unknown,
    `${unknown}?size=original`,
    `${unknown}?size=../x`,
    '../../etc/passwd',
    '%2fetc%2fpasswd',
    '',
  ]) {
    statuses.push((await fetchInSession(app, `media://asset/${path}`))?.status);
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
});

test('20: the bridge is these functions and nothing of Electron', async ({ app }) => {
  const surface = await app.page.evaluate(() => {
    const walk = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
        : typeof value;
    return walk(window.stet);
  });
  expect(surface).toEqual({
    library: { request: 'function', on: 'function' },
    ask: 'function',
    onMain: 'function',
    addPicture: 'function',
    importFiles: 'function',
  });
});

test('20: a listener gets the data alone, never an event', async ({ app }) => {
  const heard = await app.page.evaluate(async () => {
    const calls: unknown[][] = [];
    const stop = window.stet.onMain('settings.changed', (...given) => calls.push(given));
    await window.stet.ask('settings.change', { name: 'Ayesha' });
    stop();
    await window.stet.ask('settings.change', { name: 'Ayesha K.' });
    return calls.map((given) => given.map((value) => Object.keys(value as object).includes('name')));
  });
  expect(heard).toEqual([[true]]);
});

test('settings are kept by electron-store, in the profile, as plain data', async ({ app, profile }) => {
  await app.page.evaluate(() => window.stet.ask('settings.change', { byline: 'Hamza Ali' }));
  const kept = JSON.parse(await readFile(join(profile.userData, 'settings.json'), 'utf8')) as Record<string, unknown>;
  expect(kept['byline']).toBe('Hamza Ali');
  const channels = await app.electron.evaluate(({ ipcMain }) =>
    ipcMain.eventNames().filter((name) => !['error', 'stet:hello'].includes(String(name))),
  );
  expect(channels).toEqual([]);
});
