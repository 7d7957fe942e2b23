import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../fixtures/pictures/drawPicture.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';

describe('a story sent to a folder', () => {
  let desk: NewsroomLibrary;
  let folder = '';
  beforeEach(() => {
    desk = new NewsroomLibrary();
    folder = join(desk.root, 'wire');
    mkdirSync(folder);
  });
  afterEach(() => desk.close());

  async function story() {
    const path = join(desk.root, 'picture.jpg');
    writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 300, height: 200 }));
    const figure = await desk.addPicture(path, 'The bank at noon', 'Imran Dars');
    const blocks = [paragraph('The tanker came.'), figure];
    return { story: desk.addStory({}, ...blocks), blocks };
  }

  function items(): string[] {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  }

  it('lies there as one ninjs item with its picture beside it, and nothing half written', async () => {
    const { story: sent } = await story();
    const receipt = await desk.sent(sent, desk.addFolder(folder));
    expect(items()).toEqual([receipt.remoteId]);
    const item = JSON.parse(readFileSync(join(folder, receipt.remoteId), 'utf8')) as {
      headline: string;
      associations: Record<string, { renditions: Record<string, { href: string }> }>;
    };
    expect(item.headline).toBe('The tanker comes on Tuesdays');
    const hrefs = Object.values(item.associations).flatMap(({ renditions }) =>
      Object.values(renditions).map(({ href }) => href),
    );
    expect(hrefs).not.toHaveLength(0);
    for (const href of hrefs) expect(readFileSync(join(folder, href)).length).toBeGreaterThan(500);
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(String(name))),
    ).toEqual([]);
  });

  it('sent again is a new version of the same item, in a file of its own', async () => {
    const { story: sent, blocks } = await story();
    const target = desk.addFolder(folder, { format: 'ninjs' });
    await desk.sent(sent, target);
    desk.change(sent, [...blocks, paragraph('A last line.')]);
    expect(await desk.sent(sent, target)).toMatchObject({ isUpdate: true });
    const uris = items().map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { uri: string }).uri);
    expect(uris).toHaveLength(2);
    expect(new Set(uris).size).toBe(1);
  });

  it('waits for a folder that is not there, with a sentence, and goes on', async () => {
    const { story: sent } = await story();
    const target = desk.addFolder(folder);
    rmSync(folder, { recursive: true });
    const job = await desk.settled(desk.send(sent, target).id);
    expect(job.ask).toMatchObject({ code: 'noFolder', choices: ['retry', 'cancel'] });
    mkdirSync(folder);
    desk.library.outbox.act(job.id, 'retry');
    expect((await desk.settled(job.id)).state).toBe('sent');
  });

  it('leaves a receipt in the story’s history, with the revision it was made from', async () => {
    const { story: sent } = await story();
    const receipt = await desk.sent(sent, desk.addFolder(folder));
    const entry = desk.library.history.list(sent.id).at(-1);
    expect(entry).toMatchObject({ kind: 'sent', detail: { receipt } });
    expect(entry?.summary).toBe('Sent to “Wire” (written).');
    const ids = desk.library.revisions.list(sent.id).map(({ id }) => id);
    expect(ids).toContain(entry?.detail.revisionId);
  });

  it('that was approved is sent from then on, as a step of who sent it; a draft stays a draft', async () => {
    const { story: sent, blocks } = await story();
    const target = desk.addFolder(folder);
    desk.library.meet('Leila');
    await desk.sent(sent, target);
    const now = () => desk.library.drafts.read(sent.id);
    expect(now()).toMatchObject({ fields: { status: 'draft' } });
    expect(now().review).toBeUndefined();
    desk.change(sent, blocks, { status: 'approved' });
    const job = desk.send(sent, target);
    desk.library.meet('Zain');
    await desk.settled(job.id);
    expect(now().fields.status).toBe('sent');
    expect(now().review?.steps).toMatchObject([{ status: 'sent', by: 'Leila', note: 'Sent to Wire.' }]);
    expect(desk.library.history.list(sent.id).map(({ summary }) => summary)).toContain(
      'Marked as sent by Leila. “Sent to Wire.”',
    );
    // An update leaves it as it is.
    desk.change(sent, [...blocks, paragraph('A last line.')]);
    await desk.sent(sent, target);
    expect(now().review?.steps).toHaveLength(1);
    expect(now().fields.status).toBe('sent');
  });

  it('is replaced while it waits by a newer version, in the order jobs were put in', async () => {
    const { story: sent, blocks } = await story();
    const target = desk.addFolder(folder);
    rmSync(folder, { recursive: true });
    const first = await desk.settled(desk.send(sent, target).id);
    desk.change(sent, [...blocks, paragraph('A last line.')]);
    const second = desk.send(sent, target);
    expect(desk.library.outbox.list().map(({ id }) => id)).toEqual([second.id]);
    expect(first.id).not.toBe(second.id);
  });

  it('is taken up after a restart', async () => {
    const { story: sent } = await story();
    const target = desk.addFolder(folder);
    rmSync(folder, { recursive: true });
    const job = await desk.settled(desk.send(sent, target).id);
    desk.library.outbox.act(job.id, 'pause');
    desk.restart();
    expect(desk.job(job.id).state).toBe('paused');
    mkdirSync(folder);
    desk.library.outbox.act(job.id, 'resume');
    expect((await desk.settled(job.id)).state).toBe('sent');
  });
});
