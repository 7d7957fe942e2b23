import type { Element } from '@xmldom/xmldom';
import { KNOWN_MARKS } from '../../../../shared/story/inline.ts';
import type { Dress } from '../../../../shared/merge/letters.ts';
import type { Aside, LineKind, TrackedChange, WordCell, WordLine, WordRun } from './WordLine.ts';
import { allOf, attributeOf, childOf, childrenOf, isOn, plainTextOf } from './wordXml.ts';

/** What the body of a document refers to. */
export interface WordReferences {
  /** Names of styles by their ids, in lower case. */
  readonly styles: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  /** Paths of parts by the same names. */
  readonly parts: ReadonlyMap<string, string>;
  /** Words of footnotes and endnotes: `footnote 1`. */
  readonly notes: ReadonlyMap<string, string>;
}

/** What stands around a run. */
interface Around {
  readonly putIn: TrackedChange | null;
  readonly takenOut: TrackedChange | null;
  readonly link: Dress['link'];
}

const OPEN: Around = { putIn: null, takenOut: null, link: null };
const DATELINE = '_stetf_dateline';

/** Reads the paragraphs of a document with all that was done to them while changes were recorded. */
export function readLines(body: Element, references: WordReferences): WordLine[] {
  const reader = new LineReader(references);
  reader.readAll(body, null);
  return reader.lines;
}

class LineReader {
  readonly lines: WordLine[] = [];
  #tables = 0;
  /** Comments and bookmarks that are open, across paragraphs. */
  readonly #comments = new Set<string>();
  readonly #bookmarks = new Map<string, string>();
  /** Bookmarks that began between paragraphs. */
  #waiting: string[] = [];
  #line: Builder | null = null;
  /** Of complex fields: what they are, and whether their result is being read. */
  readonly #fields: { code: string; isResult: boolean }[] = [];

  constructor(readonly references: WordReferences) {}

  readAll(parent: Element, cell: WordCell | null): void {
    for (const child of childrenOf(parent)) {
      if (child.nodeName === 'w:p') this.#readParagraph(child, cell);
      else if (child.nodeName === 'w:tbl') this.#readTable(child, cell);
      else if (isRange(child)) this.#range(child);
      else if (child.nodeName !== 'w:sectPr') this.readAll(child, cell);
    }
  }

