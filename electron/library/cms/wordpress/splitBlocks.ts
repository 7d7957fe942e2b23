const DELIMITER =
  /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:(\{(?:(?!\}\s+\/?-->)[\s\S])*\})\s+)?(\/)?-->/g;

/**
 * The blocks of the first level in a post’s text, each with everything inside it, as it stands there; words outside all
 * blocks are a piece of their own. Put together with blank lines between them they are the text again.
 */
export function splitBlocks(raw: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  const put = (text: string): void => {
    const trimmed = text.trim();
    if (trimmed !== '') pieces.push(trimmed);
  };
  for (const match of raw.matchAll(DELIMITER)) {
    const [whole, isClosing, , , isVoid] = match;
    const end = match.index + whole.length;
    if (isClosing) {
      if (depth > 0) depth -= 1;
      if (depth === 0) {
        put(raw.slice(from, end));
        from = end;
      }
      continue;
    }
    if (depth === 0) {
      put(raw.slice(from, match.index));
      from = match.index;
      if (isVoid) {
        put(raw.slice(from, end));
        from = end;
      }
    }
    if (!isVoid) depth += 1;
  }
  put(raw.slice(from));
  return pieces;
}

/** Blocks as one text; between blocks that stand next to each other in `like`, what stands between them there. */
export function joinBlocks(blocks: readonly string[], like = ''): string {
  let text = '';
  let at = 0;
  blocks.forEach((block, index) => {
    const found = like.indexOf(block, at);
    const between = found < 0 ? null : like.slice(at, found);
    const isNext = between !== null && between.trim() === '' && (at > 0 || index === 0);
    text += isNext ? between : index === 0 ? '' : '\n\n';
    text += block;
    if (found >= 0) at = found + block.length;
  });
  const rest = like.slice(at);
  return at > 0 && rest.trim() === '' ? text + rest : text;
}
