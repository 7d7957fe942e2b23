import { randomUUID } from 'node:crypto';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../../../shared/targets/target.ts';

/** A target, with whatever a test wants otherwise. */
export function someTarget(change: Partial<Target> = {}): Target {
  return {
    id: randomUUID() as TargetId,
    name: 'News desk',
    kind: 'wordpress',
    address: 'https://news.example.org',
    account: 'ayesha',
    profile: DEFAULT_PROFILE,
    ...change,
  };
}
