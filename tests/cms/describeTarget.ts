import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../shared/story/block.ts';
import type { Story } from '../../shared/story/story.ts';
import { needsSecret, type Target } from '../../shared/targets/target.ts';
import { drawPicture } from '../fixtures/pictures/drawPicture.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';

/** A place stories are sent to, and somebody who looks at what is there by other ways than the code under test. */
export interface TargetRig {
  target(desk: NewsroomLibrary): Target;
  /** How many stories with this headline are there, and all that the newest version of them says. */
  look(headline: string): Promise<{ readonly count: number; readonly text: string }>;
  close(): Promise<void>;
}

/** What every kind of target must do (issue 4, “a contract suite runs against every target”); a new kind is held to it here. */
export function describeTarget(name: string, isHere: boolean, lay: () => Promise<TargetRig>): void {
  describe.skipIf(!isHere)(`A target: ${name}`, () => {
    let desk: NewsroomLibrary;
    let rig: TargetRig;
    let target: Target;
    let story: Story;
    let blocks: Block[];
    let headline = '';
    beforeEach(async () => {
      desk = new NewsroomLibrary();
      rig = await lay();
      target = rig.target(desk);
      const mark = crypto.randomUUID().slice(0, 8);
      headline = `Tides of ${mark}`;
      const path = join(desk.root, 'bank.jpg');
      writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 360, height: 240 }));
      const figure = await desk.addPicture(path, `The bank at ${mark}`, 'Imran Dars');
      blocks = [paragraph('It began at noon.'), figure, paragraph('The salt stayed.')];
      story = desk.addStory({ headline, slug: mark, deck: `A deck of ${mark}` }, ...blocks);
    });
    afterEach(async () => {
      desk.close();
      await rig.close();
    });

    it('says what works there, and that nothing does not', async () => {
      const { lines } = await desk.library.outbox.test(target.id);
      expect(lines.filter(({ state }) => state === 'failed')).toEqual([]);
      expect(lines.some(({ state }) => state === 'works')).toBe(true);
    });

    it('has a story whole and once, with a receipt in its history', async () => {
      const receipt = await desk.sent(story, target);
      expect(receipt).toMatchObject({ targetId: target.id, isUpdate: false, pictures: 1, differences: [] });
      expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
      const { count, text } = await rig.look(headline);
      expect(count).toBe(1);
      for (const words of ['It began at noon.', 'The salt stayed.', 'The bank at', 'Imran Dars', 'A deck of'])
        expect(text).toContain(words);
      expect(desk.library.history.list(story.id).at(-1)).toMatchObject({ kind: 'sent', detail: { receipt } });
    });

    it('has one story still when it is sent again, and the change in it', async () => {
      await desk.sent(story, target);
      expect(await desk.sent(story, target)).toMatchObject({ isUpdate: true });
      desk.change(story, [...blocks, paragraph('Then came the rain.')]);
      expect(await desk.sent(story, target)).toMatchObject({ isUpdate: true });
      const { count, text } = await rig.look(headline);
      expect(count).toBe(1);
      expect(text).toContain('Then came the rain.');
    });

    it('has what was on its way when the library was closed', async () => {
      const { id } = desk.send(story, target);
      const secret = desk.library.targets.secretOf(target.id);
      desk.restart();
      desk.library.targets.unlock(target.id, secret);
      desk.library.outbox.start();
      expect((await desk.settled(id)).state).toBe('sent');
      expect((await rig.look(headline)).count).toBe(1);
    });

    it('gets nothing of a job that was cancelled, and all of one that was paused and goes on', async () => {
      const cancelled = desk.send(story, target);
      desk.library.outbox.act(cancelled.id, 'cancel');
      expect(desk.job(cancelled.id).state).toBe('cancelled');
      const paused = desk.send(story, target);
      desk.library.outbox.act(paused.id, 'pause');
      desk.library.outbox.act(paused.id, 'resume');
      expect((await desk.settled(paused.id)).state).toBe('sent');
      expect((await rig.look(headline)).count).toBe(1);
    });

    it('gets nothing without its secret, where it has one, and says so', async () => {
      if (!needsSecret(target.kind)) return;
      desk.library.targets.unlock(target.id, null);
      const job = await desk.settled(desk.send(story, target).id);
      expect(job.ask?.choices).toContain('unlock');
      expect((await rig.look(headline)).count).toBe(0);
    });
  });
}
