import { describe, expect, it } from 'vitest';
import { StoryChecker } from '../../../../shared/checks/StoryChecker.ts';
import { copyStory } from './copyStory.ts';

function undated(language: string, ...paragraphs: readonly string[]): readonly string[] {
  const { findings } = new StoryChecker().check(copyStory(paragraphs, { language }));
  return findings.filter(({ ruleId }) => ruleId === 'time-word-undated').map(({ excerpt }) => excerpt);
}

describe('time without a date in Arabic and Hebrew', () => {
  it.each([
    ['ar', 'وصل الوفد أمس إلى المدينة.', 'أمس'],
    ['ar', 'افتُتح الجسر مؤخرًا.', 'مؤخرًا'],
    ['ar', 'استقال الوزير الأسبوع الماضي.', 'الأسبوع الماضي'],
    ['he', 'המשלחת הגיעה אתמול לעיר.', 'אתמול'],
    ['he', 'הגשר נפתח לאחרונה.', 'לאחרונה'],
    ['he', 'השר התפטר בשבוע שעבר.', 'בשבוע שעבר'],
  ])('is found (%s): %s', (language, text, words) => {
    expect(undated(language, text)).toEqual([words]);
  });

  it.each([
    ['ar', 'وصل الوفد أمس الثلاثاء إلى المدينة، ويغادر غدًا الخميس.'],
    ['ar', 'قال: «وصلنا أمس».'],
    ['ar', 'انتهى الأمس ولم يعد، والمدينة اليوم هادئة.'],
    ['ar', 'ارتفعت الأسعار مؤخرا منذ صدور القرار في ٢٠٢١.'],
    ['ar', 'في 31 آب من العام الماضي بدأ العمل.'],
    ['he', 'המשלחת הגיעה אתמול, יום שלישי, ותעזוב מחר, 1 בספטמבר.'],
    ['he', '"הגענו אתמול", אמר.'],
    ['he', 'מחרוזת, ממחרת, והיום השלישי.'],
  ])('is not seen where there is a date, or nothing to date (%s): %s', (language, text) => {
    expect(undated(language, text)).toEqual([]);
  });

  it('counts from a year the story names', () => {
    expect(undated('ar', 'بدأت المحاكمة في 9 مارس 2025.', 'استقال الوزير الأسبوع الماضي.')).toEqual([]);
  });
});
