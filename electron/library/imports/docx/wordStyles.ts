/** How the styles of Word, LibreOffice and newsroom templates are read; Word keeps the English names in every language. */
export const WORD_STYLES: readonly string[] = [
  "p[style-name='Title'] => h1.msotitle:fresh",
  "p[style-name='Headline'] => h1.headline:fresh",
  ...['Subtitle', 'Deck', 'Dek', 'Standfirst', 'Subhead Deck'].map((name) => `p[style-name='${name}'] => p.deck:fresh`),
  ...['Byline', 'Author'].map((name) => `p[style-name='${name}'] => p.byline:fresh`),
  "p[style-name='Dateline'] => p.dateline:fresh",
  ...['Caption', 'caption', 'Figure', 'Illustration', 'Drawing'].map(
    (name) => `p[style-name='${name}'] => p.caption:fresh`,
  ),
  ...['Credit', 'Photo Credit', 'Picture Credit'].map((name) => `p[style-name='${name}'] => p.credit:fresh`),
  ...['Pull Quote', 'Pullquote', 'PullQuote', 'Pull-quote'].map(
    (name) => `p[style-name='${name}'] => blockquote.pullquote:fresh`,
  ),
  ...['Quote', 'Intense Quote', 'Block Text', 'Block Quote', 'Blockquote', 'Quotations', 'Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['HTML Preformatted', 'Preformatted Text', 'Plain Text Code', 'Code'].map(
    (name) => `p[style-name='${name}'] => pre:separator('\\n')`,
  ),
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Subtle Emphasis'] => em",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Source Text'] => code",
  'u => u',
  'strike => s',
];
