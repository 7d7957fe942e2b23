// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { OutboxDialog } from '../../../../renderer/outbox/OutboxDialog.tsx';
import { OutboxJobs } from '../../../../renderer/outbox/OutboxJobs.ts';
import { fail } from '../../../../shared/lang/result.ts';
import type { Job, JobAction } from '../../../../shared/targets/job.ts';
import { button, click, render, the } from '../render.tsx';
import { someJob } from './someJob.ts';

let library: FakeLibrary;
let outbox: OutboxJobs;
let arrivals: number;
let opened: string[];
let unlocked: Job[];

async function open(...jobs: Job[]): Promise<void> {
  library.outbox.jobs = jobs;
  outbox.watch();
  await render(
    <OutboxDialog
      outbox={outbox}
      onUnlock={(job) => unlocked.push(job)}
      onOpen={(url) => opened.push(url)}
      onClose={() => {}}
    />,
  );
  await act(async () => vi.waitFor(() => expect(outbox.jobs.value).not.toBeNull()));
}
const put = (job: Job) => act(async () => library.outbox.put(job));
const titles = () => [...document.querySelectorAll('.job-title')].map((title) => title.textContent);
const ways = () => [...document.querySelectorAll('.job-ways button')].map((way) => way.textContent);
const news = () => document.querySelector('[aria-live]')?.textContent;

beforeEach(() => {
  library = new FakeLibrary();
  arrivals = 0;
  opened = [];
  unlocked = [];
  outbox = new OutboxJobs(library, () => {
    arrivals += 1;
  });
});

describe('The outbox', () => {
  it('says what it is for while it is empty', async () => {
    await open();
    expect(document.body.textContent).toContain('Nothing is waiting to be sent');
  });

  it('names each job and how far it is', async () => {
    await open(someJob({ state: 'sending', words: 'Sending picture 3 of 7', bytesSent: 1_300_000 }));
    const bar = the<HTMLProgressElement>('progress');
    expect(bar.getAttribute('aria-label')).toBe('Sent of Floods');
    expect([bar.value, bar.max]).toEqual([1_300_000, 3_400_000]);
    expect(document.body.textContent).toContain('1.3 MB of 3.4 MB');
  });

  it('pauses, goes on and cancels, with the keyboard where it was', async () => {
    await open(someJob());
    button('Pause').focus();
    await click(button('Pause'));
    expect(ways()).toEqual(['Resume', 'Cancel']);
    expect(document.activeElement).toBe(the('.job'));
    await click(button('Resume'));
    await click(button('Cancel'));
    await click(button('Take off the list'));
    expect(titles()).toEqual([]);
  });

  it('changes the order, and offers no way past the ends', async () => {
    await open(someJob({ title: 'One' }), someJob({ title: 'Two' }));
    const [up, down] = document.querySelectorAll<HTMLButtonElement>('.job-moves button');
    if (!up || !down) throw new Error('Nothing to move with.');
    expect([up.disabled, down.disabled]).toEqual([true, false]);
    await click(down);
    expect(titles()).toEqual(['Two', 'One']);
  });

  it('shows what a person is to decide: both sides, and the choices in words', async () => {
    const ask = {
      code: 'clash',
      message: 'Both sides changed a paragraph.',
      choices: ['overwrite', 'keepTheirs', 'cancel'] satisfies JobAction[],
      clashes: [{ base: 'It rose.', ours: 'It rose fast.', theirs: 'It fell.' }],
    };
    await open(someJob({ state: 'needsYou', words: 'Needs you', ask }));
    expect(ways()).toEqual(['Send mine over theirs', 'Leave theirs', 'Cancel']);
    const sides = [...document.querySelectorAll('.clash-side')];
    expect(sides.map((side) => side.getAttribute('aria-label'))).toEqual(['Theirs', 'Mine', 'As it was']);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['fell.', 'rose fast.']);
  });

  it('asks for a password where that is what stops it', async () => {
    const ask = { code: 'locked', message: 'The password is missing.', choices: ['unlock' as const], clashes: [] };
    const job = someJob({ state: 'needsYou', words: 'Needs you', ask });
    await open(job);
    await click(button('Password…'));
    expect(unlocked).toEqual([job]);
    await act(async () => library.outbox.unlock(job.targetId, true));
    expect(ways()).toEqual(['Pause', 'Cancel']);
  });

  it('gives the receipt of what arrived, and leads there', async () => {
    const job = someJob();
    await open(job);
    const receipt = {
      ...{ targetId: job.targetId, targetName: job.targetName, remoteId: '42', editUrl: '', status: 'future' },
      ...{ url: 'https://news.example.org/floods', isUpdate: false, sha256: 'a'.repeat(64), bytes: 12, pictures: 3 },
      differences: ['The category “World” is not on the site.'],
    };
    await put({ ...job, state: 'sent', words: 'Sent', receipt });
    expect(document.body.textContent).toContain('Scheduled');
    expect(document.body.textContent).toContain('The category “World” is not on the site.');
    await click(button('Open on the site'));
    expect(opened).toEqual(['https://news.example.org/floods']);
    expect(arrivals).toBe(1);
  });

  it('says aloud what becomes of a job, once, and no bytes', async () => {
    const job = someJob();
    await open(job);
    expect(news()).toBe('');
    await put({ ...job, state: 'sending', words: 'Sending the text' });
    expect(news()).toBe('Floods: Sending the text');
    await put({ ...job, state: 'sending', words: 'Sending picture 1 of 2', bytesSent: 5 });
    expect(news()).toBe('Floods: Sending the text');
  });

  it('says why something was not done, at the job', async () => {
    await open(someJob());
    library.failWith('outbox.act', fail('notFound', 'This job is not in the outbox any more.'));
    await click(button('Pause'));
    expect(the('.job [role="alert"]').textContent).toBe('This job is not in the outbox any more.');
  });
});
