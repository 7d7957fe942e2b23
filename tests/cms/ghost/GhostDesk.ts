import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Block } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target, TargetProfile } from '../../../shared/targets/target.ts';
import { FaultProxy } from '../FaultProxy.ts';
import { NewsroomLibrary } from '../NewsroomLibrary.ts';
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
  const own = {} as GhostDesk;
  beforeAll(async () => {
    if (ghost) own.line = await FaultProxy.to(ghost.url);
  });
  afterAll(async () => {
    if (ghost) await own.line.close();
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
  own.story = (mark) => own.desk.addShortStory(mark);
  return own;
}
