/** A sentence about what of a post stays behind when it is opened, by the names the site has for it; none where nothing does. */
export function stayNotes(names: readonly string[], noun: 'block' | 'piece'): string[] {
  if (names.length === 0) return [];
  const list = [...new Set(names)].join(', ');
  return [
    names.length === 1
      ? `A ${noun} of the post has no place in a story and stays on the site as it is: ${list}.`
      : `${names.length} ${noun}s of the post have no place in a story and stay on the site as they are: ${list}.`,
  ];
}
