import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from '../../shared/targets/job.ts';
import type { NewsroomLibrary } from './NewsroomLibrary.ts';

/** The job once it is sent or needs somebody; what waits is hurried on, as time would do it. */
export async function arrived(desk: NewsroomLibrary, id: Job['id'], limitMs = 60_000): Promise<Job> {
  const until = Date.now() + limitMs;
  for (;;) {
    const job = desk.job(id);
    if (['sent', 'needsYou', 'cancelled'].includes(job.state)) return job;
    if (Date.now() > until) throw new Error(`It does not arrive: ${JSON.stringify(job)}`);
    desk.library.outbox.hurry(id);
    await wait(15);
  }
}

/** The job as soon as it rests or waits. */
export async function paused(desk: NewsroomLibrary, id: Job['id'], limitMs = 60_000): Promise<Job> {
  const until = Date.now() + limitMs;
  for (;;) {
    const job = desk.job(id);
    if (['sent', 'needsYou', 'waiting', 'held'].includes(job.state)) return job;
    if (Date.now() > until) throw new Error(`It does not come to rest: ${JSON.stringify(job)}`);
    await wait(15);
  }
}
