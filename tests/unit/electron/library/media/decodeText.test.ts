import { describe, expect, it } from 'vitest';
import { decodeText, guessCharset, type Charset } from '../../../../../electron/library/media/embedded/decodeText.ts';

/** Every character of a charset by its byte, so that text can be written in it. */
function encode(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return Buffer.from(text);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decodeText(Uint8Array.of(byte), charset), byte]));
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${charset}`);
    return byte;
  });
}

/** Captions of our own, as desks in many places would write them. */
const CAPTIONS = [
  'A café in Montréal',
  'Le maire d’Évreux à l’hôtel de ville – « déçu », dit-il.',
  '“We don’t know,” she said — ‘not yet’…',
  "L'État, c'est moi : à Orléans, où l'été fut sec",
  'Über die Brücke fährt ein Zug, sagt Jörg Weiß',
  'ÜBER DIE BRÜCKE',
  'El niño y la señora esperan en Málaga. ¿Qué dirán?',
  'São Paulo: a população não é ouvida',
  'Ægir í Reykjavík',
  'Blåbær på øya i Tromsø',
  'Åsa går på gården',
  'È la città più bella, però è là',
  '© Agence Méridien',
  'Photo: Zoë Lefèvre/Getty',
  'François Müller',
  'Renée',
  'O’Brien’s pub – Dublin',
  'Temperature hits 45°',
  'École Française',
  'À Paris',
  'the “Big” one',
  'Beyoncé’s tour',
  'N° 5',
  'Straßenfest in Gießen',
  '¡Viva! ¿Quién?',
  'Señor Nuñez, 2010–12, £5 and 3 €',
  'Prix\u00a0: 5 à 6 euros',
  'El 1º de mayo',
  'Nguyên – «Ça va»',
  'PARIS — UN ÉTÉ TRÈS SEC',
  'Ålesund ligger ved sjøen',
];

describe.each(['utf-8', 'windows-1252', 'macintosh'] as const)('guessCharset, for text in %s', (charset) => {
  it.each(CAPTIONS)('reads it as it was written: %s', (caption) => {
    const bytes = encode(caption, charset);
    expect(decodeText(bytes, guessCharset(bytes))).toBe(caption);
  });
});