  /** A table in a cell is read as more words of the cell. */
  #readTable(table: Element, outer: WordCell | null): void {
    const number = this.#tables;
    if (!outer) this.#tables += 1;
    for (const [row, element] of allRows(table).entries()) {
      const own = childOf(element, 'w:trPr');
      const isHeading = isOn(own, 'w:tblHeader');
      let column = 0;
      for (const cell of allCells(element)) {
        const properties = childOf(cell, 'w:tcPr');
        const span = Number(attributeOf(childOf(properties, 'w:gridSpan'), 'w:val') ?? '1') || 1;
        const merge = childOf(properties, 'w:vMerge');
        const goesOn = merge !== null && attributeOf(merge, 'w:val') !== 'restart';
        const place = { table: number, row, column, span, goesOn, isHeading };
        const tracked = { rowPutIn: changeOf(childOf(own, 'w:ins')), rowTakenOut: changeOf(childOf(own, 'w:del')) };
        this.readAll(cell, outer ?? { ...place, ...tracked });
        column += span;
      }
    }
  }

  #readParagraph(element: Element, cell: WordCell | null): void {
    const properties = childOf(element, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const changed = childOf(properties, 'w:pPrChange');
    const change = changeOf(changed);
    const line = new Builder(this.#waiting);
    this.#waiting = [];
    this.#line = line;
    for (const child of childrenOf(element)) this.#readInline(child, OPEN);
    this.#line = null;
    this.lines.push({
      ...line.parts,
      ...{ kind: this.#kindOf(properties), cell },
      kindBefore: changed && change ? { kind: this.#kindOf(childOf(changed, 'w:pPr')), change } : null,
      endPutIn: changeOf(childOf(mark, 'w:ins') ?? childOf(mark, 'w:moveTo')),
      endTakenOut: changeOf(childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')),
    });
  }

  #kindOf(properties: Element | null): LineKind {
    const id = attributeOf(childOf(properties, 'w:pStyle'), 'w:val') ?? '';
    const numbering = childOf(properties, 'w:numPr');
    const list = attributeOf(childOf(numbering, 'w:numId'), 'w:val') ?? '0';
    const level = Number(attributeOf(childOf(numbering, 'w:ilvl'), 'w:val') ?? '0') || 0;
    return {
      style: this.references.styles.get(id) ?? id.toLowerCase(),
      list: list === '0' ? null : { id: list, level },
    };
  }

  #range(element: Element): void {
    const id = attributeOf(element, 'w:id') ?? '';
    switch (element.nodeName) {
      case 'w:bookmarkStart': {
        const name = attributeOf(element, 'w:name') ?? '';
        this.#bookmarks.set(id, name);
        if (!name.startsWith('_stet')) return;
        if (this.#line) this.#line.bookmarks.push(name);
        else this.#waiting.push(name);
        return;
      }
      case 'w:bookmarkEnd':
        this.#bookmarks.delete(id);
        return;
      case 'w:commentRangeStart':
        this.#comments.add(id);
        return;
      case 'w:commentRangeEnd':
        this.#comments.delete(id);
    }
  }

  #readInline(element: Element, around: Around): void {
    switch (element.nodeName) {
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:smartTagPr':
      case 'w:rubyPr':
        return;
      case 'w:r':
        this.#readRun(element, around);
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#readInside(element, { ...around, putIn: changeOf(element) });
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#readInside(element, { ...around, takenOut: changeOf(element) });
        return;
      case 'w:hyperlink': {
        // LibreOffice drops what a link says when pointed at, so nothing is read of it.
        const url = this.references.links.get(attributeOf(element, 'r:id') ?? '');
        this.#readInside(element, url === undefined ? around : { ...around, link: { url } });
        return;
      }
      case 'm:t':
        this.#add(element.textContent ?? '', null, around);
        return;
      default:
        if (isRange(element)) this.#range(element);
        else this.#readInside(element, around);
    }
  }

  #readInside(element: Element, around: Around): void {
    for (const child of childrenOf(element)) this.#readInline(child, around);
  }

  #readRun(run: Element, around: Around): void {
    const properties = childOf(run, 'w:rPr');
    for (const child of childrenOf(run)) this.#readPiece(child, properties, around);
  }

  #readPiece(piece: Element, properties: Element | null, around: Around): void {
    const field = this.#fields.at(-1);
    switch (piece.nodeName) {
      case 'w:fldChar':
        this.#readField(attributeOf(piece, 'w:fldCharType') ?? '');
        return;
      case 'w:instrText':
      case 'w:delInstrText':
        if (field) field.code += piece.textContent ?? '';
        return;
      case 'w:t':
      case 'w:delText':
        this.#add(piece.textContent ?? '', properties, around);
        return;
      case 'w:br':
      case 'w:cr':
        this.#add('\n', properties, around);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#add(' ', properties, around);
        return;
      case 'w:noBreakHyphen':
        this.#add('\u2011', properties, around);
        return;
      case 'w:softHyphen':
        this.#add('\u00ad', properties, around);
        return;
      case 'w:sym': {
        const code = Number.parseInt(attributeOf(piece, 'w:char') ?? '', 16);
        this.#add(code > 0 && code < 0xd800 ? String.fromCodePoint(code) : '\ufffd', properties, around);
        return;
      }
      case 'w:commentReference':
        this.#line?.points.push(attributeOf(piece, 'w:id') ?? '');
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = piece.nodeName === 'w:footnoteReference' ? 'footnote' : 'endnote';
        const words = this.references.notes.get(`${kind} ${attributeOf(piece, 'w:id') ?? ''}`) ?? '';
        this.#aside(kind === 'footnote' ? 'a footnote' : 'an endnote', words, around);
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        this.#readDrawing(piece, around);
        return;
      case 'w:ruby':
        for (const run of [...allOf(piece, 'w:rubyBase'), ...allOf(piece, 'w:rt')]) this.#readInside(run, around);
    }
  }

  #readField(kind: string): void {
    const field = this.#fields.at(-1);
    if (kind === 'begin') this.#fields.push({ code: '', isResult: false });
    else if (kind === 'separate' && field) field.isResult = true;
    else if (kind === 'end') this.#fields.pop();
  }

  /** An older form of a drawing repeats what is in it. */
  #readDrawing(drawing: Element, around: Around): void {
    const chosen = childOf(drawing, 'mc:Choice') ?? drawing;
    const boxes = allOf(chosen, 'w:txbxContent');
    for (const box of boxes) this.#aside('a text box', plainTextOf(box).trim(), around);
    if (boxes.length > 0 || !this.#line || around.takenOut) return;
    this.#line.pictures += 1;
    const names = [
      ...allOf(chosen, 'a:blip').map((blip) => attributeOf(blip, 'r:embed')),
      ...allOf(chosen, 'v:imagedata').map((image) => attributeOf(image, 'r:id')),
    ];
    this.#line.files.push(...names.flatMap((name) => this.references.parts.get(name ?? '') ?? []));
  }

  #aside(what: string, words: string, { putIn }: Around): void {
    this.#line?.asides.push({ what, words, by: putIn?.by ?? '' });
  }

  #add(text: string, properties: Element | null, around: Around): void {
    if (text === '' || !this.#line) return;
    if (isOn(properties, 'w:vanish')) {
      this.#aside('hidden text', text, around);
      return;
    }
    const link = around.link ?? this.#fieldLink();
    const changed = childOf(properties, 'w:rPrChange');
    const change = changeOf(changed);
    const isBreak = text === '\n';
    const dress = { marks: this.#marksOf(properties), link, isBreak };
    const before =
      changed && change ? { dress: { ...dress, marks: this.#marksOf(childOf(changed, 'w:rPr')) }, change } : null;
    this.#line.runs.push({
      ...{ text, dress, before, putIn: around.putIn, takenOut: around.takenOut },
      comments: [...this.#comments],
      isDateline: this.#styleOf(properties) === 'datelinerun' || [...this.#bookmarks.values()].includes(DATELINE),
    });
  }

  /** The address of a link that is written as a field. */
  #fieldLink(): Dress['link'] {
    for (const { code, isResult } of this.#fields) {
      const url = isResult ? /^\s*HYPERLINK\s+"([^"]*)"/.exec(code)?.[1] : undefined;
      if (url !== undefined) return { url };
    }
    return null;
  }

  /** The name of a style of characters, in lower case and without blanks. */
  #styleOf(properties: Element | null): string {
    const style = attributeOf(childOf(properties, 'w:rStyle'), 'w:val') ?? '';
    return (this.references.styles.get(style) ?? style).toLowerCase().replace(/\s/g, '');
  }

  #marksOf(properties: Element | null): string[] {
    const name = this.#styleOf(properties);
    const raised = attributeOf(childOf(properties, 'w:vertAlign'), 'w:val');
    const worn: Readonly<Record<(typeof KNOWN_MARKS)[number], boolean>> = {
      bold: isOn(properties, 'w:b'),
      italic: isOn(properties, 'w:i'),
      underline: isOn(properties, 'w:u') && name !== 'hyperlink' && name !== 'internetlink',
      strikethrough: isOn(properties, 'w:strike'),
      subscript: raised === 'subscript',
      superscript: raised === 'superscript',
      code: /^(?:htmlcode|sourcetext|verbatimchar)$/.test(name),
    };
    return KNOWN_MARKS.filter((mark) => worn[mark]);
  }
}

