/** What a Word document says of itself outside its text (ECMA-376 part 2, core properties). */
export interface WordProperties {
  readonly title: string;
  readonly keywords: readonly string[];
}

/** Reads `docProps/core.xml`. Its author is not read: it names whoever installed Word, which no story should. */
export function readWordProperties(xml: string | null): WordProperties {
  const value = (name: string) =>
    unescapeXml(new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`).exec(xml ?? '')?.[1] ?? '').trim();
  const keywords = value('cp:keywords')
    .split(/[,;،؛]/)
    .map((word) => word.trim());
  return { title: value('dc:title'), keywords: [...new Set(keywords.filter(Boolean))].slice(0, 100) };
}

function unescapeXml(text: string): string {
  const NAMES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (name !== undefined) return NAMES[name] ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
