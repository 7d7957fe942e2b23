import { describe, expect, it } from 'vitest';
import { FlushHandshake } from '../../../../electron/app/FlushHandshake.ts';

describe('FlushHandshake', () => {
  it('asks the page once however often it is wanted, and answers everyone', async () => {
    let asked = 0;
    const handshake = new FlushHandshake(() => (asked += 1));
    const both = Promise.all([handshake.flush(), handshake.flush()]);
    handshake.receive(null);
    expect(await both).toEqual([{ kind: 'flushed' }, { kind: 'flushed' }]);
    expect(asked).toBe(1);
  });

  it('passes on why something is not on the disk', async () => {
    const handshake = new FlushHandshake(() => undefined);
    const outcome = handshake.flush();
    handshake.receive('The disk is full.');
    expect(await outcome).toEqual({ kind: 'unsaved', reason: 'The disk is full.' });
  });

  it('does not wait for ever', async () => {
    expect(await new FlushHandshake(() => undefined, 1).flush()).toEqual({ kind: 'silent' });
  });

  it('can be asked again, and drops an answer that came too late', async () => {
    let asked = 0;
    const handshake = new FlushHandshake(() => (asked += 1), 1);
    await handshake.flush();
    handshake.receive(null);
    expect(await handshake.flush()).toEqual({ kind: 'silent' });
    expect(asked).toBe(2);
  });
});
