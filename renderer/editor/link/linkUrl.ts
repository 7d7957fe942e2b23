/** Longest address kept; the same as the story format's. */
const MAX_LENGTH = 4096;
const ALLOWED = new Set(['http:', 'https:', 'mailto:']);
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}$/;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+(?::\d{1,5})?(?:[/?#]|$)/u;
// Spaces, controls and invisible marks inside an address are how one is made to look like another.
const UNFIT = /[\s\p{Cc}\p{Cf}]/u;

function checked(url: string): string | null {
  try {
    const parsed = new URL(url);
    if (!ALLOWED.has(parsed.protocol)) return null;
    if (parsed.protocol !== 'mailto:' && parsed.host === '') return null;
    return url;
  } catch {
    return null;
  }
}

/**
 * The address a person meant by what they typed: `https://` is added to a bare domain and `mailto:` to an e-mail
 * address. Only http, https and mailto are answered; null for anything else.
 */
export function readLinkUrl(typed: string): string | null {
  const url = typed.trim();
  if (url === '' || url.length > MAX_LENGTH || UNFIT.test(url)) return null;
  if (EMAIL.test(url)) return checked(`mailto:${url}`);
  // A port after a bare host looks like a scheme: example.org:8080.
  if (HOST.test(url)) return checked(`https://${url}`);
  return SCHEME.test(url) ? checked(url) : null;
}

/** The address if a pasted text is one and nothing else; unlike `readLinkUrl` it guesses nothing. */
export function readPastedUrl(text: string): string | null {
  const url = text.trim();
  return SCHEME.test(url) ? readLinkUrl(url) : null;
}
