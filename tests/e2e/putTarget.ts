import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../shared/targets/target.ts';
import { askLibrary } from './storyOnDisk.ts';

/** Adds a WordPress site to the library's targets, with whatever a test wants otherwise: on this computer, where nobody answers. */
export async function putTarget(page: Page, change: Partial<Target> = {}): Promise<Target> {
  const target: Target = {
    id: randomUUID() as TargetId,
    name: 'News desk',
    kind: 'wordpress',
    // The port that throws everything away.
    address: 'http://127.0.0.1:9',
    account: 'ayesha',
    profile: DEFAULT_PROFILE,
    ...change,
  };
  await askLibrary(page, 'targets.save', { target });
  return target;
}
