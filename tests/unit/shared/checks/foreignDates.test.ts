import { describe, expect, it } from 'vitest';
import { StoryChecker } from '../../../../shared/checks/StoryChecker.ts';
import { copyStory } from './copyStory.ts';

const DATE_RULES = ['weekday-wrong', 'date-impossible'];

/** What the rules about dates say of a text, and where. */
function said(language: string, text: string): readonly (readonly string[])[] {
  const { findings } = new StoryChecker().check(copyStory([text], { language }));
  return findings
    .filter(({ ruleId }) => DATE_RULES.includes(ruleId))
    .map(({ ruleId, excerpt, message }) => [ruleId, excerpt, message]);
}

describe('dates in Arabic, Hebrew and French', () => {
  it.each([
    ['ar', 'وقع الهجوم يوم الثلاثاء 31 أغسطس 2021 في كابول.'],
    ['ar', 'وقع الهجوم الثلاثاء، ٣١ آب/أغسطس ٢٠٢١ في كابول.'],
    ['ar-LB', 'غادر آخر جندي مساء الثلاثاء 31 أغسطس (آب) 2021.'],
    ['ar', 'بدأت المحاكمة في 29 شباط 2024، وانتهت في 31 كانون الأول من العام نفسه.'],
    ['ar', 'تُعقد القمة يومي الثلاثاء والأربعاء 31 أغسطس و1 سبتمبر 2021.'],
    ['ar', 'قال يوم الاثنين إن 31 شخصا أصيبوا، وإن الحصيلة بلغت 45 في مايو 2021.'],
    ['ar', 'امتدت الدورة بين 30-31 أيار 2022، ووصل 12 ماليا.'],
    ['ar', 'صدر الحكم الجمعة الماضي (27 آب/سبتمبر 2021).'],
    ['ar', 'يوم الأحد 15 جانفي 2023، ويوم السبت 14 جويلية 2018، والخميس 24 غشت 2023.'],
    ['he', 'הפיגוע אירע ביום שלישי, 31 באוגוסט 2021, בכאבול.'],
    ['he', 'החייל האחרון עזב ביום שלישי ה־31 באוגוסט 2021 בלילה.'],
    ['he', "הדיון נקבע ליום ג' (31.8.2021), והמשכו ב־29 בפברואר 2024."],
    ['he', 'המשחק נערך בשבת, 28 באוגוסט 2021, והעצרת בערב שבת, 27 באוגוסט 2021.'],
    ['he', 'זה היה היום השלישי, 30 באוגוסט 2021, ובו נפצעו 31 בני אדם.'],
    ['he', 'הגרסה 4.13.2021 הותקנה ב-30–31 במאי 2022.'],
    ['fr', 'L’attaque a eu lieu le mardi 31 août 2021 à Kaboul.'],
    ['fa', 'روز سه‌شنبه 31 اوت 2021'],
  ])('are let be where they are right (%s): %s', (language, text) => {
    expect(said(language, text)).toEqual([]);
  });

  it.each([
    ['ar', 'وقع الهجوم يوم الأربعاء 31 أغسطس 2021 في كابول.', 'weekday-wrong', 'الأربعاء 31 أغسطس 2021', 'Tuesday'],
    ['ar', 'وقع الهجوم الإثنين، ٣١ آب ٢٠٢١.', 'weekday-wrong', 'الإثنين، ٣١ آب ٢٠٢١', 'Tuesday'],
    [
      'ar',
      'السبت الماضي 1 كانون الثاني/يناير 2023 كان عطلة.',
      'weekday-wrong',
      'السبت الماضي 1 كانون الثاني/يناير 2023',
      'Sunday',
    ],
    ['ar', 'مساء الخميس 31 من أغسطس عام 2021.', 'weekday-wrong', 'الخميس 31 من أغسطس عام 2021', 'Tuesday'],
    ['ar', 'ينتهي العقد في 31 حزيران 2025.', 'date-impossible', '31 حزيران 2025', ''],
    ['ar', 'ينتهي العقد في ٣٠ فبراير.', 'date-impossible', '٣٠ فبراير', ''],
    ['he', 'הפיגוע אירע ביום רביעי, 31 באוגוסט 2021.', 'weekday-wrong', 'יום רביעי, 31 באוגוסט 2021', 'Tuesday'],
    ['he', "הדיון נקבע ליום ב' (31.8.2021).", 'weekday-wrong', "יום ב' (31.8.2021", 'Tuesday'],
    ['he', 'המשחק נערך בשבת, 27 באוגוסט 2021.', 'weekday-wrong', 'שבת, 27 באוגוסט 2021', 'Friday'],
    ['he', 'החוזה יסתיים ב־31 ביוני 2025.', 'date-impossible', '31 ביוני 2025', ''],
    ['he', 'החוזה יסתיים ב-31.6.2025.', 'date-impossible', '31.6.2025', ''],
    ['fr', 'L’attaque a eu lieu le lundi 31 août 2021.', 'weekday-wrong', 'lundi 31 août 2021', 'Tuesday'],
    ['fr', 'Le bail court jusqu’au 31 juin.', 'date-impossible', '31 juin', ''],
  ])('are found where they are wrong (%s): %s', (language, text, rule, excerpt, weekday) => {
    expect(said(language, text)).toEqual([[rule, excerpt, expect.stringContaining(weekday)]]);
  });
});
