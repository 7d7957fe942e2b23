import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../../shared/import/guessLanguage.ts';

describe('the language of a text', () => {
  // Sentences of our own, each about the same river.
  it.each([
    ['en', 'The river took the bridge, and the traders of the town said that nobody was to blame for it.'],
    ['ar', 'أخذ النهر الجسر، وقال تجار المدينة إن أحدا لا يلام على ذلك، وإن عبدالله گ سيعود.'],
    ['ur', 'دریا پل بہا لے گیا، اور شہر کے تاجروں نے کہا کہ اس کا کوئی ذمہ دار نہیں۔'],
    ['fa', 'رودخانه پل را برد و بازرگانان شهر گفتند که کسی مقصر نیست.'],
    ['ps', 'سیند پله یوړه او د ښار سوداګرو وویل چې څوک پړ نه دی، نو ټول به بیا راځي.'],
    ['he', 'הנהר לקח את הגשר, וסוחרי העיר אמרו שאיש אינו אשם בכך.'],
    ['ru', 'Река унесла мост, и торговцы города сказали, что никто в этом не виноват.'],
    ['uk', 'Річка знесла міст, і торговці міста сказали, що ніхто в цьому не винен, її не спинити.'],
    [
      'fr',
      'La rivière a emporté le pont, et les marchands de la ville disent que personne n’est à blâmer pour une telle crue dans les mois qui viennent.',
    ],
    ['de', 'Der Fluss hat die Brücke mitgenommen, und die Händler der Stadt sagen, dass niemand schuld ist.'],
    [
      'es',
      'El río se llevó el puente, y los comerciantes de la ciudad dicen que nadie tiene la culpa por una crecida como esa.',
    ],
    [
      'tr',
      'Nehir köprüyü aldı ve şehrin tüccarları bunun için kimsenin suçlu olmadığını, daha çok bir kader olduğunu söyledi.',
    ],
    ['ja', '川が橋を流し、町の商人たちは誰も悪くないと言った。'],
    ['zh', '河水冲走了桥，城里的商人说没有人该受责备。'],
    ['en', ''],
    ['en', 'Islamabad 2026'],
  ])('is %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
