/** The same as the story format's. */
const MAX_LENGTH = 4096;
const ALLOWED = new Set(['http:', 'https:', 'mailto:']);
/** The redirect Google Docs puts around every link of an exported page. */
const REDIRECT = /^https?:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=(https?[^&#]+)/i;

/**
 * The address of a link as a story may keep it: http, https or mailto, as it was written, tracking parameters and all.
 * Relative addresses are completed with `base` if the document has one. null for anything else: scripts, data, files of
 * somebody's disk, places inside the page.
 */
export function readLinkTarget(href: string | null, base: string | null): string | null {
  if (href === null) return null;
  // What browsers ignore in an address (WHATWG URL §4.4), and what hides a scheme from a careless reader.
  const written = href.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
  if (written === '' || written.startsWith('#') || written.length > MAX_LENGTH) return null;
  if (/[\0-\x1f\x7f\p{Surrogate}]/u.test(written)) return null;
  const redirected = REDIRECT.exec(written)?.[1];
  if (redirected !== undefined) return readLinkTarget(decode(redirected), null);
  try {
    const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(written);
    if (isWhole) return ALLOWED.has(new URL(written).protocol) ? written : null;
    if (base === null && !written.startsWith('//')) return null;
    const { href: whole, protocol } = new URL(written, base ?? 'https://host.invalid');
    return ALLOWED.has(protocol) && whole.length <= MAX_LENGTH ? whole : null;
  } catch {
    return null;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
