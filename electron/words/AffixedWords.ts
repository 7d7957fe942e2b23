/** One way to lengthen a word: `strip` goes, `add` comes, where the word is one that `fits`. */
interface Affix {
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  readonly fits: RegExp;
  /** Whether a word may have it together with one at its other end. */
  readonly crosses: boolean;
}

/** What a dictionary may say of itself and still be understood here; REP, TRY and the like are for suggestions. */
const UNDERSTOOD =
  /^(?:SET|TRY|KEY|REP|ICONV|NOSUGGEST|WORDCHARS|COMPOUNDMIN|COMPOUNDRULE|ONLYINCOMPOUND|PFX|SFX|#.*)$/u;
const CONDITION = /^(?:\.|[A-Za-z]|\[\^?[A-Za-z]+\])+$/u;
/** Words in small letters; compounds of them, and of numbers. Compound rules make words that begin with a digit only. */
const PART = "(?:[a-z]+(?:'[a-z]+)*|\\d+)";
const ANSWERED = new RegExp(`^${PART}(?:-${PART}){0,3}$`, 'u');

/**
 * The words of a dictionary of Hunspell's form (`.aff`, `.dic`) that lengthens words by prefixes and suffixes and does nothing else, as the
 * English ones do. It says what Hunspell says of words in small letters, and is there in a tenth of the time.
 */
export class AffixedWords {
  readonly #flags = new Map<string, string>();
  readonly #prefixes: Affix[] = [];
  /** By the last letter of what they add. */
  readonly #suffixes = new Map<string, Affix[]>();

  /** null for a dictionary that needs more than is understood here. */
  static read(aff: string, dic: string): AffixedWords | null {
    const words = new AffixedWords();
    return words.#readAffixes(aff) && words.#readWords(dic, /^ONLYINCOMPOUND\s+(\S)/mu.exec(aff)?.[1]) ? words : null;
  }

  /** Whether the dictionary has the word; null for a word that only Hunspell can judge. */
  has(word: string): boolean | null {
    if (!ANSWERED.test(word)) return null;
    // No entry has a hyphen in it: what hyphens join has to be right part by part.
    return word.split('-').every((part) => /^\d/u.test(part) || this.#hasPart(part));
  }

  #hasPart(word: string): boolean {
    return this.#flags.has(word) || this.#isSuffixed(word, null) || this.#isPrefixed(word);
  }

  #isPrefixed(word: string): boolean {
    return this.#prefixes.some(({ flag, strip, add, fits, crosses }) => {
      if (word.length <= add.length || !word.startsWith(add)) return false;
      const stem = strip + word.slice(add.length);
      if (!fits.test(stem)) return false;
      return this.#flags.get(stem)?.includes(flag) || (crosses && this.#isSuffixed(stem, flag));
    });
  }

  /** Whether a word of the dictionary becomes this one by a suffix; with `prefix`, one that may have that as well. */
  #isSuffixed(word: string, prefix: string | null): boolean {
    const suffixes = this.#suffixes.get(word.at(-1) ?? '') ?? [];
    return suffixes.some(({ flag, strip, add, fits, crosses }) => {
      if (word.length <= add.length || !word.endsWith(add) || (prefix !== null && !crosses)) return false;
      const stem = word.slice(0, -add.length) + strip;
      const flags = this.#flags.get(stem);
      return flags?.includes(flag) === true && (prefix === null || flags.includes(prefix)) && fits.test(stem);
    });
  }

  #readAffixes(aff: string): boolean {
    const crossing = new Set<string>();
    for (const line of aff.split('\n')) {
      const [what = '', flag = '', strip = '', added = '', condition] = line.trim().split(/\s+/u);
      if (what === '') continue;
      if (!UNDERSTOOD.test(what)) return false;
      if (what !== 'PFX' && what !== 'SFX') continue;
      if (condition === undefined) {
        // The line above a group: `SFX D Y 4`.
        if (strip === 'Y') crossing.add(what + flag);
        continue;
      }
      if (!CONDITION.test(condition) || added === '0' || added.includes('/')) return false;
      const end = what === 'PFX' ? `^${condition}` : `${condition}$`;
      const affix: Affix = {
        ...{ flag, strip: strip === '0' ? '' : strip, add: added },
        ...{ fits: new RegExp(end, 'u'), crosses: crossing.has(what + flag) },
      };
      if (what === 'PFX') this.#prefixes.push(affix);
      else {
        const last = added.at(-1) ?? '';
        this.#suffixes.set(last, [...(this.#suffixes.get(last) ?? []), affix]);
      }
    }
    return true;
  }

  /** Words that stand only inside compounds are left out, and there may be no hyphens, for which there are rules of their own. */
  #readWords(dic: string, onlyInside: string | undefined): boolean {
    if (/[\t\\-]/u.test(dic)) return false;
    let from = dic.indexOf('\n') + 1;
    while (from < dic.length) {
      const next = dic.indexOf('\n', from);
      const end = next < 0 ? dic.length : next;
      const line = dic.slice(from, end);
      const slash = line.indexOf('/');
      const word = slash < 0 ? line : line.slice(0, slash);
      const flags = slash < 0 ? '' : line.slice(slash + 1);
      // Of two entries that are spelt alike each has its own affixes.
      if (this.#flags.has(word)) return false;
      if (onlyInside === undefined || !flags.includes(onlyInside)) this.#flags.set(word, flags);
      from = end + 1;
    }
    return true;
  }
}
