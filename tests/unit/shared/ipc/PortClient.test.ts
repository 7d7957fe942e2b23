import { describe, expect, it } from 'vitest';
import { PortClient } from '../../../../shared/ipc/PortClient.ts';
import type { CallMessage, ReplyMessage } from '../../../../shared/ipc/portMessages.ts';

function port() {
  const sent: CallMessage[] = [];
  return { sent, send: (message: CallMessage) => void sent.push(message) };
}

function answerTo(message: CallMessage | undefined, value: unknown): ReplyMessage {
  return { kind: 'answer', id: message?.id ?? -1, result: { ok: true, value } };
}

describe('PortClient', () => {
  it('gives each answer to whoever asked', async () => {
    const client = new PortClient();
    const { sent, send } = port();
    client.attach(send);
    const first = client.request('stories.open', { id: 'a' });
    const second = client.request('stories.open', { id: 'b' });
    client.receive(answerTo(sent[1], 'B'));
    client.receive(answerTo(sent[0], 'A'));
    expect([await first, await second]).toEqual([
      { ok: true, value: 'A' },
      { ok: true, value: 'B' },
    ]);
  });

  it('keeps what is asked before there is a port, in order', () => {
    const client = new PortClient();
    void client.request('stories.put', 1);
    void client.request('stories.put', 2);
    const { sent, send } = port();
    client.attach(send);
    expect(sent.map((message) => message.payload)).toEqual([1, 2]);
  });

  it('answers what a dead port still owed as a failure that may be tried again', async () => {
    const client = new PortClient();
    const close = client.attach(port().send);
    const asked = client.request('stories.put', {});
    close();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'libraryAway', retryable: true } });
  });

  it('does the same when another port takes its place', async () => {
    const client = new PortClient();
    client.attach(port().send);
    const asked = client.request('stories.put', {});
    const { sent, send } = port();
    client.attach(send);
    expect((await asked).ok).toBe(false);
    expect(sent).toEqual([]);
  });

  it('does not let the late end of an old port disturb the new one', async () => {
    const client = new PortClient();
    const closeOld = client.attach(port().send);
    const { sent, send } = port();
    client.attach(send);
    const asked = client.request('stories.put', {});
    closeOld();
    client.receive(answerTo(sent[0], null));
    expect(await asked).toEqual({ ok: true, value: null });
  });

  it('answers, too, when no port ever comes', async () => {
    const client = new PortClient(1);
    expect(await client.request('stories.put', {})).toMatchObject({ ok: false, error: { retryable: true } });
  });

  it('does not send a request whose time was over', async () => {
    const client = new PortClient(1);
    await client.request('stories.put', {});
    const { sent, send } = port();
    client.attach(send);
    expect(sent).toEqual([]);
  });

  it('answers what cannot be sent', async () => {
    const client = new PortClient();
    client.attach(() => {
      throw new Error('could not be cloned');
    });
    expect(await client.request('stories.put', () => 0)).toMatchObject({ ok: false, error: { code: 'badRequest' } });
  });

  it('tells listeners until they leave, across ports', () => {
    const client = new PortClient();
    const heard: unknown[] = [];
    const leave = client.on('stories.changed', (data) => heard.push(data));
    client.attach(port().send);
    client.receive({ kind: 'event', event: 'stories.changed', data: 1 });
    client.attach(port().send);
    client.receive({ kind: 'event', event: 'stories.changed', data: 2 });
    leave();
    client.receive({ kind: 'event', event: 'stories.changed', data: 3 });
    expect(heard).toEqual([1, 2]);
  });

  it('shrugs at an answer nobody waits for', () => {
    const client = new PortClient();
    expect(() => client.receive({ kind: 'answer', id: 99, result: { ok: true, value: 1 } })).not.toThrow();
  });
});
