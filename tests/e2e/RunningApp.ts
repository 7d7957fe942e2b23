import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';
import { electronPath, PROJECT } from './electronPath.ts';

/** Where an app under test keeps its things; two launches with the same profile are the same user. */
export interface Profile {
  readonly userData: string;
  readonly library: string;
}

// The sandboxes of these machines have neither D-Bus nor a GPU, and Chromium says so; none of it is ours.
const NOISE = [/^\[\d+:.*(ERROR|WARNING):.*\]/];

/** Ten times what a busy machine needs. */
const START_MS = 60_000;

/** One run of the app: its window, what it printed and what went wrong in it. */
export class RunningApp {
  readonly errors: string[] = [];
  readonly log: string[] = [];

  private constructor(
    readonly electron: ElectronApplication,
    readonly page: Page,
    readonly profile: Profile,
  ) {}

  /** Starts the app as a user does, and answers when its window is there. `files` are opened from the command line. */
  static async launch(profile: Profile, files: readonly string[] = []): Promise<RunningApp> {
    const asRoot = process.getuid?.() === 0;
    const electron = await _electron.launch({
      executablePath: electronPath(),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        PROJECT,
        `--user-data-dir=${profile.userData}`,
        `--library=${profile.library}`,
        ...files,
      ],
      env: { ...process.env, LANG: 'en_GB.UTF-8' },
      // Sooner than the test, whose own limit would not say what the app printed.
      timeout: START_MS,
    });
    const early: string[] = [];
    electron.process().stdout?.on('data', (data: Buffer) => early.push(data.toString()));
    electron.process().stderr?.on('data', (data: Buffer) => early.push(data.toString()));
    const page = await electron.firstWindow({ timeout: START_MS }).catch((error: unknown) => {
      // Seen when two apps were the first to start on a fresh machine: say what it printed, and leave nothing behind.
      electron.process().kill('SIGKILL');
      throw new Error(`The app came up without a window. It printed:\n${early.join('')}`, { cause: error });
    });
    const app = new RunningApp(electron, page, profile);
    await app.listen(early);
    return app;
  }

  /** For a test that provokes refusals: from here on errors are no fault, those still on their way included. */
  forgiveErrors(): void {
    this.isForgiving = true;
    this.errors.splice(0);
  }

  private isForgiving = false;

  private note(error: string): void {
    if (!this.isForgiving) this.errors.push(error);
  }

  private async listen(output: string[]): Promise<void> {
    this.page.on('console', (message) => {
      const line = `[page ${message.type()}] ${message.text()}`;
      this.log.push(line);
      // A refused style, script or address shows up here too: a broken content policy is an error like any other.
      if (message.type() === 'error') this.note(line);
    });
    // Playwright takes dialogs for files over while somebody listens; begun only with the key that asks, it may be too late.
    this.page.on('filechooser', () => undefined);
    this.page.on('pageerror', (error) => this.note(`[page threw] ${error.stack ?? error.message}`));
    for (const message of await this.page.consoleMessages()) {
      if (message.type() === 'error') this.note(`[page error] ${message.text()}`);
    }
    for (const error of await this.page.pageErrors()) this.note(`[page threw] ${error.stack ?? error.message}`);
    this.output = output;
  }

  private output: string[] = [];

  /** All the app printed, page and processes, without the machine's own complaints. */
  transcript(): string {
    const printed = this.output.join('').split('\n');
    return [...printed.filter((line) => !NOISE.some((noise) => noise.test(line))), ...this.log].join('\n');
  }

  /** Answers the next open dialogs with these files instead of asking somebody. */
  async answerOpenDialog(filePaths: readonly string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
    }, filePaths);
  }

  /** Answers the next save dialogs with this path; null cancels. */
  async answerSaveDialog(filePath: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    }, filePath);
  }

  /** Answers the next message boxes with the button of this index. */
  async answerMessageBox(response: number): Promise<void> {
    await this.electron.evaluate(({ dialog }, index) => {
      dialog.showMessageBox = () => Promise.resolve({ response: index, checkboxChecked: false });
      dialog.showMessageBoxSync = () => index;
    }, response);
  }

  /** Notes addresses the app hands to the user's browser instead of opening one. */
  async catchExternalLinks(): Promise<() => Promise<string[]>> {
    await this.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { stetOpenedLinks: opened });
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    return () => this.electron.evaluate(() => (globalThis as unknown as { stetOpenedLinks: string[] }).stetOpenedLinks);
  }

  /** Chooses a menu entry as the system would: by its label, wherever it is in the menus. */
  async chooseMenu(label: string): Promise<void> {
    await this.electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const search = (items: Electron.MenuItem[]): Electron.MenuItem | null => {
        for (const item of items) {
          if (item.label === wanted) return item;
          const found = item.submenu ? search(item.submenu.items) : null;
          if (found) return found;
        }
        return null;
      };
      const item = search(Menu.getApplicationMenu()?.items ?? []);
      if (!item) throw new Error(`No menu entry ${wanted}`);
      const window = BrowserWindow.getAllWindows()[0];
      item.click(undefined, window, window?.webContents);
    }, label);
  }

  /** Quits as a user does; everything is on disk afterwards. */
  async close(): Promise<void> {
    await this.electron.close();
  }

  /** Ends every process of the app at once, as a power cut would. */
  async kill(): Promise<void> {
    const process_ = this.electron.process();
    const gone = new Promise((done) => process_.once('exit', done));
    process_.kill('SIGKILL');
    await gone;
  }
}
