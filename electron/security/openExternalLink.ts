import { StetError } from '../../shared/lang/result.ts';

const ALLOWED = new Set(['https:', 'http:', 'mailto:']);

/** The address as the system will get it: parsed and written out again. Throws StetError `badLink` for what may not leave. */
export function externalAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !ALLOWED.has(url.protocol)) {
    throw new StetError('badLink', 'Only web and mail addresses can be opened from a story.');
  }
  // `https://bank.example@evil.example` reads as the wrong host.
  if (url.username !== '' || url.password !== '') {
    throw new StetError('badLink', 'This address hides a user name in front of the host, so it is not opened.');
  }
  return url.href;
}

/** Opens a web or mail address in the user's own program. */
export async function openExternalLink(open: (address: string) => Promise<void>, text: string): Promise<void> {
  await open(externalAddress(text));
}
