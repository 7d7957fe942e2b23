import { describe, expect, it } from 'vitest';
import { CONNECTIONS } from '../../../electron/library/cms/connections.ts';
import type { Journal, Shipment } from '../../../electron/library/cms/Connection.ts';
import { httpAnswer } from '../FaultProxy.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';

const MINUTE = 60_000;

describe.skipIf(!ghost)('a clock that is wrong', () => {
  const own = layGhostDesk();

  async function deliver(offset: number, mark: string) {
    const { story } = await own.story(mark);
    const steps = new Map<string, unknown>();
    const shipment: Shipment = {
      ...{
        key: crypto.randomUUID(),
        story: { ...story, blocks: story.blocks.filter(({ type }) => type !== 'figure') },
      },
      ...{ pictures: new Map(), files: [], isTextOnly: false },
    };
    const journal: Journal = {
      ...{ base: null, decision: null, signal: new AbortController().signal },
      ...{
        read: (step) => steps.get(step),
        write: (step, value) => void steps.set(step, value),
        report: () => undefined,
      },
    };
    const target = own.target({ status: 'publish' });
    const now = () => Date.now() + offset;
    return CONNECTIONS.ghost({ target, secret: ghost?.key ?? '', now }).deliver(shipment, journal);
  }

  it('ten minutes slow is mended by the site’s time, and told', async () => {
    const { receipt } = await deliver(-10 * MINUTE, `slow${Date.now()}`);
    expect(receipt).toMatchObject({
      status: 'published',
      differences: ['This computer’s clock is 10 minutes slow by the site’s time; Stet used the site’s.'],
    });
    // One refusal, and the rest signed right.
    expect(own.line.requests.filter((line) => line === own.line.requests[0])).toHaveLength(2);
  });

  it('ten minutes fast passes', async () => {
    const { receipt } = await deliver(10 * MINUTE, `fast${Date.now()}`);
    expect(receipt).toMatchObject({ status: 'published', differences: [] });
  });

  it('is not blamed for a wrong key: one question, no loop', async () => {
    const [id] = (ghost?.key ?? '').split(':');
    const target = own.desk.addGhost(own.line.url, `${id}:${'0'.repeat(64)}`);
    const { story } = await own.story(`wrong${Date.now()}`);
    const job = await own.desk.settled(own.desk.send(story, target).id);
    expect(job.ask).toMatchObject({ code: 'unauthorised', choices: ['unlock', 'retry', 'cancel'] });
    // No secret of either is in what is said.
    expect(JSON.stringify(job)).not.toContain('0'.repeat(20));
    own.desk.library.targets.unlock(target.id, ghost?.key ?? '');
    own.desk.library.outbox.unlocked(target.id);
    expect((await own.desk.settled(job.id)).state).toBe('sent');
  });

  it('refuses nothing that a site says is its time without being a Ghost', async () => {
    const text = httpAnswer(401, JSON.stringify({ errors: [{ code: 'INVALID_JWT' }] }), {
      ...{ 'content-type': 'application/json', date: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    });
    own.line.order = () => ({ kind: 'instead', text });
    const target = own.target();
    const { lines } = await own.desk.library.outbox.test(target.id);
    expect(lines.at(0)).toMatchObject({ state: 'failed' });
    expect(own.line.requests).toHaveLength(2);
  });
});
