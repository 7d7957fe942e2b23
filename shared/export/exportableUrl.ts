/** What a story may link to. Scripts, data and files of the writer's own disk are not among it. */
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ftps']);

/**
 * The address of a link as an export may carry it, or null when it must not: anything that runs code, and anything a
 * browser would read as such after dropping the spaces and line ends it ignores (WHATWG URL §4.4). Relative addresses
 * are kept.
 */
export function exportableUrl(url: string): string | null {
  const read = url.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
  if (read === '' || /[\0-\x1f\x7f\p{Surrogate}]/u.test(read)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1];
  if (scheme !== undefined && !ALLOWED.has(scheme.toLowerCase())) return null;
  // The characters no address holds, encoded as browsers do when they follow it.
  return read.replace(/[\s"<>\\^`{|}]/gu, encodeURIComponent);
}
