import type { CopyText } from '../CopyText.ts';
import { storyRule, textRule, type Rule, type Spot } from '../rule.ts';

/** Doubled on purpose, or by grammar. */
const MAY_DOUBLE = new Set([
  'had',
  'that',
  'very',
  'no',
  'ha',
  'bye',
  'knock',
  'so',
  'long',
  'far',
  'many',
  'is',
  'do',
  'well',
  'now',
  'there',
]);
/**
 * Words that no sentence of their language doubles: in other languages than English many others are doubled by grammar (nous nous,
 * شيئا شيئا), and names are (محمد محمد).
 */
const NEVER_DOUBLED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:le|la|les|du|des|un|une|et|à|au|aux|dans|sur|pour|par|avec|que|qui|sont|ont|dont|ou|ce|cette|ces|son|sa|ses|leur|leurs|sans|mais|comme|plus|être|avoir|était)$/u,
  ar: /^(?:في|على|إلى|عن|أو|ثم|التي|الذي|الذين|مع|هذا|هذه|ذلك|تلك|كان|كانت|قد|قبل|بين|خلال|عند|منذ|لكن|غير|نحو|حول|ضد|وفي|وعلى|وقال|قال|قالت|وأضاف|ال(?!سيد$|له$|سيدة$)\p{L}{4,})$/u,
  he: /^(?:של|את|על|עם|אל|הוא|היא|הם|אבל|כדי|בין|אשר|כאשר|לפי|אמר|אמרה|היה|היתה|גם|אחרי|לפני|בעת)$/u,
  fa: /^(?:از|در|به|که|با|را|برای|این|است|بود|شد|کرد|گفت|هم|اما|یا|تا)$/u,
};
const CAMEL = /(?<![\p{L}\p{N}\p{M}@#/._-])\p{L}*\p{Ll}\p{Lu}\p{L}*/gu;
/** Scottish, Irish, Italian, French, Dutch and Arabic names, and products that are spelt so. */
const CAMEL_NAME =
  /^(?:Mc|Mac|O|D|De|Di|Da|Del|Della|La|Le|Lo|Du|Des|Van|Von|Fitz|St|Al|El|Abu|Ben|Bin)\p{Lu}|^[ie]\p{Lu}|^(?:YouTube|WhatsApp|TikTok|LinkedIn|PayPal|OpenAI|DeepMind|SpaceX|FedEx|PowerPoint|JavaScript|TypeScript|GitHub|WordPress|HuffPost|BuzzFeed|ProPublica|BioNTech|AstraZeneca|GlaxoSmithKline|ExxonMobil|ConocoPhillips|MasterCard|HarperCollins|PetroChina|DreamWorks|SkyNews|FaceTime|AirBnB|BlackRock|WeChat|WeWork|PhD|EdTech|FinTech|BitTorrent|QAnon|CrowdStrike|DoorDash|SoftBank|StarLink|NextEra|MiG|LoC|AoC|WikiLeaks|GoFundMe|McDonald)/u;
const SENTENCES_JOINED = /(?<=\p{Ll}{2})([.!?])(?=\p{Lu}\p{Ll}+[\s,.])/gu;
const WEB = /(?:https?:|www\.|@)\S*$|\.(?:com|org|net|co|io|gov|edu)$/iu;
const FUSED_SMALL: Readonly<Record<string, string>> = {
  ofthe: 'of the',
  inthe: 'in the',
  tothe: 'to the',
  onthe: 'on the',
  andthe: 'and the',
  forthe: 'for the',
  bythe: 'by the',
  fromthe: 'from the',
  withthe: 'with the',
  thatthe: 'that the',
  itis: 'it is',
  tobe: 'to be',
};

interface Camel {
  readonly start: number;
  readonly word: string;
}

interface Doubled {
  readonly start: number;
  readonly end: number;
  /** As it is written first. */
  readonly word: string;
}

/** Words of nothing but letters that come twice in a row on one line; of three alike the first two. */
function doubledWords({ words, text }: CopyText): Doubled[] {
  const found: Doubled[] = [];
  for (const [at, { text: again, start, end }] of words.entries()) {
    const first = words[at - 1];
    if (!first || first.text.length !== again.length || first.start < (found.at(-1)?.end ?? 0)) continue;
    const between = text.slice(first.end, start);
    const isTwice = first.text.toLowerCase() === again.toLowerCase() && /^[^\S\n]+$/u.test(between);
    const isJoined = /['’-]/u.test(text.charAt(first.start - 1) + text.charAt(end));
    if (isTwice && !isJoined && /^\p{L}+$/u.test(again)) found.push({ start: first.start, end, word: first.text });
  }
  return found;
}

/** Words run together, words said twice. */
export const WORD_RULES: readonly Rule[] = [
  textRule({
    id: 'word-repeated',
    level: 'warn',
    title: 'Word printed twice',
    why: 'A word twice in a row is almost always left over from an edit.',
    look: (copy): Spot[] => {
      const doubled = NEVER_DOUBLED[copy.language.slice(0, 2).toLowerCase()];
      if (!copy.isEnglish && !doubled) return [];
      return doubledWords(copy).flatMap(({ start, end, word }) => {
        if (doubled && !doubled.test(word)) return [];
        // Names double: Duran Duran, Boutros Boutros-Ghali. Sentences do not begin with a doubled name's small letter.
        const isName = start > 0 && word !== word.toLowerCase();
        if (MAY_DOUBLE.has(word.toLowerCase()) || isName) return [];
        return [{ start, end, message: `“${word}” is printed twice.`, replacement: word }];
      });
    },
  }),
  storyRule<Camel>({
    id: 'words-fused',
    level: 'warn',
    title: 'Words run together',
    why: 'A capital inside a word mostly means that a space was lost.',
    gather: (copy, { style }) => {
      if (copy.script !== 'latin' || copy.kind === 'credit') return [];
      return Array.from(copy.text.matchAll(CAMEL), (match) => ({ start: match.index, word: match[0] })).filter(
        // Three capitals and more make a name or a tag, not a slip: two words meet by accident, not three.
        ({ word }) =>
          !CAMEL_NAME.test(word) &&
          !/^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+){2,}$/u.test(word) &&
          !style.words.has(word) &&
          /\p{Ll}{2}\p{Lu}\p{Ll}/u.test(word),
      );
    },
    judge: (sightings, { texts }) => {
      const uses = new Map<string, number>();
      for (const { copy, fact } of sightings) {
        if (copy.kind !== 'pullQuote') uses.set(fact.word, (uses.get(fact.word) ?? 0) + 1);
      }
      const known = sightings.length > 0 ? new Set(texts.flatMap((copy) => copy.words.map((word) => word.text))) : null;
      return sightings.flatMap(({ copy, fact: { start, word } }) => {
        const cut = word.search(/(?<=\p{Ll})\p{Lu}/u);
        const [left, right] = [word.slice(0, cut), word.slice(cut)];
        const isEvident = Boolean(known?.has(left) || known?.has(right));
        // Printed so again and again, it is how the thing is called.
        if (!isEvident && (uses.get(word) ?? 0) > 1) return [];
        const message = `“${word}” looks like two words, “${left} ${right}”.`;
        const end = start + word.length;
        return [{ copy, start, end, message, replacement: isEvident ? `${left} ${right}` : undefined }];
      });
    },
  }),
  textRule({
    id: 'space-missing',
    level: 'warn',
    title: 'Space missing',
    why: 'Sentences and small words that run together lost their space in pasting.',
    look: (copy): Spot[] => {
      if (!copy.isEnglish) return [];
      const joined = Array.from(copy.text.matchAll(SENTENCES_JOINED))
        .filter((match) => !WEB.test(copy.text.slice(0, match.index)))
        .map((match) => ({
          ...{ start: match.index, end: match.index + 1 },
          message: 'A space is missing between two sentences.',
          replacement: `${match[0]} `,
        }));
      const small = copy.words.flatMap(({ text, start, end }) => {
        const replacement = FUSED_SMALL[text];
        return replacement ? [{ start, end, message: `“${text}” is two words.`, replacement }] : [];
      });
      return [...joined, ...small];
    },
  }),
];
