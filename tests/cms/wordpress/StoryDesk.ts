import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Block } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target, TargetProfile } from '../../../shared/targets/target.ts';
import { FaultProxy } from '../FaultProxy.ts';
import { NewsroomLibrary } from '../NewsroomLibrary.ts';
import { SiteReader } from './SiteReader.ts';
import type { SiteFacts } from './WordPressSite.ts';

const site = inject('wordPress');

/** The running WordPress; null where there is none, and its tests are skipped. */
export const wordPress: SiteFacts | null = typeof site === 'string' ? null : site;

/** A library, a line to the site that can be made bad, and somebody who looks at the site; fresh for each test. */
export interface StoryDesk {
  desk: NewsroomLibrary;
  line: FaultProxy;
  reader: SiteReader;
  target(role?: 'editor' | 'author' | 'contributor', own?: Partial<TargetProfile>): Target;
  /** A short story with one small picture, both unlike any other. */
  story(mark: string): Promise<{ story: Story; blocks: Block[] }>;
}

/** Lays the desk for each test of a file, with the site all files share or one of its own. */
export function layDesk(siteOf: () => SiteFacts | null = () => wordPress): StoryDesk {
  const own = {} as StoryDesk;
  beforeAll(async () => {
    const facts = siteOf();
    if (facts) own.line = await FaultProxy.to(facts.url);
  });
  afterAll(async () => {
    if (siteOf()) await own.line.close();
  });
  beforeEach(() => {
    own.desk = new NewsroomLibrary();
    const facts = siteOf();
    if (!facts) return;
    own.line.forget();
    own.reader = new SiteReader(facts.url, facts.people.editor);
  });
  afterEach(() => own.desk.close());
  own.target = (role = 'editor', profile = {}) => {
    const facts = siteOf();
    if (!facts) throw new Error('There is no site');
    return own.desk.addTarget(`${own.line.url}${new URL(facts.url).pathname}`, facts.people[role], profile);
  };
  own.story = (mark) => own.desk.addShortStory(mark);
  return own;
}
