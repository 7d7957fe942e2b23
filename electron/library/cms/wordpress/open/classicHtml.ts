/** Elements that are paragraphs, or hold them, by themselves. */
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|thead|tbody|tr|td|th|hr|pre|section|aside|article|iframe|form)\b/i;
const CAPTION = /\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:<\/a>)?)([\s\S]*?)\[\/caption\]/g;

/**
 * A text from before WordPress had blocks as HTML: blank lines part its paragraphs, other line ends are breaks, and pictures with a
 * caption stand in `[caption]`. For reading alone; the text itself stays as it is on the site.
 */
export function classicHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CAPTION, (_whole, picture: string, words: string) => {
      return `\n\n<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>\n\n`;
    })
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (BLOCK.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`))
    .join('\n');
}
