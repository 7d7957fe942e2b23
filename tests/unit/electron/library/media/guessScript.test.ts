import { describe, expect, it } from 'vitest';
import { decodeText, guessCharset, type Charset } from '../../../../../electron/library/media/embedded/decodeText.ts';

/** Writes text in a charset of one byte a character, by turning its decoder round. */
function encode(text: string, charset: Charset): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decodeText(Uint8Array.of(byte), charset), byte);
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}

describe('text that does not say its charset', () => {
  it.each<[Charset, string]>([
    ['windows-1256', 'صيادون يصلحون شباكهم في ميناء صيدا، يوم الأحد 3 مايو (AP Photo/Hana)'],
    ['windows-1256', 'أطفال يلعبون في مخيم'],
    ['iso-8859-6', 'وكالة الساحل للأنباء'],
    ['windows-1255', 'סירות דיג בנמל יפו עם שחר.'],
    ['windows-1255', 'נועה ברק'],
    ['windows-1251', 'Рыбаки чинят сети в порту Одессы, воскресенье'],
    ['koi8-r', 'Иван Петров'],
    ['windows-1253', 'Ψαράδες στο λιμάνι του Πειραιά'],
    ['windows-1252', 'Le maire d’Évreux à l’hôtel de ville, déçu'],
    ['windows-1252', 'À Évreux, où ça? Là'],
    ['windows-1252', 'Jörg Weiß'],
    ['macintosh', 'Évreux déçu, là où ça été'],
  ])('is read in %s: %s', (charset, text) => {
    const bytes = encode(text, charset);
    expect(decodeText(bytes, guessCharset(bytes))).toBe(text);
  });
});
