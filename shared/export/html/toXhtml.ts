/** Elements our HTML leaves open, up to the end of their tag. */
const VOID = /<(br|hr|img)((?: [^<>]*)?)>/g;
/** Attributes without a value. */
const BARE = /(<(?:video|audio)[^<>]*?) (controls playsinline|controls)(?=[ >])/g;

/**
 * Our own HTML as the XML that means the same. That it is ours is what makes it this short: every `<` and `>` in it is a
 * tag's, and every value stands in quotes.
 */
export function toXhtml(html: string): string {
  return html
    .replace(VOID, '<$1$2/>')
    .replace(BARE, (_tag, before: string, names: string) =>
      [before, ...names.split(' ').map((name) => `${name}=""`)].join(' '),
    );
}
