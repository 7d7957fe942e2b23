import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { renderHere } from '../../electron/cli/renderHere.ts';
import { FORMATS } from '../../electron/library/formats.ts';
import { Library } from '../../electron/library/Library.ts';
import type { Block, Figure } from '../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../shared/story/ids.ts';
import { blankFields, type StoryFields } from '../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../shared/story/story.ts';
import { drawPicture } from '../fixtures/pictures/drawPicture.ts';
import type { Job } from '../../shared/targets/job.ts';
import { DEFAULT_PROFILE, type Target, type TargetId, type TargetProfile } from '../../shared/targets/target.ts';

/** How many pictures were drawn: each is as wide as no other. */
let pictures = 0;

/** A correspondent’s library on a real disk, with a way to send from it. */
export class NewsroomLibrary {
  library: Library;

  /** `root` is a folder of the test's own. */
  constructor(readonly root = mkdtempSync(join(tmpdir(), 'stet-outbox-'))) {
    this.library = this.#open();
  }

  #open(): Library {
    return new Library({ folder: join(this.root, 'library'), formats: FORMATS, renderer: renderHere });
  }

  /** Opens it again, whoever had it meanwhile. */
  restart(): void {
    this.library.close();
    this.library = this.#open();
  }

  close(): void {
    this.library.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  addTarget(
    address: string,
    person: { readonly login: string; readonly secret: string },
    own: Partial<TargetProfile> = {},
  ): Target {
    const target: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Coast Desk', kind: 'wordpress', address, account: person.login },
      profile: { ...DEFAULT_PROFILE, ...own },
    };
    this.library.targets.save(target);
    this.library.targets.unlock(target.id, person.secret);
    return target;
  }

  /** A Ghost, with the key of an integration. */
  addGhost(address: string, key: string, own: Partial<TargetProfile> = {}): Target {
    const target: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Coast Ghost', kind: 'ghost', address, account: '' },
      profile: { ...DEFAULT_PROFILE, ...own },
    };
    this.library.targets.save(target);
    this.library.targets.unlock(target.id, key);
    return target;
  }

  /** A folder that is a target. */
  addFolder(folder: string, own: Partial<TargetProfile> = {}): Target {
    const target: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Wire', kind: 'folder', address: folder, account: '' },
      profile: { ...DEFAULT_PROFILE, ...own },
    };
    this.library.targets.save(target);
    return target;
  }

  async addPicture(path: string, caption: string, credit: string): Promise<Figure> {
    const asset = await this.library.access.media.add({ name: 'picture.jpg', path });
    return {
      ...{ id: newBlockId(), type: 'figure', assetId: asset.id, fileName: asset.fileName, origin: {} },
      ...{ caption: [{ type: 'text', text: caption }], credit, alt: `${caption} (described)` },
    };
  }

  /** A short story with one small picture, both unlike any other. */
  async addShortStory(mark: string): Promise<{ story: Story; blocks: Block[] }> {
    pictures += 1;
    const path = join(this.root, `short-${pictures}.jpg`);
    writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 400 + pictures, height: 300 }));
    const figure = await this.addPicture(path, `The bank at ${mark}`, 'Imran Dars');
    const blocks = [
      paragraph(`It began at ${mark}.`),
      figure,
      paragraph('The salt stayed.'),
      paragraph('So did they.'),
    ];
    return { story: this.addStory({ headline: `Tides of ${mark}`, slug: mark }, ...blocks), blocks };
  }

  addStory(fields: Partial<StoryFields>, ...blocks: Block[]): Story {
    const now = new Date().toISOString();
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now },
      fields: { ...blankFields(), headline: 'The tanker comes on Tuesdays', slug: 'tanker', ...fields },
      blocks,
    };
    this.library.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    return story;
  }

  change(story: Story, blocks: readonly Block[], fields: Partial<StoryFields> = {}): void {
    this.library.drafts.put({ id: story.id, fields, blocks: [...blocks], order: blocks.map(({ id }) => id) });
  }

  send(story: Pick<Story, 'id'>, target: Target, isMetered = false): Job {
    const job = this.library.outbox.send({ storyId: story.id, targetId: target.id, isMetered, despite: null });
    return job;
  }

  job(id: Job['id']): Job {
    const job = this.library.outbox.list().find((each) => each.id === id);
    if (!job) throw new Error('No such job');
    return job;
  }

  /** The job once it rests: sent, cancelled, held, or in need of a person. */
  async settled(id: Job['id'], limitMs = 60_000): Promise<Job> {
    const until = Date.now() + limitMs;
    for (;;) {
      const job = this.job(id);
      if (['sent', 'cancelled', 'needsYou', 'held', 'paused'].includes(job.state)) return job;
      if (Date.now() > until) throw new Error(`The job does not come to rest: ${JSON.stringify(job)}`);
      await wait(25);
    }
  }

  async sent(story: Pick<Story, 'id'>, target: Target): Promise<NonNullable<Job['receipt']>> {
    const job = await this.settled(this.send(story, target).id);
    if (job.state !== 'sent' || !job.receipt) throw new Error(`Not sent: ${JSON.stringify(job)}`);
    return job.receipt;
  }
}

/** A paragraph with these words. */
export function paragraph(text: string): Block {
  return { id: newBlockId(), type: 'paragraph', content: [{ type: 'text', text }] };
}
