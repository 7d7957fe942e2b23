import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { ImportOutcome } from '../../shared/ipc/librarySchemas.ts';
import type { Result } from '../../shared/lang/result.ts';
import type { Notices } from './Notices.ts';
import type { StoryDesk } from './StoryDesk.ts';

interface ArrivalsParts {
  readonly bridge: Bridge;
  readonly desk: StoryDesk;
  readonly notices: Notices;
  /** Has the report of an import read. */
  readonly report: (outcomes: readonly ImportOutcome[]) => void;
  /** The story on the page has another past now. */
  readonly onWritten: () => void;
}

/** Takes documents and packages in, and shows what came of them. */
export class Arrivals {
  constructor(private readonly parts: ArrivalsParts) {}

  /** Shows what came of an import: the story, and the report if there is anything to read. */
  async show(outcomes: readonly ImportOutcome[]): Promise<void> {
    const { desk, notices, report, onWritten } = this.parts;
    if (outcomes.length === 0) return;
    const first = outcomes.find((outcome) => outcome.ok);
    const isOnPage = (outcome: ImportOutcome) => outcome.ok && outcome.imported.storyId === desk.openId;
    if (outcomes.some(isOnPage)) {
      notices.showProblem(await desk.reopen());
      onWritten();
    } else if (first?.ok) notices.showProblem(await desk.open(first.imported.storyId));
    const needsReading = outcomes.some(
      (outcome) => !outcome.ok || outcome.imported.notes.length > 0 || outcome.imported.furniture.length > 0,
    );
    if (needsReading) report(outcomes);
    else if (outcomes.length > 1) notices.show(`${outcomes.length} documents imported.`);
    else if (first?.ok && first.imported.alreadyHere) notices.show('This story was in the library already.');
  }

  /** Has documents chosen, and takes them in. */
  async choose(): Promise<void> {
    const chosen = await this.parts.bridge.ask('imports.choose', {});
    if (!chosen.ok) this.parts.notices.show(chosen.error.message, 'error');
    else if (chosen.value > 0) await this.takeWaiting();
  }

  /** Takes in the documents that wait in main. */
  async takeWaiting(): Promise<void> {
    await this.take(() => this.parts.bridge.ask('imports.take', {}));
  }

  /** Takes a key for its sender's from now on and opens what was refused for it. What of `before` is still to be decided is shown again. */
  async acceptKey(fingerprint: string, before: readonly ImportOutcome[]): Promise<void> {
    const open = before.filter((one) => !one.ok && one.sender && one.sender.now !== fingerprint);
    await this.take(() => this.parts.bridge.library.request('imports.acceptKey', { fingerprint }), open);
  }

  /** Takes in what is asked for. A package may be of the story on the page: nothing is typed between what is on the disk and what comes of it. */
  async take(ask: () => Promise<Result<ImportOutcome[]>>, open: readonly ImportOutcome[] = []): Promise<void> {
    const outcomes = await this.parts.desk.whileHeld(ask);
    if (outcomes.ok) await this.show([...outcomes.value, ...open]);
    else this.parts.notices.show(outcomes.error.message, 'error');
  }
}
