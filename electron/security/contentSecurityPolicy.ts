/**
 * Sent as a response header with every file of the page, so that no markup can weaken it. No network, no inline script,
 * no eval, no injected style, no frame; pictures only from the library. `lexical` is the one trusted-types policy: the
 * editor's own, for reading pasted HTML.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' media: blob:",
  'media-src media: blob:',
  "connect-src 'none'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lexical',
].join('; ');

/** For what is shown but never run: a picture's own address, opened on its own, may load and do nothing. */
export const MEDIA_SECURITY_POLICY = "default-src 'none'; sandbox";
