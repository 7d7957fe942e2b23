/** How every part begins. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The names a document's own markup is written in. */
export const WORD_NAMESPACES = {
  'xmlns:w': MAIN,
  'xmlns:r': RELATIONSHIPS,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const;

/** A part beside those every document has. */
export interface ExtraPart {
  /** In the package, without a slash before it. */
  readonly path: string;
  readonly type: string;
  readonly relation: string;
  readonly xml: string;
}

/** What kind each part is; pictures by their ending. */
export function contentTypes(extra: readonly ExtraPart[]): string {
  const own = extra.map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>\n`).join('');
  return `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="jpg" ContentType="image/jpeg"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="gif" ContentType="image/gif"/>
<Default Extension="webp" ContentType="image/webp"/>
<Default Extension="avif" ContentType="image/avif"/>
<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/>
<Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/>
<Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
${own}</Types>`;
}

/** Where the document and its properties are. */
export function packageRelations(origin: ExtraPart): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="${origin.relation}" Target="${origin.path}"/>
</Relationships>`;
}

/** What the document itself names: `rIdStyles` and so on. */
export const DOCUMENT_RELATIONS = (['styles', 'settings', 'numbering', 'footer'] as const).map((kind) => {
  const id = `rId${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${kind === 'footer' ? 'footer1' : kind}.xml"/>`;
});

/** The list of what a document names, around its entries. */
export function relationsPart(entries: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">\n${entries.join('\n')}\n</Relationships>`;
}

/** One thing a document names. */
export const relationType = (kind: 'image' | 'hyperlink'): string => `${RELATIONSHIPS}/${kind}`;

/** Word 2013 and newer, so that nothing opens in compatibility mode. */
export const SETTINGS = `${XML}<w:settings xmlns:w="${MAIN}">
<w:defaultTabStop w:val="720"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
</w:settings>`;

/** The number of the page. */
export const FOOTER = `${XML}<w:ftr xmlns:w="${MAIN}">
<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
</w:ftr>`;
