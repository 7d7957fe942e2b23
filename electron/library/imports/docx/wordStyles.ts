/** How the styles of Word, LibreOffice and newsroom templates are read; Word keeps the English names in every language. */
export const WORD_STYLES: readonly string[] = [
  "p[style-name='Title'] => h1.msotitle:fresh",
  "p[style-name='Headline'] => h1.headline:fresh",
  ...['Subtitle', 'Deck', 'Dek', 'Standfirst', 'Subhead Deck'].map((name) => `p[style-name='${name}'] => p.deck:fresh`),
  ...['Byline', 'Author'].map((name) => `p[style-name='${name}'] => p.byline:fresh`),
  "p[style-name='Dateline'] => p.dateline:fresh",
  ...['Caption', 'Figure', 'Illustration', 'Drawing', 'Image Caption', 'Table Caption'].map(
    (name) => `p[style-name='${name}'] => p.caption:fresh`,
  ),
  ...['Credit', 'Photo Credit', 'Picture Credit'].map((name) => `p[style-name='${name}'] => p.credit:fresh`),
  ...['Pull Quote', 'Pullquote', 'Pull-quote'].map(
    (name) => `p[style-name='${name}'] => blockquote.pullquote:fresh > p:fresh`,
  ),
  "p[style-name='Pull Quote Attribution'] => blockquote.pullquote > p.attribution:fresh",
  ...['Quote', 'Intense Quote', 'Block Text', 'Block Quote', 'Blockquote', 'Quotations', 'Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['HTML Preformatted', 'Preformatted Text', 'Source Code', 'Code'].map(
    (name) => `p[style-name='${name}'] => pre:separator('\\n')`,
  ),
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Subtle Emphasis'] => em",
  ...['HTML Code', 'Source Text', 'Verbatim Char'].map((name) => `r[style-name='${name}'] => code`),
  // Lists by style alone, as programs that write Word documents leave them.
  ...['List Bullet', 'List Number'].flatMap((name) => {
    const tag = name === 'List Bullet' ? 'ul' : 'ol';
    return [
      `p[style-name='${name}'] => ${tag} > li:fresh`,
      `p[style-name='${name} 2'] => ul|ol > li > ${tag} > li:fresh`,
      `p[style-name='${name} 3'] => ul|ol > li > ul|ol > li > ${tag} > li:fresh`,
    ];
  }),
  'u => u',
  'strike => s',
];
