import { describe, expect, it, vi } from 'vitest';
import { DictionaryReader } from '../../../../electron/words/DictionaryReader.ts';
import type { Finding } from '../../../../shared/checks/finding.ts';
import { proofread } from '../../../../shared/checks/proofread.ts';
import { SPELLING_RULES } from '../../../../shared/checks/rules/spelling.ts';
import type { CheckOptions } from '../../../../shared/checks/StoryChecker.ts';
import { parseHouseStyle } from '../../../../shared/checks/style/parseHouseStyle.ts';
import { houseStyleOf } from '../../../../shared/checks/style/houseStyleOf.ts';
import { spellingLanguageOfWord } from '../../../../shared/spelling/spellingLanguages.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { paragraph, pullQuote } from '../pullQuote/storyOf.ts';
import { copyStory } from './copyStory.ts';

// Dictionaries are read on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** The real dictionaries, read once. */
const reader = new DictionaryReader();

async function findings(story: Story, options: CheckOptions = {}): Promise<Finding[]> {
  const report = await proofread(story, [], { rules: SPELLING_RULES, ...options }, reader);
  return report.findings.filter(({ ruleId }) => ruleId === 'spelling');
}

async function misspelt(text: string, language: string, options?: CheckOptions): Promise<string[]> {
  // Furniture in another language than the paragraph would be read in the wrong one.
  const fields = { language, headline: '', deck: '' };
  return (await findings(copyStory([text], fields), options)).map(({ excerpt }) => excerpt);
}

