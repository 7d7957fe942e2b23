import type { Job } from '../../shared/targets/job.ts';

/** Jobs that are no concern of anybody's any more. */
export function isDone({ state }: Pick<Job, 'state'>): boolean {
  return state === 'sent' || state === 'cancelled';
}

export function jobTitle({ title }: Pick<Job, 'title'>): string {
  return title.trim() || 'Untitled';
}

/** The outbox in one line for the foot of the window, and whether somebody has to do something; null: nothing is in it. */
export function outboxLine(jobs: readonly Job[]): { readonly text: string; readonly needsYou: boolean } | null {
  const underway = jobs.filter((job) => !isDone(job));
  const asking = underway.filter(({ state }) => state === 'needsYou').length;
  if (asking > 0) return { text: `Outbox: ${asking} ${asking === 1 ? 'needs' : 'need'} you`, needsYou: true };
  const [first] = underway;
  const shown = underway.find(({ state }) => state === 'sending') ?? (underway.length === 1 ? first : undefined);
  if (shown) return { text: `Outbox: ${uncapitalised(shown.words)}`, needsYou: false };
  return first ? { text: `Outbox: ${underway.length} stories to go`, needsYou: false } : null;
}

/** What has changed between two looks, one sentence a job: states, not bytes. */
export function outboxNews(before: readonly Job[], after: readonly Job[]): string[] {
  const states = new Map(before.map(({ id, state }) => [id, state]));
  return after
    .filter(({ id, state }) => states.get(id) !== state)
    .map((job) => `${jobTitle(job)}: ${job.words}${job.ask ? `. ${job.ask.message}` : ''}`);
}

function uncapitalised(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
