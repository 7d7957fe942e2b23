import { LEVELS, type Finding, type Level } from '../../shared/checks/finding.ts';
import { RULES } from '../../shared/checks/ruleRegistry.ts';

/** Findings of one rule at one level, in the order of the story. */
export interface FindingGroup {
  readonly ruleId: string;
  readonly level: Level;
  readonly title: string;
  readonly why: string;
  readonly findings: readonly Finding[];
}

const CARDS = new Map(RULES.map((rule) => [rule.id, rule]));

/** Findings of a kind together: what must not go out first, then in the order in which each kind first comes up. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  return LEVELS.toReversed().flatMap((level) => {
    const kinds = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (finding.level !== level) continue;
      const kind = kinds.get(finding.ruleId);
      if (kind) kind.push(finding);
      else kinds.set(finding.ruleId, [finding]);
    }
    return [...kinds].map(([ruleId, all]) => {
      const card = CARDS.get(ruleId);
      return { ruleId, level, title: card?.title ?? ruleId, why: card?.why ?? '', findings: all };
    });
  });
}