describe('spelling', () => {
  it.each([
    [
      'en',
      'The minister will recieve the comittee today, untill the intergrated occurence.',
      ['recieve', 'comittee', 'untill', 'intergrated', 'occurence'],
    ],
    ['en-US', 'A definate improvement in the harbor.', ['definate']],
    ['en-GB', 'The goverment of the harbour.', ['goverment']],
    ['en-AU', 'The councilors were embarassed.', ['embarassed']],
    ['en-CA', 'Their cheque was accomodated.', ['accomodated']],
    ['fr', 'Le gouvernment a signé l’accord hier, dit l’opposittion.', ['gouvernment', 'l’opposittion']],
    ['he', 'הממשלה החליטה אתמול על תקצציב חדש.', ['תקצציב']],
    ['fa', 'وزیر گفت که مدرسهه‌ها باز می‌شوند و گزاررش تازه منتشر شد.', ['مدرسهه', 'گزاررش']],
    ['ar', 'وأعلنت الحكووومة أمس عن ميزانية جديدة للمداارس.', ['الحكووومة', 'للمداارس']],
  ])('in %s finds what no dictionary has', async (language, text, words) => {
    expect(await misspelt(text, language)).toEqual(words);
  });

  it.each([
    ['en', 'Readers’ letters, the minister’s car and “don’t” are right; so are e-mail, re-elected and well-known.'],
    ['en', 'He organised the defense; she organized the defence.'],
    ['en', 'A Karachi-based analyst, al-Qaida, Abd ul-Haq and Jalalabad’s bazaar; counterterrorism and cyberattacks.'],
    ['en', 'NGOs, MPs, iPhone, 24hrs, 3rd, the 1990s, v2.0, IS-KP and TTP.'],
    ['en', 'Write to desk@exampel.org, see https://exampel.org/teh or exampel.org, @exampelhandle and #exampeltag.'],
    ['en', 'He wrote: “I recieved [sic] nothing.”'],
    ['en', `A cat walked over the keyboard: ${'a'.repeat(50_000)}.`],
    ['en', 'They said خشبة and שלוום and москва and fiancée.'],
    ['en', 'Qalandar Khel spoke to Gulbaddin of the Hezb-e-Islami in Spin Boldak.'],
    [
      'fr',
      'Aujourd’hui, l’ancien ministre n’a pas dit qu’elle s’était trompée : c’est-à-dire qu’il y a peut-être un accord.',
    ],
    ['fr', 'Jusqu’à présent, presqu’île et grand-mère, l’Iran d’hier et les États-Unis.'],
    ['he', 'יו״ר האגודה, סמי באבא, אמר כי שישים סירות יצאו עם אור ראשון ושבבתי הספר ובכפרים לא ידעו.'],
    ['he', 'שָׁלוֹם לכולם'],
    ['ar', 'وصل حقنجاني إلى المدينة، وقال حقنجاني إنها بخير، ثم غادر مع وحقنجاني.'],
    ['ar', 'قَالَ الرَّئِيسُ إنَّ السَّلامَ مُمكِنٌ، وبالعــربية أيضاً.'],
    ['ar', 'He said كلمة و the harbur.'],
    ['he', 'ג׳רבוחני הגיע לעיר, ואחר כך ג׳רבוחני עזב.'],
    ['ur', 'صدر نے کتاااب'],
    [
      'fa',
      'باشندگان می‌گویند که «سال‌هاست چشم‌به‌راهیم»، و یک‌سوم راه‌ها، به گفته‌ی او، در گفت‌وگویی تلفنی، بسته است.',
    ],
    ['fa', 'او كتاب‌هاي درسي را مي‌خواند و حقنجانک به حقنجانک گفت که خانه‌ٔ ما همین‌جاست.'],
    ['de', 'Die Regierungg'],
    ['tlh', 'nuqneH qapla'],
  ])('in %s leaves what is right alone, and what it cannot know: %.80s', async (language, text) => {
    expect(await misspelt(text, language)).toEqual([]);
  });

  const ARABIC = 'وأعلنت الحكوومة أمس عن ميزانية جديدة للمدارس في البلاد كلها.';
  const ENGLISH = 'We have asked the comittee to look at all of the 12 new cases that were sent to us by the ministry.';
  const HEBREW = 'הממשלה החליטה אתמול על תקצציב חדש לבתי הספר במדינה.';

  it.each([
    ['en', `The statement read: “${ARABIC}” She nodded.`, ['الحكوومة']],
    ['de', ARABIC, ['الحكوومة']],
    ['en', 'He wrote: “رئیس جمهور گفت که وزیر خارجهه فردا به تهران می‌رود” and left.', ['خارجهه']],
    ['fr', `Il a écrit : « ${HEBREW} »`, ['תקצציב']],
    ['ar', `وقال: ${HEBREW}`, ['תקצציב']],
    ['ar', `وقال البيان: "${ENGLISH}" ثم غادر.`, ['comittee']],
    ['he', `בהודעה נכתב: "${ENGLISH}" והוא עזב.`, ['comittee']],
    ['ur', `انہوں نے کہا: ”${ENGLISH}“`, ['comittee']],
    ['ar', ENGLISH, ['comittee']],
  ])('in %s reads a passage in another script with that one’s dictionary', async (language, text, words) => {
    expect(await misspelt(text, language)).toEqual(words);
  });

  it.each([
    ['a name or a term', 'en', 'They said خشبة and שלוום, and “تحريرر الشامم” twice.'],
    ['Urdu', 'en', 'He wrote: “صدر نے کہا کہ وزیر اعظم کل پارلیمان سے خطاب کریں گے” and left.'],
    ['Pashto', 'en', 'He wrote: “د افغانستان ولسمشر نن په کابل کې له وزیرانو سره وکتل” and left.'],
    [
      'Persian without letters of its own',
      'en',
      'He wrote: “او در خانه ماند و دوستان او را دیدند و شادمان شدند” and left.',
    ],
    ['Yiddish', 'en', 'He wrote: “דער מענטש איז געקומען אהיים און האט געזאגט גוט מארגן” and left.'],
    ['an Urdu story', 'ur', 'صدر نے کہا'],
    [
      'English names, brands, addresses and letters',
      'ar',
      'أعلنت شركة adidas وشبكة eBay مع Google Cloud Platform عبر https://exampel.org/teh_storey وبريد desk@exampel.org و@exampelhandle عن تطبيق iPhonne وعن NATO وEU وUNRWAA، وعن كتاب The Lord of the Ringgs ومقال في exampel.com.',
    ],
    [
      'a long English title with few small words',
      'he',
      'הספר "Handbok middel easterrn politiks kultur societi ekonomi histori languaj" יצא לאור.',
    ],
    ['a short English phrase', 'ar', 'وقال إنها "a mater of the utmost urgencee" بالنسبة إليه.'],
    ['French', 'ar', 'وقال: "Nous sommes trop contents de cette decission et nous allons continuer avec vous" وغادر.'],
    [
      'an English passage full of names',
      'ar',
      'قال: "we met with abu jandal and the katiba of the liwa al tawheed fil rif shamali near to kafr zita" أمس.',
    ],
    ['French', 'en', 'She said, “Nous sommes très contents de cette décision et nous allons continuer,” and left.'],
    ['Spanish', 'en', 'They chanted “el pueblo unido jamás será vencido por los ricos” until the police came.'],
    ['German', 'en-GB', 'The banner read “wir sind das Volk und nicht der Pöbel, liebe Nachbarn” in red.'],
    ['romanised Urdu', 'en-PK', 'He laughed: “Yeh hamara mulk hai aur hum se poocha nahi gaya.”'],
    [
      'English',
      'fr',
      'Le ministre a répondu : « We are not going to change the rules of the game », puis il est parti.',
    ],
    ['a list of names', 'en', 'They are حقنجاني وبرغوثان وشلهوبان وقرنفولي وزعترجي وطنبوري وسمسمجي.'],
  ])('lets %s be in a story in %s', async (_name, language, text) => {
    expect(await misspelt(text, language)).toEqual([]);
  });

  it.each([
    ['comittee', 'ar', 'en-US'],
    ['comittee', 'ur', 'en-US'],
    ['comittee', 'en-GB', 'en-GB'],
    ['comittee', 'de', null],
    ['الحكوومة', 'ur', 'ar'],
  ])('suggests for %s in a story in %s in %s', (word, tag, language) => {
    expect(spellingLanguageOfWord(word, tag)).toBe(language);
  });

  it('reads a block in its own language', async () => {
    const french = { ...paragraph('f', 'Le gouvernement a signé hier la loi attendue.'), language: 'fr' };
    const story = copyStory(['The government signed.', french]);
    expect(await findings(story)).toEqual([]);
    expect(
      (await findings(copyStory(['The government signed.', { ...french, language: 'en' }]))).length,
    ).toBeGreaterThan(2);
  });

  it('lets the words of the writer, the house and its style be', async () => {
    const text = 'The grobnik met the flimmer and the kwendel.';
    expect(await misspelt(text, 'en')).toEqual(['grobnik', 'flimmer', 'kwendel']);
    const style = houseStyleOf(parseHouseStyle('words: [kwendel]'));
    expect(await misspelt(text, 'en', { style, ownWords: ['Grobnik', 'flimmer'] })).toEqual([]);
  });

  it('is a warning a house may turn off', async () => {
    expect((await findings(copyStory(['We recieve.']))).map(({ level, fix }) => [level, fix])).toEqual([
      ['warn', null],
    ]);
    const style = houseStyleOf(parseHouseStyle('rules: { spelling: off }'));
    expect(await misspelt('We recieve.', 'en', { style })).toEqual([]);
  });

  it('is silent where another rule says more', async () => {
    const { findings: all } = await proofread(copyStory(['The men recieve no fuel.']), [], {}, reader);
    expect(all.map(({ ruleId, excerpt, fix }) => [ruleId, excerpt, fix])).toEqual([
      ['house-style', 'recieve', { replacement: 'receive' }],
    ]);
  });

  it('does not say of a pull-quote what it says of its source', async () => {
    const words = 'The boats recieve no fuel and nobody asks.';
    const story = copyStory([paragraph('p', words), pullQuote(words)]);
    expect((await findings(story)).map(({ place }) => place.in === 'block' && place.blockId)).toEqual(['p']);
  });

  it('suggests what was meant, in the English of the story', async () => {
    expect(await reader.suggest('en-US', 'recieve')).toContain('receive');
    expect(await reader.suggest('en-US', 'colorr')).toContain('color');
    expect(await reader.suggest('en-GB', 'colourr')).toContain('colour');
    expect(await reader.suggest('fr', 'gouvernment')).toContain('gouvernement');
    expect(await reader.suggest('ar', 'الحكومه')).toContain('الحكومة');
    expect((await reader.suggest('he', 'תקצציב')).length).toBeGreaterThan(0);
  });
});
