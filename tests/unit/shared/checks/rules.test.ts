import { describe, expect, it } from 'vitest';
import { checkStory } from '../../../../shared/checks/checkStory.ts';
import type { Finding, Fix } from '../../../../shared/checks/finding.ts';
import { RULES } from '../../../../shared/checks/ruleRegistry.ts';
import type { Block, Paragraph } from '../../../../shared/story/block.ts';
import { blockText, inlineText } from '../../../../shared/story/plainText.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { paragraph } from '../pullQuote/storyOf.ts';
import { RULE_CASES, type RuleCase } from './ruleCases.ts';

/** What a fix puts there: words, a link's address, or into the credit field. */
function better(fix: Fix | null | undefined): string | undefined {
  if (!fix) return undefined;
  if ('credit' in fix) return fix.credit;
  return 'address' in fix ? fix.address.to : fix.replacement;
}

function findingsOf({ rule, options, assets }: RuleCase, story: Story): Finding[] {
  return checkStory(story, assets, options).findings.filter(({ ruleId }) => ruleId === rule);
}

/** The story with its fixes made; from the last to the first nothing moves. */
function mended(story: Story, findings: readonly Finding[]): Story {
  return { ...story, blocks: story.blocks.map((block) => mendedBlock(block, findings)) };
}

function mendedBlock(block: Block, findings: readonly Finding[]): Block {
  if (block.type === 'paragraph') return mendedParagraph(block, findings);
  const glued = findings.find(({ fix, place }) => fix && 'credit' in fix && 'blockId' in place);
  if (block.type !== 'figure' || !glued?.fix || !('credit' in glued.fix)) return block;
  const text = inlineText(block.caption).slice(0, glued.place.start);
  return { ...block, caption: [{ type: 'text', text }], credit: glued.fix.credit };
}

function mendedParagraph(block: Paragraph, findings: readonly Finding[]): Block {
  const address = findings.map(({ fix }) => (fix && 'address' in fix ? fix.address : null)).find((one) => one !== null);
  if (address) {
    const content = block.content.map((inline) =>
      inline.type === 'link' && inline.url === address.from ? { ...inline, url: address.to } : inline,
    );
    return { ...block, content };
  }
  let text = blockText(block);
  for (const { place, fix } of findings.toReversed()) {
    if (fix && 'replacement' in fix && place.in === 'block' && place.blockId === block.id)
      text = text.slice(0, place.start) + fix.replacement + text.slice(place.end);
  }
  return paragraph(block.id, text);
}

describe('every rule', () => {
  it('has a case, and an id of its own', () => {
    expect([...new Set(RULE_CASES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(RULE_CASES)('$rule speaks up, at the right words', (one) => {
    const findings = findingsOf(one, one.wrong);
    expect(findings[0]?.excerpt, 'nothing found').toBe(one.excerpt);
    expect(findings[0]?.message).toMatch(/^\S.*[.?]$/u);
    expect(better(findings[0]?.fix)).toBe(one.fix);
  });

  it.each(RULE_CASES)('$rule is silent where all is well', (one) => {
    expect(findingsOf(one, one.right)).toEqual([]);
  });

  it.each(RULE_CASES.filter(({ fix }) => fix !== undefined))('$rule is content with its own fix', (one) => {
    expect(findingsOf(one, mended(one.wrong, findingsOf(one, one.wrong)))).toEqual([]);
  });
});
