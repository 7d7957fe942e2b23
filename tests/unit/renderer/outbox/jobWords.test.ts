import { describe, expect, it } from 'vitest';
import { outboxLine, outboxNews } from '../../../../renderer/outbox/jobWords.ts';
import { someJob } from './someJob.ts';

const sending = someJob({ state: 'sending', words: 'Sending picture 3 of 7' });
const asking = someJob({
  state: 'needsYou',
  words: 'Needs you',
  ask: { code: 'clash', message: 'Both sides changed it.', choices: ['overwrite'], clashes: [] },
});

describe('The outbox in one line', () => {
  it('is silent while nothing is on its way', () => {
    expect(outboxLine([])).toBeNull();
    expect(outboxLine([someJob({ state: 'sent' }), someJob({ state: 'cancelled' })])).toBeNull();
  });

  it('says what is being sent, whatever waits behind it', () => {
    expect(outboxLine([someJob(), sending])).toEqual({ text: 'Outbox: sending picture 3 of 7', needsYou: false });
  });

  it('says first of all who is needed', () => {
    expect(outboxLine([sending, asking])).toEqual({ text: 'Outbox: 1 needs you', needsYou: true });
    expect(outboxLine([sending, asking, asking])?.text).toBe('Outbox: 2 need you');
  });

  it('gives one job’s own words, and counts more', () => {
    expect(outboxLine([someJob({ state: 'waiting', words: 'Waiting for the network' })])?.text).toBe(
      'Outbox: waiting for the network',
    );
    expect(outboxLine([someJob(), someJob({ state: 'paused' })])?.text).toBe('Outbox: 2 stories to go');
  });
});

describe('News of the outbox', () => {
  it('are changes of state, not of bytes or pictures', () => {
    const later = { ...sending, words: 'Sending picture 4 of 7', bytesSent: 1_000_000 };
    expect(outboxNews([sending], [later])).toEqual([]);
    expect(outboxNews([sending], [{ ...sending, state: 'sent', words: 'Sent' }])).toEqual(['Floods: Sent']);
  });

  it('say what a person is to decide, and what came new', () => {
    expect(outboxNews([], [asking])).toEqual(['Floods: Needs you. Both sides changed it.']);
  });
});
