import { describe, expect, it } from 'vitest';
import { answerRequest, type MainHandlers } from '../../../../electron/ipc/handleRequests.ts';
import { StetError } from '../../../../shared/lang/result.ts';

/** Handlers that must not be reached, but for the ones a test gives. */
function handlers(given: Partial<MainHandlers>): MainHandlers {
  return new Proxy(given as MainHandlers, {
    get(target, name: keyof MainHandlers) {
      if (!(name in target)) throw new Error(`${name} was reached`);
      return target[name];
    },
  });
}

describe('answerRequest', () => {
  it('answers the value', async () => {
    const answer = await answerRequest(handlers({ 'links.open': () => null }), 'links.open', { url: 'https://a.b' });
    expect(answer).toEqual({ ok: true, value: null });
  });

  it.each([undefined, null, 7, {}, '', 'links', 'toString', '__proto__', 'constructor', 'stories.put'])(
    'does not know %j',
    async (name) => {
      expect(await answerRequest(handlers({}), name, {})).toMatchObject({
        ok: false,
        error: { code: 'unknownRequest' },
      });
    },
  );

  it.each([undefined, null, 'x', [], {}, { url: 7 }, { url: 'https://a.b', extra: 1 }, { url: 'x'.repeat(5000) }])(
    'refuses %j before any handler sees it',
    async (payload) => {
      const answer = await answerRequest(handlers({}), 'links.open', payload);
      expect(answer).toMatchObject({ ok: false, error: { code: 'badRequest', retryable: false } });
    },
  );

  it('answers an expected failure in its own words', async () => {
    const failing = handlers({
      'links.open': () => {
        throw new StetError('badLink', 'Not this one.', true);
      },
    });
    expect(await answerRequest(failing, 'links.open', { url: 'x' })).toEqual({
      ok: false,
      error: { code: 'badLink', message: 'Not this one.', retryable: true },
    });
  });
});
