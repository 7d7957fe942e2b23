import { describe, expect, it } from 'vitest';
import { HOUSE_STYLE_RULES } from '../../../../shared/checks/rules/houseStyleTerms.ts';
import { StoryChecker } from '../../../../shared/checks/StoryChecker.ts';
import { HouseStyle } from '../../../../shared/checks/style/houseStyle.ts';
import { parseHouseStyle } from '../../../../shared/checks/style/parseHouseStyle.ts';
import { StyleWork } from '../../../../shared/checks/style/StyleWork.ts';
import { NEWS_ARTICLES } from '../../../fixtures/stories/newsArticles.ts';
import { copyStory } from './copyStory.ts';

const MILLION = 1_000_000;

describe('what the patterns of a style cost', () => {
  it('turns off what took most, and leaves the others on', () => {
    const work = new StyleWork();
    for (let text = 0; text < 10; text += 1) {
      work.add(`p${text}`, 'slow', 3 * MILLION);
      work.add(`p${text}`, 'quick', MILLION / 10);
      if (work.turnedOff.length > 0) break;
    }
    expect(work.turnedOff).toEqual(['slow']);
    expect([work.isOff('slow'), work.isOff('quick')]).toEqual([true, false]);
  });

  it('is counted once a text, however often that is read, and not at all when it is gone', () => {
    const work = new StyleWork();
    for (let time = 0; time < 100; time += 1) {
      work.begin('p');
      work.add('p', 'honest', MILLION);
    }
    for (let time = 0; time < 100; time += 1) {
      work.add(`p${time}`, 'honest', MILLION);
      work.keep(new Set(['p']));
    }
    expect(work.turnedOff).toEqual([]);
  });

  it('is bounded for all patterns of a long story together, and the worst is named', () => {
    const hostile = Array.from({ length: 300 }, (_, at) => ({ term: `(a|a|b?){1,60}(a?){40}x${at}`, pattern: true }));
    const entries = [...hostile, { term: 'The last quay' }];
    const style = new HouseStyle(parseHouseStyle(JSON.stringify({ entries })));
    const english = NEWS_ARTICLES.filter(({ language }) => language.startsWith('en'));
    const paragraphs = [
      ...Array.from({ length: 4 }, () => english.flatMap((one) => one.paragraphs)).flat(),
      'The last quay.',
    ];
    const checker = new StoryChecker({ style, rules: HOUSE_STYLE_RULES });
    const { findings } = checker.check(copyStory(paragraphs));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['house-style-slow', 'house-style']);
    expect(findings[0]?.message).toMatch(
      /^The style list’s pattern “\(a\|a\|b\?\).*x\d+” \(and \d+ more\) takes too long:/u,
    );
  });
});
