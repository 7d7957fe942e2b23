/** What a block keeps beside its HTML. */
type BlockAttributes = Readonly<Record<string, string | number | boolean>>;

/**
 * A core block as Gutenberg writes it: comment, content, comment, each on a line of its own. Attributes are JSON with the
 * escapes of its serializer, so that no value can end the comment or lose a backslash on its way through WordPress.
 */
export function blockMarkup(name: string, kept: BlockAttributes, content: string): string {
  const json = Object.keys(kept).length > 0 ? `${escapeAttributes(JSON.stringify(kept))} ` : '';
  return `<!-- wp:${name} ${json}-->\n${content}\n<!-- /wp:${name} -->`;
}

function escapeAttributes(json: string): string {
  return json
    .replaceAll('\\\\', '\\u005c')
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}
