import { StoryChecks, type Writer } from '../checks/StoryChecks.ts';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { Signal } from '../ui/Signal.ts';
import type { Workspace } from './Workspace.ts';

const known = new WeakMap<Workspace, StoryChecks>();

/** The checks of the story on the page; one a window, made when it is first asked for: the page starts without the rules. */
export function storyChecksOf(workspace: Workspace): StoryChecks {
  const { desk, bridge } = workspace;
  let checks = known.get(workspace);
  checks ??= new StoryChecks({
    readStory: () =>
      desk.handle.value?.readStory() ?? (desk.state.value.kind === 'open' ? desk.state.value.opened.story : null),
    onChange: (listener) => {
      const signals = [desk.fields, desk.outline, desk.handle, desk.state];
      const stops = signals.map((signal) => signal.subscribe(listener));
      // Each key is on its way to the disk, and then there: it is told of once.
      stops.push(desk.saveState.subscribe(() => desk.saveState.value.kind !== 'saving' && listener()));
      return () => {
        for (const stop of stops) stop();
      };
    },
    reveal: (place) => {
      const isOnPage = desk.handle.value?.revealPlace(place) ?? false;
      // The slug and the embargo are written in the Story tab.
      if (!isOnPage && place.in === 'field') workspace.showInspector('story');
    },
    fix: (findings) =>
      desk.handle.value?.replacePlaces(
        findings.flatMap(({ place, excerpt, fix }) => (fix ? [{ place, words: excerpt, fix }] : [])),
      ),
    library: bridge.library,
    writer: writerOf(workspace.settings),
  });
  known.set(workspace, checks);
  return checks;
}

/** What the settings say of spelling and grammar; it changes only when that does. */
function writerOf(settings: Signal<Settings>): Signal<Writer> {
  const now = (): Writer => {
    const { spelling, grammar, dictionary } = settings.value;
    return { spelling, grammar, dictionary };
  };
  const writer = new Signal(now());
  settings.subscribe(() => {
    if (JSON.stringify(writer.value) !== JSON.stringify(now())) writer.set(now());
  });
  return writer;
}
