import { element } from '../xml/element.ts';
import { WORD_NAMESPACES, XML } from './fixedParts.ts';

type Kind = 'bulleted' | 'numbered';

/** Word knows no deeper list. */
export const DEEPEST = 8;
const ABSTRACT: Readonly<Record<Kind, number>> = { bulleted: 1, numbered: 2 };
const BULLETS = ['•', '◦', '▪'];

/** The numberings of a document: each list has its own, so that each begins where it should. */
export class WordLists {
  readonly #lists: string[] = [];

  /** The number of a new list at a level; `start` is its first number. */
  add(kind: Kind, level: number, start: number): number {
    const id = this.#lists.length + 1;
    const over =
      kind === 'numbered'
        ? `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${Math.max(0, start)}"/></w:lvlOverride>`
        : '';
    this.#lists.push(element('w:num', { 'w:numId': id }, `<w:abstractNumId w:val="${ABSTRACT[kind]}"/>${over}`));
    return id;
  }

  xml(): string {
    const abstracts = (['bulleted', 'numbered'] as const).map((kind) => {
      const levels = Array.from({ length: DEEPEST + 1 }, (_none, level) => levelXml(kind, level));
      const type = '<w:multiLevelType w:val="hybridMultilevel"/>';
      return element('w:abstractNum', { 'w:abstractNumId': ABSTRACT[kind] }, type + levels.join(''));
    });
    const { 'xmlns:w': w } = WORD_NAMESPACES;
    return XML + element('w:numbering', { 'xmlns:w': w }, [...abstracts, ...this.#lists].join(''));
  }
}

function levelXml(kind: Kind, level: number): string {
  const text = kind === 'bulleted' ? (BULLETS[level % BULLETS.length] ?? '') : `%${level + 1}.`;
  const indent = `<w:ind w:left="${720 * (level + 1)}" w:hanging="360"/>`;
  return element(
    'w:lvl',
    { 'w:ilvl': level },
    [
      '<w:start w:val="1"/>',
      `<w:numFmt w:val="${kind === 'bulleted' ? 'bullet' : 'decimal'}"/>`,
      `<w:lvlText w:val="${text}"/>`,
      '<w:lvlJc w:val="left"/>',
      `<w:pPr>${indent}</w:pPr>`,
    ].join(''),
  );
}
