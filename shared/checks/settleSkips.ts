import type { CheckSkip } from './checkProfile.ts';
import { findingKey, type Finding, type Level } from './finding.ts';

/** Findings parted into those that stand, counted by level, and those somebody lets stand. */
export interface SettledFindings<Skip> {
  readonly findings: readonly Finding[];
  readonly skipped: readonly { readonly finding: Finding; readonly skip: Skip }[];
  readonly counts: Readonly<Record<Level, number>>;
}

/** Parts findings by the skips of a story; a finding of a rule that binds is not let stand by any. */
export function settleSkips<Skip extends CheckSkip>(
  all: readonly Finding[],
  skips: readonly Skip[],
): SettledFindings<Skip> {
  const byKey = new Map(skips.map((skip) => [skip.key, skip]));
  const findings: Finding[] = [];
  const skipped: { finding: Finding; skip: Skip }[] = [];
  const counts: Record<Level, number> = { note: 0, warn: 0, block: 0 };
  for (const finding of all) {
    const skip = finding.isSkippable ? byKey.get(findingKey(finding)) : undefined;
    if (skip) skipped.push({ finding, skip });
    else {
      findings.push(finding);
      counts[finding.level] += 1;
    }
  }
  return { findings, skipped, counts };
}
