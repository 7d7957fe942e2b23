/** Where a text says it was written. */
export interface Dateline {
  /** As typed, without the brackets or the dash that set it apart. */
  readonly place: string;
  /** UTF-16 units of the text it takes up, the dash and the spaces after it included. */
  readonly length: number;
}

const SPACE = '[ \\u00a0\\u202f]';
/** A short dash needs a space, or it joins two words: `KABUL-based`. */
const DASH = `(?:${SPACE}*(?:—|―|--)${SPACE}*|${SPACE}+[–-]${SPACE}*|[–-]${SPACE}+)`;
/** `[Islamabad] …` */
const BRACKETED = new RegExp(
  `^${SPACE}*\\[${SPACE}*([^\\[\\]:;]{2,60}?)${SPACE}*\\](?:${DASH}|${SPACE}+|(?=\\p{L})|$)`,
  'u',
);
/** `ISLAMABAD, Pakistan (AP) — …`, `NEW DELHI, Dec 5 (Reuters) - …` */
const CAPITALS = new RegExp(
  `^${SPACE}*((\\p{Lu}[\\p{Lu}\\p{M}.'’-]+(?:${SPACE}\\p{Lu}[\\p{Lu}\\p{M}.'’-]+){0,4})` +
    `(?:,${SPACE}?[^—–:()\\n]{2,30}?)?(?:${SPACE}?\\([^()\\n]{2,40}\\))?)(?:${DASH}|${SPACE}?:${SPACE}+)(?=\\S)`,
  'u',
);
/** `Beirut (AFP) – …`, and the same in scripts without capitals: only an agency and a dash tell. */
const AGENCY = new RegExp(
  `^${SPACE}*([\\p{Lu}\\p{Lo}][^()\\n—–:.!?؟]{1,40}?${SPACE}?\\([\\p{Lu}\\p{Lo}][^()\\n]{1,40}\\))(?:${DASH}|${SPACE}?:${SPACE}+)(?=\\S)`,
  'u',
);
/** Words in capitals that begin a line and are no places. */
const NO_PLACE =
  /^(?:NATO|HAMAS|HEZBOLLAH|FATAH|ISIS|UNESCO|UNICEF|UNRWA|OPEC|ASEAN|COVID|NEWS|NOTE|UPDATE\p{Lu}*|BREAKING|ANALYSIS|OPINION|WATCH|READ|LISTEN|LIVE|EXCLUSIVE|INTERVIEW|EXPLAINER|VIDEO|PHOTOS?|CORRECTION|EDITOR.*|ENDS?|FACTBOX|TIMELINE|CAPTION|CREDIT|HEADLINE|DECK|BYLINE|SLUG|QUESTION|ANSWER|TMLN?)\b/u;
const NO_BRACKETED_PLACE =
  /^(?:sic|photo|image|video|caption|read|watch|advert\p{L}*|note|editor\p{L}*|…|\.\.\.)\b|[.!?…]/iu;

/** The dateline a paragraph begins with, where it is clearly marked as one; null otherwise. */
export function readDateline(text: string): Dateline | null {
  const bracketed = BRACKETED.exec(text);
  if (bracketed?.[1] !== undefined) {
    const place = bracketed[1];
    const isPlace =
      /^[\p{Lu}\p{Lo}]/u.test(place) && place.split(/\s+/u).length <= 6 && !NO_BRACKETED_PLACE.test(place);
    return isPlace ? { place, length: bracketed[0].length } : null;
  }
  const capitals = CAPITALS.exec(text);
  if (capitals?.[1] !== undefined && (capitals[2] ?? '').length >= 4 && !NO_PLACE.test(capitals[1])) {
    return { place: capitals[1], length: capitals[0].length };
  }
  const agency = AGENCY.exec(text);
  if (agency?.[1] !== undefined && agency[1].split(/\s+/u).length <= 7)
    return { place: agency[1], length: agency[0].length };
  return null;
}
