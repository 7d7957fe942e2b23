/** What is wrong with an address, and the one that was surely meant, where that needs no judgement. */
export interface AddressProblem {
  readonly message: string;
  readonly better?: string;
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const OWN_NETWORK =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[.*\]|.*\.(?:local|internal|lan|localhost))$/i;
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}$/u;
/** Marks of the sentence or of a quotation that were taken for the end of an address. */
const SWALLOWED = /[.,;:…”’»">\])}،؛؟]$/u;
/** Words and letters whose full stop may be the address's own. */
const ABBREVIATION = /(?:\p{Lu}|[_/.](?:Inc|Ltd|Co|Corp|Jr|Sr|St|Bros|No|etc))\.$/u;

/** What is wrong with an address, by its form alone; null if nothing is. No address is asked. */
export function addressProblem(address: string): AddressProblem | null {
  const url = address.trim();
  if (url === '') return { message: 'The link leads nowhere.' };
  if (/\s/u.test(url)) return { message: `The address “${url}” has a space in it.` };
  const twice = /^https?:\/\/(?=https?(?::|%3a|\/\/))/i.exec(url);
  if (twice) {
    const inner = url.slice(twice[0].length);
    const message = `The address “${url}” begins twice.`;
    return URL.canParse(inner) && addressProblem(inner) === null ? { message, better: inner } : { message };
  }
  if (/^https?:(?:\/*$|\/\/+[/?#])/i.test(url)) return { message: `The address “${url}” names no host.` };
  if (!URL.canParse(url)) return incomplete(url);
  const parsed = new URL(url);
  if (!SCHEMES.has(parsed.protocol)) return { message: `A story cannot link to “${parsed.protocol}”.` };
  if (parsed.protocol === 'mailto:') return mailProblem(url, parsed);
  if (parsed.protocol === 'tel:')
    return /\d{3}/.test(parsed.pathname) ? null : { message: `“${url}” has no telephone number.` };
  if (!/^https?:\/\//i.test(url)) return { message: `The address “${url}” is not well formed: it lacks //.` };
  if (OWN_NETWORK.test(parsed.hostname)) return { message: `“${url}” leads into your own network.` };
  return swallowedMarks(url) ?? hostProblem(url, parsed);
}

function incomplete(url: string): AddressProblem {
  if (/^(?:\/(?!\/)|\.{1,2}\/|[?#])/.test(url))
    return { message: `“${url}” leads nowhere outside the site it was copied from: give the full address.` };
  const message = `“${url}” is not a full address: does it lack https://?`;
  const better = `https://${url.replace(/^\/\//, '')}`;
  return /^(?:\/\/|www\.)/i.test(url) && addressProblem(better) === null ? { message, better } : { message };
}

function mailProblem(url: string, parsed: URL): AddressProblem | null {
  const addresses = decoded(parsed.pathname).split(',');
  return addresses.every((one) => EMAIL.test(one.trim())) ? null : { message: `“${url}” names no full mail address.` };
}

function swallowedMarks(url: string): AddressProblem | null {
  let better = url;
  while (SWALLOWED.test(better) && !ABBREVIATION.test(better) && !closesItsOwn(better)) better = better.slice(0, -1);
  if (better === url) return null;
  const marks = url.slice(better.length);
  const message = `The address ends with “${marks}”, which looks like the sentence’s.`;
  return URL.canParse(better) && hostProblem(better, new URL(better)) === null ? { message, better } : null;
}

/** Whether an address ends with a bracket that was opened in it. */
function closesItsOwn(url: string): boolean {
  const count = (pattern: RegExp) => url.match(pattern)?.length ?? 0;
  return /[)\]}]$/.test(url) && count(/[)\]}]/g) <= count(/[([{]/g);
}

function hostProblem(url: string, parsed: URL): AddressProblem | null {
  if (/^\d+(?:\.\d+){3}$/.test(parsed.hostname)) return null;
  // Read from the words: a host in another script is encoded in `hostname`.
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? '';
  return /\.[\p{L}\p{N}][\p{L}\p{N}\p{M}-]+\.?(?::\d+)?$/u.test(host)
    ? null
    : { message: `“${host}” is no full host name.` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Parameters that tell a site how its reader came; none changes what is shown. */
const TRACKING = new RegExp(
  '^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_cid|' +
    'mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id)$',
  'i',
);

/** A web address without the parameters that follow readers about; the rest of it stays letter by letter. */
export function withoutTracking(address: string): string {
  const parts = /^(https?:\/\/[^?#]*)\?([^#]*)(.*)$/is.exec(address.trim());
  if (!parts) return address;
  const [, page = '', query = '', fragment = ''] = parts;
  const all = query.split('&');
  const kept = all.filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  if (kept.length === all.length) return address;
  return page + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment;
}

/** An address as words show it: with a scheme, with www, with a path, or a plain host of the common endings. */
const SHOWN =
  /^(?:https?:\/\/[^\s]+|www\.[^\s/]+\.[^\s]+|[a-z0-9.-]+\.[a-z]{2,}\/[^\s]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|int|info|news|(?:co|org|ac|gov|com)\.[a-z]{2}))$/u;

/**
 * Whether a link's words are themselves an address, and another than the one it leads to. A shorter form of the same
 * address (no scheme, no www, a host alone, a path cut with …) is the same; so is a page on a subdomain of it.
 */
export function showsOtherAddress(text: string, address: string): boolean {
  const shown = text.trim();
  const url = address.trim();
  if (!URL.canParse(url)) return false;
  const target = new URL(url);
  if (EMAIL.test(shown))
    return target.protocol !== 'mailto:' || decoded(target.pathname).toLowerCase() !== shown.toLowerCase();
  if (!SHOWN.test(shown)) return false;
  const full = /^https?:/i.test(shown) ? shown : `https://${shown}`;
  if (!URL.canParse(full)) return false;
  const said = new URL(full.replace(/(?:…|\.{3})$/u, ''));
  if (target.protocol === 'mailto:') return true;
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return false;
  const [saidHost, host] = [bareHost(said), bareHost(target)];
  if (host !== saidHost && !host.endsWith(`.${saidHost}`)) return true;
  const saidPath = pathOf(said);
  return saidPath !== '' && !pathOf(target).startsWith(saidPath);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, '').replace(/\.$/, '');
}

function pathOf({ pathname }: URL): string {
  return decoded(pathname).replace(/\/+$/, '').toLowerCase();
}
