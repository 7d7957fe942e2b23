/** Where the words in `text` between two offsets really begin and end: without the spaces at either side. */
export function trimStretch(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}
