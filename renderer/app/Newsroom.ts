import type { StoryId } from '../../shared/story/ids.ts';
import type { Role } from '../../shared/workflow/role.ts';
import { stepSentence } from '../../shared/workflow/stepWords.ts';
import { Signal } from '../ui/Signal.ts';
import type { StepTaken } from '../workflow/StepDialog.tsx';
import type { Workspace } from './Workspace.ts';

/** Who works here as what, whom they work with, and the one way a story is moved on. */
export class Newsroom {
  /** By the library's folder: one laptop can serve a correspondent and an editor. */
  readonly role = new Signal<Role>('correspondent');
  readonly names = new Signal<readonly string[]>([]);
  #folder: string | null = null;

  constructor(private readonly workspace: Workspace) {
    workspace.settings.subscribe(() => this.#settleRole());
    void workspace.bridge.ask('app.info', {}).then((info) => {
      if (info.ok) this.#folder = info.value.libraryFolder;
      this.#settleRole();
    });
  }

  #settleRole(): void {
    const { roles } = this.workspace.settings.value;
    const role = (this.#folder !== null && roles[this.#folder]) || 'correspondent';
    if (role !== this.role.value) this.role.set(role);
  }

  /** Works in this library as something else from now on. */
  async changeRole(role: Role): Promise<void> {
    if (this.#folder === null) return;
    await this.workspace.changeSettings({ roles: { ...this.workspace.settings.value.roles, [this.#folder]: role } });
  }

  /** Asks which names the library knows. */
  async readNames(): Promise<void> {
    const { name } = this.workspace.settings.value;
    const answer = await this.workspace.bridge.library.request('desk.names', {});
    if (answer.ok) this.names.set([...new Set([...answer.value, ...(name === '' ? [] : [name])])]);
  }

  /** Takes a step with a story, on the page or not. Answers null, or the sentence why not. */
  async takeStep(storyId: StoryId, step: StepTaken): Promise<string | null> {
    const { desk, bridge, notices, settings, historyStamp } = this.workspace;
    const isOnPage = () => desk.state.value.kind === 'open' && desk.openId === storyId;
    const unsaved = isOnPage() ? await desk.flush() : null;
    if (unsaved !== null) return unsaved;
    if (settings.value.name === '' && step.by !== '') await this.workspace.changeSettings({ name: step.by });
    const change = { kind: 'addStep', ...step } as const;
    const answer = await bridge.library.request('review.change', { storyId, change });
    if (!answer.ok) return answer.error.message;
    if (isOnPage()) {
      if (step.status) desk.setField('status', step.status);
      if (step.assignee !== undefined) desk.setField('assignee', step.assignee);
      historyStamp.set(historyStamp.value + 1);
    }
    notices.show(stepSentence({ ...step, note: '' }));
    void this.readNames();
    return null;
  }
}

const known = new WeakMap<Workspace, Newsroom>();

/** The newsroom of a window. */
export function newsroomOf(workspace: Workspace): Newsroom {
  let newsroom = known.get(workspace);
  newsroom ??= new Newsroom(workspace);
  known.set(workspace, newsroom);
  return newsroom;
}
