/** A caption and its credit, told apart. */
export interface CaptionCredit {
  readonly caption: string;
  readonly credit: string;
}

const AGENCIES =
  'AP|AFP|EPA|Reuters|Getty|Flash ?90|Anadolu|Xinhua|Bloomberg|Wikimedia|Magnum|Alamy|Shutterstock|iStock|dpa|ANP|PTI|APP|SANA|WAFA|SIPA|NurPhoto|Zuma|UPI|TASS|Yonhap|Kyodo|GPO|IDF|NASA|CC BY|أ ف ب|فرانس برس|رويترز|أسوشيتد برس|الأناضول|د ب أ|وفا|اے ایف پی|اے پی|روئٹرز|רויטרס|איי ?פי|פלאש ?90|לע״מ';
const LABEL =
  '(?:photos?|photograph|image|picture|credits?|foto|courtesy|screenshot|screengrab|source|תצלום|צילום|תמונה|تصوير|تصویر|الصورة|المصدر|فوٹو)';
/** `(NAME / AGENCY)`: what stands in brackets at the very end. */
const BRACKETED = /^(.*\S)[\s\u00a0]*[([]([^()[\]\n]{2,120})[)\]][\s\u00a0]*\.?[\s\u00a0]*$/su;
const LABELLED_INSIDE = new RegExp(`^${LABEL}(?:\\s+credits?)?\\b|^${LABEL}[\\s:]`, 'iu');
const SLASHED = /^[\p{Lu}\p{N}\p{M} .,'’&-]{2,}[/|][\p{Lu}\p{N}\p{M} .,'’&/|-]{2,}$/u;
/** `(Omar Beg / North Wire)`: two names and a stroke. */
const NAMES = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}\s*[/|]\s*\p{Lu}[\p{L}\p{M}\p{N} .'’&-]{1,40}$/u;
const KNOWN = new RegExp(`(?:^|[\\s/|,])(?:${AGENCIES})(?:$|[\\s/|,])`, 'u');
/** `Photo: Name` or `Photo credit: Name` after the caption's last sentence. */
const LABELLED_AFTER = new RegExp(
  `^(.*[.!?…؟۔”"»)])[\\s\\u00a0]+((?:photos?|photograph|image|picture|foto|credit|צילום|תצלום|تصوير|تصویر|فوٹو)(?:\\s+credit)?\\s*(?::|\\bby\\b)\\s*\\S.{1,100})$`,
  'isu',
);

/**
 * Takes a credit off the end of a caption where its form leaves no doubt: names in capitals with a stroke, a label such as
 * `Photo:`, an agency. `isSure` asks for the first two only; under a picture the others are as good. null if there is none.
 */
export function readCredit(text: string, isSure: boolean): CaptionCredit | null {
  const bracketed = BRACKETED.exec(text);
  const [, caption, credit] = bracketed ?? [];
  if (caption !== undefined && credit !== undefined) {
    const name = credit.trim();
    const isClear = LABELLED_INSIDE.test(name) || SLASHED.test(name);
    if (isClear || (!isSure && (KNOWN.test(name) || NAMES.test(name)))) return { caption, credit: name };
  }
  const labelled = LABELLED_AFTER.exec(text);
  const [, before, after] = labelled ?? [];
  return before !== undefined && after !== undefined ? { caption: before, credit: after.trim() } : null;
}