/** A paragraph while it is read. */
class Builder {
  readonly runs: WordRun[] = [];
  readonly asides: Aside[] = [];
  readonly points: string[] = [];
  pictures = 0;
  readonly files: string[] = [];

  constructor(readonly bookmarks: string[]) {}

  get parts(): Pick<WordLine, 'bookmarks' | 'runs' | 'asides' | 'points' | 'pictures' | 'files'> {
    const { bookmarks, runs, asides, points, pictures, files } = this;
    return { bookmarks, runs, asides, points, pictures, files };
  }
}

function isRange({ nodeName }: Element): boolean {
  return /^w:(?:bookmark|commentRange)(?:Start|End)$/.test(nodeName);
}

/** Who made a change, and when. */
function changeOf(element: Element | null): TrackedChange | null {
  if (!element) return null;
  return { by: (attributeOf(element, 'w:author') ?? '').trim(), at: attributeOf(element, 'w:date') ?? '' };
}

function allRows(table: Element): Element[] {
  return childrenOf(table).flatMap((child) =>
    child.nodeName === 'w:tr' ? [child] : /^w:(?:sdt|sdtContent|customXml)$/.test(child.nodeName) ? allRows(child) : [],
  );
}

function allCells(row: Element): Element[] {
  return childrenOf(row).flatMap((child) =>
    child.nodeName === 'w:tc'
      ? [child]
      : /^w:(?:sdt|sdtContent|customXml)$/.test(child.nodeName)
        ? allCells(child)
        : [],
  );
}
