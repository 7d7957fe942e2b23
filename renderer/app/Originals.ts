import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { countText } from '../ui/countText.ts';
import type { Notices } from './Notices.ts';
import type { StoryDesk } from './StoryDesk.ts';

interface OriginalsParts {
  readonly bridge: Bridge;
  readonly desk: StoryDesk;
  readonly notices: Notices;
  /** Whose name requests and answers go out under; empty where nobody has said. */
  readonly name: () => string;
  readonly openSettings: () => void;
  /** Lets somebody say whom the request is sealed for, of these. */
  readonly chooseSeal: (storyId: StoryId, names: readonly string[]) => void;
  /** Something was written about a story. */
  readonly onWritten: () => void;
}

/** Asks colleagues for the pictures and recordings that stayed behind, and sends those they ask for. */
export class Originals {
  constructor(private readonly parts: OriginalsParts) {}

  /** Asks for what of a story is elsewhere; where it can be sealed for somebody, once it is said whether it is. */
  async askFor(storyId: StoryId): Promise<void> {
    const { bridge, desk, notices, chooseSeal } = this.parts;
    if (!this.#hasName()) return;
    const unsaved = await desk.flush();
    notices.showProblem(unsaved);
    if (unsaved !== null) return;
    const names = await bridge.library.request('handover.colleagues', {});
    if (!names.ok) notices.show(names.error.message, 'error');
    else if (names.value.length > 0) chooseSeal(storyId, names.value);
    else await this.saveRequest(storyId, []);
  }

  /** Writes the request where the user says, sealed for these people. True once it is written. */
  async saveRequest(storyId: StoryId, sealFor: string[]): Promise<boolean> {
    const { bridge, notices, name } = this.parts;
    const answer = await bridge.ask('media.saveRequest', { storyId, by: name(), sealFor });
    if (!answer.ok) notices.show(answer.error.message, 'error');
    if (!answer.ok || !answer.value) return false;
    notices.show(
      `The request for ${countText(answer.value.files, 'file', 'files')} is written. Send it to whoever has them, and open what comes back.`,
    );
    return true;
  }

  /** Writes what a request that was opened asks for, where the user says, sealed for these people. True once it is written. */
  async send(ref: string, sealFor: string[]): Promise<boolean> {
    const { bridge, notices, name, onWritten } = this.parts;
    if (!this.#hasName()) return false;
    const answer = await bridge.ask('media.saveAnswer', { ref, by: name(), sealFor });
    if (!answer.ok) notices.show(answer.error.message, 'error');
    if (!answer.ok || !answer.value) return false;
    notices.show(answer.value.summary);
    onWritten();
    return true;
  }

  #hasName(): boolean {
    const { notices, name, openSettings } = this.parts;
    if (name().trim() !== '') return true;
    const way = { label: 'Open Settings', run: openSettings };
    notices.show('Say who you are first: what goes to a colleague is signed with your name.', 'error', way);
    return false;
  }
}
