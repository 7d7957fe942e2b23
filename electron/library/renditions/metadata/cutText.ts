/** The beginning of a text that fits into so many bytes of UTF-8, cut between letters as readers count them. */
export function cutText(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/** The same of every text in `words`. */
export function cutTexts<Words extends object>(words: Words, maxBytes: number): Words {
  const cut = Object.entries(words).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [name, cutText(value, maxBytes)];
    return [name, Array.isArray(value) ? keywordsWithin(value as string[], maxBytes) : value];
  });
  // Every property is what it was, a text for a text.
  return Object.fromEntries(cut) as Words;
}

/** As many keywords from the first on as fit, whole ones. */
function keywordsWithin(keywords: readonly string[], maxBytes: number): string[] {
  let bytes = 0;
  return keywords.filter((keyword) => (bytes += Buffer.byteLength(keyword)) <= maxBytes);
}
