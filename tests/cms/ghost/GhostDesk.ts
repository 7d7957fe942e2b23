import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Block } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target, TargetProfile } from '../../../shared/targets/target.ts';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { FaultProxy } from '../FaultProxy.ts';
import { NewsroomLibrary, paragraph } from '../NewsroomLibrary.ts';
import { GhostReader } from './GhostReader.ts';
import type { GhostFacts } from './GhostSite.ts';

const site = inject('ghost');

/** The running Ghost; null where there is none, and its tests are skipped. */
export const ghost: GhostFacts | null = typeof site === 'string' ? null : site;

/** A library, a line to the site that can be made bad, and somebody who looks at the site; fresh for each test. */
export interface GhostDesk {
  desk: NewsroomLibrary;
  line: FaultProxy;
  reader: GhostReader;
  target(own?: Partial<TargetProfile>): Target;
  /** A short story with one small picture, both unlike any other. */
  story(mark: string): Promise<{ story: Story; blocks: Block[] }>;
}

/** Lays the desk for each test of a file. */
export function layGhostDesk(): GhostDesk {
  const made = mkdtempSync(join(tmpdir(), 'stet-desk-'));
  const own = {} as GhostDesk;
  let count = 0;
  beforeAll(async () => {
    if (ghost) own.line = await FaultProxy.to(ghost.url);
  });
  afterAll(async () => {
    if (ghost) await own.line.close();
    rmSync(made, { recursive: true, force: true });
  });
  beforeEach(() => {
    own.desk = new NewsroomLibrary();
    if (!ghost) return;
    own.line.forget();
    own.reader = new GhostReader(ghost);
  });
  afterEach(() => own.desk.close());
  own.target = (profile = {}) => {
    if (!ghost) throw new Error('There is no site');
    return own.desk.addGhost(own.line.url, ghost.key, profile);
  };
  own.story = async (mark) => {
    const path = join(made, `${(count += 1)}.jpg`);
    writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 400 + count, height: 300 }));
    const figure = await own.desk.addPicture(path, `The bank at ${mark}`, 'Imran Dars');
    const blocks = [
      paragraph(`It began at ${mark}.`),
      figure,
      paragraph('The salt stayed.'),
      paragraph('So did they.'),
    ];
    return { story: own.desk.addStory({ headline: `Tides of ${mark}`, slug: mark }, ...blocks), blocks };
  };
  return own;
}
