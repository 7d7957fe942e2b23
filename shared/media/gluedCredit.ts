/** A caption and the credit that was glued to its end. The words of caption, label and credit are those of the text. */
export interface GluedCredit {
  /** Without the credit and without the brackets around it. */
  readonly caption: string;
  /** How much of the text the caption takes; behind it stands the credit with all that joined the two. */
  readonly end: number;
  /** What only says that a credit follows, such as `Photo by` or `צילום:`; empty if nothing does. */
  readonly label: string;
  /** As it belongs into the credit field, as it was written. */
  readonly credit: string;
  /** Who took the picture; empty where only an agency is named. */
  readonly creator: string;
  /** For whom, or through whom; empty where only a person is named. */
  readonly agency: string;
}

const AGENCY =
  'AP|AFP|EPA(?:-EFE)?|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Flash ?90|Anadolu(?: Agency| Ajansı)?|Xinhua|Bloomberg|Wikimedia(?: Commons)?|Magnum(?: Photos)?|Alamy|Shutterstock|iStock|dpa|DPA|ANP|PTI|APP|SANA|WAFA|SIPA|Sipa(?: USA)?|NurPhoto|ZUMA(?: Press)?|Zuma(?: Press)?|UPI|TASS|Yonhap|Kyodo|PA Media|PA|GPO|IDF|NASA|CC BY(?:-SA)?|أ\\.? ?ف\\.? ?ب|فرانس برس|رويترز|أسوشيتد ?برس|الأناضول|د\\.? ?ب\\.? ?أ|وفا|اے ایف پی|اے پی|روئٹرز|גטי(?: אימג[\'׳’]ס)?|רויטרס|איי ?פי|פלאש ?90|לע[״"]מ|דובר צה[״"]ל';
/** One name of one who distributes pictures, with what agencies put behind it. */
const KNOWN = new RegExp(`^(?:${AGENCY})(?: (?:Photos?|Pool|POOL|pool|File|file|Images))?$`, 'u');
/** The last word of what calls itself a publisher or an archive. */
const HOUSE =
  /(?:^|\s)(?:Times|Post|Press|Tribune|Herald|Guardian|News|Wire|Agency|Agence|Agencia|Images?|Pictures|Photos|Photography|Media|Magazine|Journal|Telegraph|Gazette|Courier|Archives?|Library|Foundation|Television|TV|Network|TIMES|POST|PRESS|TRIBUNE|HERALD|NEWS|WIRE|AGENCY|IMAGES|PICTURES|PHOTOS|MEDIA|MAGAZINE|JOURNAL|ARCHIVES?)$/u;

/** Says that a credit follows and nothing else. */
const LABEL =
  /^(?:(?:photo(?:graph(?:s|y)?|s)?|picture|image|foto|handout)(?:\s+credits?)?(?:\s*:|\s+by(?:\s*:|(?=\s))|\s*\/(?=\s))|credits?\s*:|(?:(?:مصدر|حقوق)\s+الصور[ةه]|صور[ةه]|الصور[ةه]|تصوير|عدسة|بعدسة|(?:تصویر|عکس|فوٹو)(?:\s+(?:کا\s+)?(?:کریڈٹ|بشکریہ))?|کریڈٹ)\s*[:：]|(?:קרדיט(?:\s+צילום)?|צילום|תצלום|צילומים|תמונה)\s*[:：]|(?:تصوير|عدسة|بعدسة|קרדיט|צילום)\s*(?:\/|[-–]\s))\s*/iu;
/** Says what right it is, and stays with the credit. */
const RIGHT =
  /^(?:(?:photo(?:graph)?|picture|image)\s+)?courtesy(?:\s+of)?(?=\s)|^(?:©|\(c\)|copyright\b)(?:\s*\d{4}\b)?\s*|^(?:screenshot|screengrab|video still|source|المصدر|באדיבות)\s*:?\s+/iu;
/** A right alone between brackets. */
const BARE_RIGHT = /^(?:courtesy|screenshot|screengrab|handout|באדיבות)$/iu;

/** Whether a sentence can end here: the words behind are then not part of it. */
const SENTENCE_END = /(?:[.!?…؟۔][”"’»)\]]*|[”"»])$/u;
const JOINT = /\s[-–—|]$|\n$/u;

