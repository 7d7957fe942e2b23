import type { ActionId } from '../../shared/actions/actions.ts';
import { CodeList } from '../../shared/codes/CodeList.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type {
  ExportTarget,
  Furniture,
  HistoryEntry,
  ImportOutcome,
  RevisionSummary,
  Template,
} from '../../shared/ipc/librarySchemas.ts';
import type { Passage } from '../../shared/compare/passage.ts';
import type { HandoverOrder } from '../../shared/handover/handover.ts';
import type { Decision } from '../../shared/review/settleConflict.ts';
import type { Conflict } from '../../shared/story/review.ts';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { fail, succeed, type Result } from '../../shared/lang/result.ts';
import type { RevisionId, StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import type { TargetId } from '../../shared/targets/target.ts';
import { StoryRows } from '../library/StoryRows.ts';
import { OutboxJobs } from '../outbox/OutboxJobs.ts';
import type { DeskView } from '../workflow/DeskDialog.tsx';
import type { SettingsSection } from '../settings/SettingsDialog.tsx';
import { countText } from '../ui/countText.ts';
import type { Vocabulary } from '../inspector/FieldsSource.ts';
import { Signal } from '../ui/Signal.ts';
import { storyToOpen } from './lastStory.ts';
import { Arrivals } from './Arrivals.ts';
import { Notices } from './Notices.ts';
import { Originals } from './Originals.ts';
import type { ShownPanes, WantedPanes } from './paneLayout.ts';
import { StoryDesk, storyTitle } from './StoryDesk.ts';

export const INSPECTOR_TABS = ['story', 'media', 'review', 'checks', 'export'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

/** The dialog over the page, if any: one at a time. */
export type OpenDialog =
  | { readonly kind: 'export'; readonly target: ExportTarget | null }
  | {
      readonly kind: 'about' | 'shortcuts' | 'palette' | 'keepRevision' | 'mediaLibrary' | 'codes' | 'captions';
    }
  | { readonly kind: 'send' | 'handOver' | 'outbox' | 'remotes' }
  | { readonly kind: 'desk'; readonly view: DeskView }
  | { readonly kind: 'step'; readonly step: WorkflowStep }
  | { readonly kind: 'settings'; readonly section: SettingsSection }
  | { readonly kind: 'revision'; readonly revision: RevisionSummary }
  | { readonly kind: 'original' }
  /** `before` null: the newest revision. */
  | { readonly kind: 'compare'; readonly before: RevisionId | null; readonly after: RevisionId | 'now' }
  | { readonly kind: 'askOriginals'; readonly storyId: StoryId; readonly names: readonly string[] }
  | { readonly kind: 'emptyTrash'; readonly count: number }
  | { readonly kind: 'imports'; readonly outcomes: readonly ImportOutcome[] };

/** What the library process last said of itself. */
export interface LibraryState {
  readonly up: boolean;
  readonly message: string;
}

/** Shown when settings cannot be read: a fresh newsroom's. */
export const FALLBACK_SETTINGS: Settings = {
  name: '',
  byline: '',
  datelinePlace: '',
  language: 'en',
  appearance: 'system',
  libraryFolder: '',
  lastStory: null,
  marks: true,
  spelling: true,
  grammar: false,
  dictionary: [],
  lastTarget: null,
  roles: {},
  panes: { library: true, inspector: true, libraryWidth: 296, inspectorWidth: 304 },
};

/** Actions that need a story on the page. */
const STORY_ACTIONS: readonly ActionId[] = [
  'story.duplicate',
  'story.trash',
  'revision.keep',
  'revision.show',
  'revision.compare',
  'story.export',
  'story.send',
  'story.handOver',
  'edit.find',
  'edit.replace',
  'checks.next',
  'checks.previous',
  'checks.open',
  'comments.add',
  'comments.next',
  'comments.previous',
];

/** Everything the shell knows beside what is drawn: made once at start, shared by all panes. */
export class Workspace {
  readonly desk: StoryDesk;
  readonly rows: StoryRows;
  readonly outbox: OutboxJobs;
  readonly notices = new Notices();
  readonly originals: Originals;
  readonly arrivals: Arrivals;
  readonly settings: Signal<Settings>;
  readonly dialog = new Signal<OpenDialog | null>(null);
  /** What the house offers for categories and topics. */
  readonly vocabulary = new Signal<Vocabulary>({ categories: [], topics: [] });
  /** What is typed between backslashes, and what it stands for. */
  readonly codes = new Signal(new CodeList([]));
  readonly inspectorTab = new Signal<InspectorTab>('story');
  readonly focused = new Signal(false);
  /** The panes that are on the screen now; kept by the shell, which knows the window's width. */
  readonly shownPanes = new Signal<ShownPanes>({ library: true, inspector: true });
  /** The pane that was asked for last; it stays when there is room for one only. */
  readonly lastPane = new Signal<'library' | 'inspector'>('library');
  readonly library = new Signal<LibraryState>({ up: true, message: '' });
  /** Grows when the search box is to have the keyboard. */
  readonly searchAsked = new Signal(0);
  /** Grows when the open story's revisions or history may have changed. */
  readonly historyStamp = new Signal(0);
  readonly isMac = navigator.platform.startsWith('Mac');

  constructor(
    readonly bridge: Bridge,
    settings: Settings,
  ) {
    this.desk = new StoryDesk(bridge.library);
    this.rows = new StoryRows(bridge.library);
    this.outbox = new OutboxJobs(bridge.library, () => void this.#afterSending());
    this.settings = new Signal(settings);
    const parts = { bridge, desk: this.desk, notices: this.notices };
    const onWritten = () => this.historyStamp.set(this.historyStamp.value + 1);
    this.originals = new Originals({
      ...{ ...parts, onWritten },
      name: () => this.settings.value.name,
      chooseSeal: (storyId, names) => this.dialog.set({ kind: 'askOriginals', storyId, names }),
      openSettings: () => this.dialog.set({ kind: 'settings', section: 'general' }),
    });
    this.arrivals = new Arrivals({
      ...{ ...parts, onWritten },
      report: (outcomes) => this.dialog.set({ kind: 'imports', outcomes }),
    });
  }

  async open(id: StoryId): Promise<void> {
    this.notices.showProblem(await this.desk.open(id));
  }

  async create(template: Template): Promise<void> {
    this.notices.showProblem(await this.desk.create(template, this.settings.value));
  }

  /** Opens the story that was on the page last; the page stays empty in an empty library. */
  async openLast(): Promise<void> {
    const recent = await this.bridge.library.request('stories.recent', { limit: 1 });
    if (!recent.ok) {
      this.notices.show(recent.error.message, 'error');
      return;
    }
    const [newest] = recent.value;
    const id = storyToOpen(this.settings.value.lastStory, newest);
    if (id === null || this.desk.openId !== null || this.desk.opening.value !== null) return;
    await this.desk.open(id);
    // Deleted meanwhile, by the command line or on another machine: the newest will do.
    if (newest && this.desk.state.value.kind === 'failed') await this.open(newest.id);
  }

  async duplicate(id: StoryId): Promise<void> {
    if (id === this.desk.openId && !(await this.#isFlushed())) return;
    const copy = await this.bridge.library.request('stories.duplicate', { id });
    if (copy.ok) await this.open(copy.value.id);
    else this.notices.show(copy.error.message, 'error');
  }

  /** Moves a story to the trash; the page is left empty if it was on it. */
  async trash(id: StoryId): Promise<void> {
    const isOpen = id === this.desk.openId;
    if (isOpen && !(await this.#isFlushed())) return;
    const done = await this.bridge.library.request('stories.trash', { id });
    if (!done.ok) {
      this.notices.show(done.error.message, 'error');
      return;
    }
    if (isOpen) this.notices.showProblem(await this.desk.close());
    this.notices.show('Moved to the trash. It can be put back from there.');
  }

  async untrash(id: StoryId): Promise<void> {
    const done = await this.bridge.library.request('stories.untrash', { id });
    if (!done.ok) this.notices.show(done.error.message, 'error');
    else if (id === this.desk.openId) this.notices.showProblem(await this.desk.reopen());
  }

  async emptyTrash(): Promise<void> {
    const state = this.desk.state.value;
    if (state.kind === 'open' && state.opened.trashedAt !== null) this.notices.showProblem(await this.desk.close());
    const done = await this.bridge.library.request('stories.emptyTrash', {});
    if (!done.ok) this.notices.show(done.error.message, 'error');
    else this.notices.show(`${countText(done.value.deleted, 'story', 'stories')} deleted.`);
  }

  /** Hands the story on the page to a colleague. Its new status is the page's too. */
  async handOver(order: HandoverOrder): Promise<Result<HistoryEntry | null>> {
    const unsaved = await this.desk.flush();
    if (unsaved !== null) return fail('unsaved', unsaved, true);
    if (this.settings.value.name === '') await this.changeSettings({ name: order.by });
    const answer = await this.bridge.ask('handover.save', { order });
    if (answer.ok && answer.value) {
      if (order.status !== null) this.desk.setField('status', order.status);
      if (order.assignee !== null) this.desk.setField('assignee', order.assignee);
      this.historyStamp.set(this.historyStamp.value + 1);
    }
    return answer;
  }

  /** Something has arrived: a story that was approved is sent now. */
  async #afterSending(): Promise<void> {
    this.historyStamp.set(this.historyStamp.value + 1);
    const id = this.desk.openId;
    if (id === null) return;
    const answer = await this.bridge.library.request('stories.summary', { id });
    if (!answer.ok || id !== this.desk.openId) return;
    if (answer.value.status !== this.desk.fields.value?.status) this.desk.setField('status', answer.value.status);
  }

  /** Has what a merge took over from a colleague proposed instead, in the story on the page. */
  async unmerge(storyId: StoryId): Promise<void> {
    const why = await this.desk.rework(() => this.bridge.library.request('review.unmerge', { storyId }));
    this.notices.showProblem(why);
    this.historyStamp.set(this.historyStamp.value + 1);
  }

  /** Decides what two people changed at once, in the story on the page. */
  async decide(storyId: StoryId, conflict: Conflict, decision: Decision): Promise<void> {
    const by = this.settings.value.name;
    const why = await this.desk.rework(() =>
      this.bridge.library.request('review.settle', { storyId, ids: [conflict.id], decision, by }),
    );
    this.notices.showProblem(why);
    this.historyStamp.set(this.historyStamp.value + 1);
  }

  async importFiles(files: readonly File[]): Promise<void> {
    await this.arrivals.take(() => this.bridge.importFiles(files));
  }

  /** Changes settings; what is on the screen follows at once, the file on the answer. */
  async changeSettings(change: Partial<Settings>): Promise<void> {
    const before = this.settings.value;
    this.settings.set({ ...before, ...change });
    const answer = await this.bridge.ask('settings.change', change);
    if (answer.ok) this.settings.set(answer.value);
    else {
      this.settings.set(before);
      this.notices.show(answer.error.message, 'error');
    }
  }

  /** Adds a word to the dictionary of whoever sits here. */
  learnWord(word: string): Promise<void> {
    const { dictionary } = this.settings.value;
    return this.changeSettings({ dictionary: [...dictionary.filter((known) => known !== word), word] });
  }

  changePanes(change: Partial<WantedPanes>): Promise<void> {
    return this.changeSettings({ panes: { ...this.settings.value.panes, ...change } });
  }

  /** Folds a pane away if it is on the screen, else brings it back. */
  togglePane(pane: 'library' | 'inspector'): void {
    if (this.shownPanes.value[pane]) void this.changePanes({ [pane]: false });
    else this.showPane(pane);
  }

  /** Brings a pane to the screen; focus mode and, in a narrow window, the other pane give way. */
  showPane(pane: 'library' | 'inspector'): void {
    this.lastPane.set(pane);
    this.focused.set(false);
    if (!this.settings.value.panes[pane]) void this.changePanes({ [pane]: true });
  }

  showInspector(tab: InspectorTab): void {
    this.inspectorTab.set(tab);
    this.showPane('inspector');
  }

  /** Keeps the story as it stands under a name. */
  async keepRevision(name: string): Promise<void> {
    const id = this.desk.openId;
    if (id === null || !(await this.#isFlushed())) return;
    const kept = await this.bridge.library.request('revisions.keep', { storyId: id, name });
    if (kept.ok) this.notices.show('Kept as a revision.');
    else this.notices.show(kept.error.message, 'error');
    this.historyStamp.set(this.historyStamp.value + 1);
  }

  /** Makes an old revision the working copy; what is on the page is kept as a revision first. */
  async restore(revision: RevisionSummary): Promise<void> {
    const why = await this.desk.rework(() => this.bridge.library.request('revisions.restore', { id: revision.id }));
    this.notices.showProblem(why);
    if (why === null) this.notices.show('Restored. What was on the page before is kept as a revision.');
    this.historyStamp.set(this.historyStamp.value + 1);
  }

  /** Brings passages of an old revision back; what was there is kept as a revision first. Answers the sentence why not. */
  async bringBack(id: RevisionId, { bring, remove, fields = [] }: Passage): Promise<string | null> {
    const payload = { id, bring: [...bring], remove: [...remove], fields: [...fields] };
    const why = await this.desk.rework(() => this.bridge.library.request('revisions.restoreBlocks', payload));
    this.historyStamp.set(this.historyStamp.value + 1);
    return why;
  }

  /** The open story as it stands on the page, once all of that is on the disk. */
  async readNow(): Promise<Result<Story>> {
    const id = this.desk.openId;
    if (id === null) return fail('notFound', 'No story is open.');
    const unsaved = await this.desk.flush();
    if (unsaved !== null) return fail('unsaved', unsaved, true);
    const opened = await this.bridge.library.request('stories.open', { id });
    return opened.ok ? succeed(opened.value.story) : opened;
  }

  /** The writer has looked at what somebody else made of the open story. */
  async noteLooked(): Promise<void> {
    const id = this.desk.openId;
    if (id === null) return;
    await this.bridge.library.request('revisions.look', { storyId: id });
    this.historyStamp.set(this.historyStamp.value + 1);
  }

  /** Takes page furniture out of a story, through the page if it lies there. Answers the sentence why not. */
  async removeFurniture(id: StoryId, furniture: Furniture[]): Promise<string | null> {
    const ask = () => this.bridge.library.request('stories.removeFurniture', { id, furniture });
    if (id === this.desk.openId) return this.desk.rework(ask);
    const done = await ask();
    return done.ok ? null : done.error.message;
  }

  /** Shows an export's file in the system's file manager. */
  async reveal(receipt: HistoryEntry): Promise<void> {
    const shown = await this.bridge.ask('exports.reveal', { storyId: receipt.storyId, historyId: receipt.id });
    if (!shown.ok) this.notices.show(shown.error.message, 'error');
  }

  /** Asks for a target's password, in a window that is not ours. */
  async askSecret(targetId: TargetId): Promise<void> {
    const answer = await this.bridge.ask('secrets.ask', { targetId });
    if (!answer.ok) this.notices.show(answer.error.message, 'error');
  }

  async chooseLibraryFolder(): Promise<void> {
    const chosen = await this.bridge.ask('settings.chooseLibraryFolder', {});
    if (!chosen.ok) this.notices.show(chosen.error.message, 'error');
    else if (chosen.value !== null && chosen.value !== this.settings.value.libraryFolder) {
      await this.changeSettings({ libraryFolder: chosen.value });
    }
  }

  /** Asks which categories and topics the house's style file offers. */
  async readVocabulary(): Promise<void> {
    const answer = await this.bridge.library.request('house.read', {});
    if (!answer.ok) return;
    const { categories = [], topics = [] } = answer.value.file ?? {};
    if (JSON.stringify(this.vocabulary.value) !== JSON.stringify({ categories, topics }))
      this.vocabulary.set({ categories, topics });
  }

  /** Reads the library's list of codes, which is written in another program. */
  async readCodes(): Promise<void> {
    const answer = await this.bridge.library.request('codes.read', {});
    if (answer.ok) this.codes.set(new CodeList(answer.value.codes));
  }

  async revealCodes(): Promise<void> {
    const shown = await this.bridge.ask('codes.reveal', {});
    if (!shown.ok) this.notices.show(shown.error.message, 'error');
  }

  openLink(url: string): void {
    void this.bridge.ask('links.open', { url }).then((answer) => {
      if (!answer.ok) this.notices.show(answer.error.message, 'error');
    });
  }

  /** Tells main what is on the page (the window's title, which menu entries make sense) and notes it for the next start. */
  tellMain(): () => void {
    let told = '';
    let toldActions: boolean | null = null;
    const tell = () => {
      const fields = this.desk.fields.value;
      const id = this.desk.openId;
      const title = fields ? storyTitle(fields).slice(0, 1000) : '';
      const edited = this.desk.saveState.value.kind === 'unsaved';
      const now = JSON.stringify([id, title, edited]);
      if (now !== told) void this.bridge.ask('window.showStory', { id, title, edited });
      told = now;
      const hasStory = fields !== null;
      if (hasStory !== toldActions) {
        void this.bridge.ask('window.enableActions', { disabled: hasStory ? [] : [...STORY_ACTIONS] });
      }
      toldActions = hasStory;
    };
    tell();
    const stops = [this.desk.state, this.desk.fields, this.desk.saveState].map((signal) => signal.subscribe(tell));
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Whether the page is on the disk; says so if not. */
  async #isFlushed(): Promise<boolean> {
    const unsaved = await this.desk.flush();
    this.notices.showProblem(unsaved);
    return unsaved === null;
  }
}
