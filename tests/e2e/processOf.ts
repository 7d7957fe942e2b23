import type { RunningApp } from './RunningApp.ts';

/** The pid of one of the app's own helper processes; undefined while it is not running. */
export function processOf(app: RunningApp, name: 'Stet library' | 'Stet images'): Promise<number | undefined> {
  return app.electron.evaluate(
    ({ app: electronApp }, wanted) => electronApp.getAppMetrics().find((process) => process.name === wanted)?.pid,
    name,
  );
}
