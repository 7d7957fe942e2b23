/** An address a target may have, brought to one form; or the sentence that says why it may not. */
export type SiteAddress =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly message: string };

const LOOPBACK = /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/;

/** Whether a host is this computer itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * Reads the address of a site as somebody types it: `https` where no scheme was typed, no slash at the end, no query. Plain
 * `http` is refused but for this computer itself, since a password goes along; so is a password in the address.
 */
export function siteAddress(typed: string): SiteAddress {
  const read = readAddress(typed);
  if (!(read instanceof URL)) return read;
  return { ok: true, address: `${read.origin}${read.pathname.replace(/\/+$/, '')}` };
}

/** Reads an address something is posted to: the same, but to the letter. A query is refused: it may hold a key. */
export function postAddress(typed: string): SiteAddress {
  const read = readAddress(typed);
  if (!(read instanceof URL)) return read;
  if (read.href.includes('?'))
    return refuse('Leave out “?” and what follows: the address is kept in the open, and that may be a key.');
  return { ok: true, address: `${read.origin}${read.pathname}` };
}

function readAddress(typed: string): URL | SiteAddress {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return refuse('This is no web address. A site’s address looks like https://news.example.org.');
  }
  if (text === '' || url.hostname === '')
    return refuse('Give the address of the site, such as https://news.example.org.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('A site’s address begins with https://.');
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return refuse('The address must begin with https://: over plain http anybody on the way could read the password.');
  if (url.username !== '' || url.password !== '')
    return refuse('Leave name and password out of the address; Stet asks for them separately.');
  return url;
}

function refuse(message: string): Extract<SiteAddress, { ok: false }> {
  return { ok: false, message };
}