const SPACE = /[\s\u00a0\u200e\u200f]+/u;
const LATIN_NAME = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|[a-z]{1,3}|al-\p{L}+|d['’]\p{L}+|[\p{Lu}\p{N}]+)$/u;
const WITH_CASE = /\p{Lu}|\p{Ll}/u;
const OTHER_NAME = /^[\p{Lo}\p{M}\p{Lm}.'’״׳"-]+$/u;

/** Words that can be somebody's name: capitals where the script has them, few in any case. */
function isName(text: string, most = 6): boolean {
  const words = text.trim().split(SPACE);
  const [first = ''] = words;
  if (words.length > most || text.trim() === '' || !/\p{L}{2}/u.test(text)) return false;
  if (!WITH_CASE.test(text)) return words.every((word) => OTHER_NAME.test(word));
  return (
    /^\p{Lu}/u.test(first) && words.every((word) => LATIN_NAME.test(word)) && !/^(?:I|The|A|An|It|He|She)$/.test(first)
  );
}

function isKnown(text: string): boolean {
  return KNOWN.test(text.trim());
}

function isHouse(text: string): boolean {
  const name = text.trim();
  return isKnown(name) || (HOUSE.test(name) && name.length <= 60 && !/[.!?]\s/u.test(name));
}

interface Named {
  readonly creator: string;
  readonly agency: string;
  /** How plain it is: an agency that is known, capitals around a stroke, or only what may be names. */
  readonly kind: 'known' | 'capitals' | 'names';
}

const STROKE_INSIDE = /[/|]/u;
const STROKE = /\s*[/|]\s*/u;

/** Tells who took a picture from whom it is by; null for words that are no credit by themselves. */
function readNames(body: string): Named | null {
  const text = body.trim();
  if (isKnown(text)) return { creator: '', agency: text, kind: 'known' };
  const parts = text.split(STROKE);
  const [first = '', ...others] = parts;
  const rest = text.slice(first.length).replace(/^\s*[/|]\s*/u, '');
  const isAllCapitals = !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  if (others.length > 0 && others.length <= 3) {
    const hasKnown = parts.some(isViaKnown);
    // `AP Photo/Name, File`: whom it is for comes first.
    const person = rest.replace(/\s*,\s*(?:file|pool)$/iu, '');
    if (isKnown(first) && /^(?:file|pool|handout)$/iu.test(rest)) return { creator: '', agency: text, kind: 'known' };
    if (isKnown(first) && isName(person) && !isKnown(person)) return { creator: person, agency: first, kind: 'known' };
    if (hasKnown && (isName(first) || isKnown(first)))
      return isKnown(first)
        ? { creator: '', agency: text, kind: 'known' }
        : { creator: first, agency: rest, kind: 'known' };
    // One word on either side is as often a pair of things: `AC/DC`, `SDF/HTS`.
    if (!isName(first) || first.split(SPACE).length < 2 || !isHouseName(rest)) return null;
    return { creator: first, agency: rest, kind: isAllCapitals ? 'capitals' : 'names' };
  }
  const via = /^(.*?)(?:\s+|,\s*)((?:via|for)\s.+)$/u.exec(text);
  if (
    via?.[1] !== undefined &&
    via[2] !== undefined &&
    isHouse(via[2].replace(/^(?:via|for)\s+(?:the\s+|The\s+)?/u, ''))
  ) {
    if (isKnown(via[1])) return { creator: '', agency: text, kind: 'known' };
    return isName(via[1]) ? { creator: via[1], agency: via[2], kind: 'known' } : null;
  }
  const comma = /^(.*?)\s*[,،]\s*([^,،]+)$/u.exec(text);
  if (comma?.[1] !== undefined && comma[2] !== undefined && isKnown(comma[2]) && isName(comma[1]))
    return { creator: comma[1], agency: comma[2], kind: 'known' };
  return null;
}

/** An agency, or one that came through another: `AFP via Getty Images`. */
function isViaKnown(part: string): boolean {
  return part.split(/\s+via\s+/u).every(isKnown);
}

function isHouseName(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && /\p{L}{2}/u.test(text) && (isName(text) || isHouse(text));
}

/** `the Associated Press (AP)`: the brackets spell what stands before them. */
function spellsWhatIsBefore(caption: string, body: string): boolean {
  const letters = body.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || letters.length > 5) return false;
  const initials = caption
    .split(SPACE)
    .slice(-10)
    .filter((word) => !/^(?:of|the|and|for|de|du|la|le)$/iu.test(word))
    .map((word) => word.replace(/^\P{L}+/u, '').charAt(0))
    .join('');
  return initials.toLowerCase().endsWith(letters.toLowerCase());
}

const BRACKETED = /^(.*\S)[\s\u00a0]*([([])[\s\u00a0]*([^()[\]\n]{2,140})[)\]][\s\u00a0.]*$/su;

function readBracketed(text: string, isSure: boolean): GluedCredit | null {
  const [, caption, , inside] = BRACKETED.exec(text) ?? [];
  if (caption === undefined || inside === undefined) return null;
  const body = inside.trim();
  const labelled = readLabelled(body);
  if (labelled) return glued(caption, labelled);
  const named =
    readNames(body) ?? (BARE_RIGHT.test(body) ? { creator: '', agency: body, kind: 'known' as const } : null);
  if (!named) return null;
  const isBare = named.creator === '';
  if (isSure && (named.kind !== 'capitals' || isBare)) return null;
  if (isBare && (spellsWhatIsBefore(caption, body) || /(?:^|\s)(?:the|The)$/u.test(caption))) return null;
  if (named.kind === 'names' && !isHouse(named.agency) && !SENTENCE_END.test(caption)) return null;
  return glued(caption, { label: '', credit: body, ...named });
}

interface Credit {
  readonly label: string;
  readonly credit: string;
  readonly creator: string;
  readonly agency: string;
}

/** Reads what begins with a label or a right. */
function readLabelled(body: string): Credit | null {
  const label = LABEL.exec(body)?.[0] ?? '';
  const words = body.slice(label.length).trim();
  const right = RIGHT.exec(words)?.[0] ?? '';
  if (label === '' && right === '') return null;
  const name = words
    .slice(right.length)
    .replace(/^[:\s]+/u, '')
    .replace(/[.\s]+$/u, (end) => (/\b\p{Lu}\.$/u.test(words) ? end : ''));
  if (name === '' || name.length > 100) return null;
  if (right !== '') {
    // Whose it is may be called anything short: `Courtesy of the family`.
    if (name.split(SPACE).length > 8 || /[.!?](?:\s|$)|[,;:]\s/u.test(name.replace(/\b\p{Lu}\.(?:\s|$)/gu, '')))
      return null;
    const credit = words.replace(/\.$/u, (end) => (/\b\p{Lu}\.$/u.test(words) ? end : ''));
    const { creator, agency } =
      readNames(name) ??
      (isName(name) && !isHouse(name) ? { creator: name, agency: '' } : { creator: '', agency: name });
    return { label: label.trim(), credit, creator, agency };
  }
  const named = readNames(name);
  if (named) return { label: label.trim(), credit: name, creator: named.creator, agency: named.agency };
  if (isHouse(name)) return { label: label.trim(), credit: name, creator: '', agency: name };
  return isName(name) ? { label: label.trim(), credit: name, creator: name, agency: '' } : null;
}

/** Where a credit without brackets may begin: behind a sentence, a dash, a bar or the end of a line. */
function* beginnings(text: string): Generator<number> {
  const spaces = /[\s\u00a0]+/gu;
  for (let match = spaces.exec(text); match; match = spaces.exec(text)) {
    const before = text.slice(0, match.index);
    if (text.length - match.index > 130 || match.index === 0) continue;
    const isBroken = match[0].includes('\n');
    if (isBroken || SENTENCE_END.test(before) || JOINT.test(before)) yield match.index + match[0].length;
  }
}

function readOpen(text: string, isSure: boolean): GluedCredit | null {
  const whole = text.trimEnd();
  for (const start of beginnings(whole)) {
    const body = whole.slice(start);
    const caption = whole.slice(0, start).trimEnd();
    const labelled = readLabelled(body);
    if (labelled) return glued(caption, labelled);
    if (isSure || body.includes('\n')) continue;
    const named = readNames(body.replace(/(?<!\b\p{Lu})\.$/u, ''));
    if (named?.kind === 'known' || named?.kind === 'capitals') {
      const { creator, agency } = named;
      return glued(caption, { label: '', credit: body.replace(/(?<!\b\p{Lu})\.$/u, ''), creator, agency });
    }
  }
  return null;
}

function glued(caption: string, credit: Credit): GluedCredit | null {
  const bare = caption.replace(/[\s\u00a0]*[-–—|]?[\s\u00a0]*$/u, '');
  if (!/\p{L}/u.test(bare)) return null;
  const { label, creator, agency } = credit;
  return { caption: bare, end: bare.length, label, credit: credit.credit, creator, agency };
}

/** Tells of what it credits that it is no one picture: those of the whole story, or what a chart was drawn from. */
const NOT_ONE_PICTURE = /^(?:(?:photo(?:graph)?|picture|image)s\s+by\b|source\b|المصدر)/iu;

/** The credit of a line that is nothing but one picture's, with a label or a right before the name; null for any other. */
export function readCreditLine(text: string): string | null {
  const line = text.trim();
  if (line.includes('\n') || NOT_ONE_PICTURE.test(line)) return null;
  return readLabelled(line.replace(/^[([]\s*(.*?)\s*[)\]]$/u, '$1'))?.credit ?? null;
}

/** A line under a picture that names, without a label, whose it is. */
export interface UnlabelledCredit {
  readonly credit: string;
  /** A byline cannot look so: names around a stroke, `via`, or brackets around it all. */
  readonly isPlain: boolean;
}

/** The credit of a line that is nothing but names and an agency, such as `Omar Beg/AFP`; null for any other. */
export function readUnlabelledCredit(text: string): UnlabelledCredit | null {
  const line = text.trim();
  const inside = /^[([]\s*([^()[\]]*?)\s*[)\]]$/u.exec(line)?.[1];
  const credit = inside ?? line;
  if (credit.length > 100 || credit.includes('\n')) return null;
  const named = readNames(credit);
  if (!named || (named.kind === 'names' && !isHouse(named.agency))) return null;
  return { credit, isPlain: inside !== undefined || STROKE_INSIDE.test(credit) || /\svia\s/u.test(credit) };
}

/** Longer text that ends in brackets is copy. */
const MOST = 1200;

/**
 * Takes a credit off the end of a caption where its form leaves no doubt: brackets or a last sentence with a label such as
 * `Photo:`, with names around a stroke, with an agency. `isSure` is for text of which nobody knows that it is a caption:
 * labels and names in capitals only. null where there is none; brackets that say something else stay.
 */
export function readGluedCredit(text: string, isSure = false): GluedCredit | null {
  if (text.length > MOST) return null;
  return readBracketed(text, isSure) ?? readOpen(text, isSure);
}
