/** Languages written from right to left in the script newsrooms use for them. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'ar arc ary arz azb bal ckb dv fa glk he ks lrc mzn pnb prs ps sd skr syr ug ur yi'.split(' '),
);
const SCRIPTS: ReadonlySet<string> = new Set(['arab', 'aran', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg']);

/** The way a page in this language runs: by its script if the BCP 47 tag names one (`pa-Arab`), else by the language. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script) return SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
