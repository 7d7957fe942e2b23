import { spawn } from 'node:child_process';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, type TargetId } from '../../shared/targets/target.ts';
import { buildForNode, type BuiltModule } from '../fixtures/library/buildForNode.ts';
import { CertificateMaker, type Identity } from './CertificateMaker.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';

/** In a process of its own, since only a new one takes another authority. */
describe.skipIf(!CertificateMaker.isHere)('a site whose certificate is not good', () => {
  let maker: CertificateMaker;
  let built: BuiltModule;
  let desk: NewsroomLibrary;
  /** The requests that got through. */
  let heard: string[] = [];
  beforeAll(async () => {
    maker = new CertificateMaker();
    built = await buildForNode('tests/cms/senderProcess.ts');
  });
  afterAll(() => {
    maker.remove();
    built.remove();
  });
  beforeEach(() => {
    desk = new NewsroomLibrary();
    heard = [];
  });
  afterEach(() => desk.close());

  /** Sends a story to a site with this certificate (null: none at all); answers what the sender said at the end. */
  async function send(identity: Identity | null, kind: 'wordpress' | 'http'): Promise<string> {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      heard.push(`${request.method} ${request.url}`);
      response.end('{}');
    };
    const server = identity ? createServer({ ...identity }, answer) : createPlain(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Coast Desk', kind, address: `https://127.0.0.1:${port}/push` },
      ...{ account: 'editor', profile: DEFAULT_PROFILE },
    };
    desk.library.targets.save(target);
    const story = desk.addStory({}, paragraph('The tanker came.'));
    const job = await desk.settled(desk.send(story, target).id);
    expect(job.ask?.code).toBe('locked');
    desk.library.close();
    const said = await run(join(desk.root, 'library'));
    desk.restart();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    return said;
  }

  function run(folder: string): Promise<string> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [built.path, folder], {
        env: { ...process.env, STET_SECRET: 'hush-hush', NODE_EXTRA_CA_CERTS: maker.authority },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      child.stdout.on('data', (part: Buffer) => (said += part.toString()));
      child.stderr.on('data', (part: Buffer) => (said += part.toString()));
      child.on('close', () => done(said));
    });
  }

  it.each(['wordpress', 'http'] as const)('hears nothing, and the sentence says why: %s', async (kind) => {
    const identities = [
      ['self-signed', maker.selfSigned()],
      ['for another host', maker.signed('elsewhere', 'DNS:elsewhere.example', 2)],
      ['run out', maker.signed('old', 'IP:127.0.0.1', -1)],
      ['none at all', null],
    ] as const;
    for (const [what, identity] of identities) {
      const said = await send(identity, kind);
      expect([what, said]).toEqual([what, expect.stringContaining('"code":"tls"')]);
      expect(said).toContain('The site’s certificate is not valid, so nothing was sent.');
      expect(said).not.toContain('hush-hush');
      expect([what, heard]).toEqual([what, []]);
      desk.close();
      desk = new NewsroomLibrary();
    }
  });

  it('one that is good is asked: the others were refused for their certificates alone', async () => {
    const said = await send(maker.signed('good', 'IP:127.0.0.1', 2), 'http');
    expect(said).toContain('sent');
    expect(heard).toEqual(['POST /push']);
  });
});
