/** Noncharacters stand where the reader of Word documents would drop a paragraph's direction; no text contains them. */
const RTL_MARK = '\ufdd0';
const LTR_MARK = '\ufdd1';

/** Elements with words in them that the reader of Word documents passes over, words and all. */
const UNWRAPPED = /<\/?w:(?:fldSimple|dir|bdo|ruby|rubyBase|rt|smartTagPr|proofErr)(?:\s[^<>]*)?\/?>/g;
const MATHS = /<(\/?)m:(\w+)((?:\s[^<>]*)?)(\/?)>/g;
const SHAPES = /<(\/?)v:(?:oval|line|polyline|arc|curve)((?:\s[^<>]*)?\/?)>/g;
const LINES = /<w:(?:cr|ptab)(?:\s[^<>]*)?\/>/g;
const BIDI = /<w:bidi(?:\s+w:val="(\w+)")?\s*\/>/;
const VANISH = /<w:(?:vanish|webHidden)(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const RUN_TEXT = /(?:<w:t(?:\s[^<>]*)?>[^<]*<\/w:t>|<w:(?:tab|br)(?:\s[^<>]*)?\/>)*/y;

/**
 * Rewrites a part of a Word document so that its reader loses no words: fields, directions, ruby and formulas are opened,
 * text boxes without a fallback get one, hidden text goes, and paragraphs that say their direction carry a mark.
 */
export function mendWordXml(xml: string): string {
  const shown = hideRuns(openAlternates(xml), () => undefined);
  const opened = mapSpans(shown, 'w:rubyPr', () => '')
    .replace(UNWRAPPED, '')
    .replace(MATHS, (_tag, end: string, name: string, attributes: string, empty: string) => {
      if (name === 't') return `<${end}w:t${attributes}${empty}>`;
      return name === 'r' ? `<${end}w:r${empty}>` : '';
    })
    .replace(SHAPES, '<$1v:rect$2>')
    .replace(LINES, (tag) => (tag.startsWith('<w:cr') ? '<w:br/>' : '<w:tab/>'));
  return mapSpans(opened, 'w:pPr', (properties) => {
    const bidi = BIDI.exec(properties);
    if (!bidi) return properties;
    const mark = /^(?:0|false|off)$/.test(bidi[1] ?? '') ? LTR_MARK : RTL_MARK;
    return `${properties}<w:r><w:t>${mark}</w:t></w:r>`;
  });
}

/** How many words a part of a Word document hides. */
export function countHiddenWords(xml: string): number {
  let words = 0;
  hideRuns(xml, (hidden) => {
    words += hidden
      .replace(/<[^<>]*>/g, ' ')
      .split(/\s+/u)
      .filter(Boolean).length;
  });
  return words;
}

/** Takes out the text of runs that are not shown, and hands it to `take`. */
function hideRuns(xml: string, take: (hidden: string) => void): string {
  let shown = '';
  let at = 0;
  mapSpans(xml, 'w:rPr', (properties, end) => {
    if (!VANISH.test(properties)) return properties;
    RUN_TEXT.lastIndex = end;
    const hidden = RUN_TEXT.exec(xml)?.[0] ?? '';
    take(hidden);
    shown += xml.slice(at, end);
    at = end + hidden.length;
    return properties;
  });
  return shown + xml.slice(at);
}

/** Every element of a name, from tag to tag, through `map`, which is also told where it ends; such elements do not nest. */
function mapSpans(xml: string, name: string, map: (span: string, end: number) => string): string {
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'g');
  const close = `</${name}>`;
  let mapped = '';
  let at = 0;
  for (let found = open.exec(xml); found; found = open.exec(xml)) {
    if (found[0].endsWith('/>')) continue;
    const end = xml.indexOf(close, found.index);
    if (end < 0) break;
    const after = end + close.length;
    mapped += xml.slice(at, found.index) + map(xml.slice(found.index, after), after);
    at = after;
    open.lastIndex = after;
  }
  return mapped + xml.slice(at);
}

/** Turns the marks of directions in the HTML made of a document into `dir`. */
export function placeDirections(html: string): string {
  return html
    .replace(
      /<(p|h[1-6]|li|blockquote|pre)((?:\s[^<>]*)?)>((?:<[^<>]+>)*)([\ufdd0\ufdd1])/g,
      (_all, tag, own, inner, mark) => {
        return `<${String(tag)}${String(own)} dir="${mark === RTL_MARK ? 'rtl' : 'ltr'}">${String(inner)}`;
      },
    )
    .replace(/[\ufdd0\ufdd1]/g, '');
}

/**
 * Newer drawings stand beside an older form of themselves, which is the one that is read. Where there is none, the drawing
 * is opened and the text in its boxes set after it.
 */
function openAlternates(xml: string): string {
  const OPEN = '<mc:AlternateContent';
  const CLOSE = '</mc:AlternateContent>';
  if (!xml.includes(OPEN)) return xml;
  let mended = '';
  let at = 0;
  for (let start = xml.indexOf(OPEN); start >= 0; start = xml.indexOf(OPEN, at)) {
    mended += xml.slice(at, start);
    const end = closingOf(xml, start, OPEN, CLOSE);
    const whole = xml.slice(start, end);
    mended += whole.includes('<mc:Fallback') ? whole : openChoice(whole);
    at = end;
  }
  return mended + xml.slice(at);
}

function closingOf(xml: string, start: number, open: string, close: string): number {
  let depth = 1;
  let at = start + open.length;
  while (depth > 0) {
    const next = xml.indexOf(close, at);
    if (next < 0) return xml.length;
    for (let inner = xml.indexOf(open, at); inner >= 0 && inner < next; inner = xml.indexOf(open, inner + 1))
      depth += 1;
    depth -= 1;
    at = next + close.length;
  }
  return at;
}

function openChoice(whole: string): string {
  const OPEN = '<w:txbxContent>';
  const CLOSE = '</w:txbxContent>';
  const first = whole.indexOf(OPEN);
  const boxes: string[] = [];
  for (let start = first; start >= 0; start = whole.indexOf(OPEN, start)) {
    const end = closingOf(whole, start, OPEN, CLOSE);
    boxes.push(whole.slice(start, end));
    start = end;
  }
  const drawing = first < 0 ? whole.replace(/<\/?mc:(?:AlternateContent|Choice)(?:\s[^<>]*)?>/g, '') : '';
  return boxes.length > 0 ? `<w:pict>${boxes.join('')}</w:pict>` : drawing;
}
