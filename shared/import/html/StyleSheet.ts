import { attribute, classNames, type HtmlElement } from './htmlTree.ts';

/** CSS declarations by property, in lower case; `!important` is dropped. */
export type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();
/** What any reader here asks for; the rest of a style sheet is not kept. */
const WANTED = new Set([
  ...['display', 'visibility', 'direction', 'white-space', 'white-space-collapse'],
  ...['font-weight', 'font-style', 'text-decoration', 'text-decoration-line', 'vertical-align', 'list-style-type'],
  ...['mso-hide', 'mso-list', 'mso-element', 'mso-spacerun', 'mso-tab-count', 'mso-special-character'],
]);
const SIMPLE_SELECTOR = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

/** Reads `name: value; …`, as in a `style` attribute. */
export function readDeclarations(css: string): Declarations {
  if (css === '') return NONE;
  const found = new Map<string, string>();
  // Semicolons inside quotes and data: addresses cut values we never ask for.
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (WANTED.has(name))
      found.set(
        name,
        declaration
          .slice(colon + 1)
          .replace(/!\s*important/i, '')
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

/**
 * The rules of a page's own style sheets, as far as they name an element or a class: Google Docs and LibreOffice write
 * their bold and italics that way, and pages hide things by them. Rules for other media and longer selectors are not read.
 */
export class StyleSheet {
  private readonly rules = new Map<string, Map<string, string>>();

  constructor(css: string) {
    const bare = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/<!--|-->/g, '');
    for (const { selectors, body } of topRules(bare)) {
      const declared = readDeclarations(body);
      if (declared.size === 0) continue;
      for (const selector of selectors.split(',')) {
        const [, tag = '', name = ''] = SIMPLE_SELECTOR.exec(selector.trim()) ?? [];
        if (tag === '' && name === '') continue;
        const key = `${tag.toLowerCase()}.${name.toLowerCase()}`;
        const rule = this.rules.get(key) ?? new Map<string, string>();
        for (const [property, value] of declared) rule.set(property, value);
        this.rules.set(key, rule);
      }
    }
  }

  /** What the sheets say of an element: its tag first, then its classes, then tag and class together. */
  ruled(element: HtmlElement): Declarations {
    if (this.rules.size === 0) return NONE;
    const names = classNames(element);
    const tag = element.tagName;
    const keys = [`${tag}.`, ...names.map((name) => `.${name}`), ...names.map((name) => `${tag}.${name}`)];
    const rules = keys.flatMap((key) => this.rules.get(key) ?? []);
    if (rules.length <= 1) return rules[0] ?? NONE;
    return new Map(rules.flatMap((rule) => [...rule]));
  }
}

const inlineStyles = new WeakMap<HtmlElement, Declarations>();

/** The declarations of an element's own `style` attribute. */
export function inlineStyle(element: HtmlElement): Declarations {
  let style = inlineStyles.get(element);
  if (!style) {
    style = readDeclarations(attribute(element, 'style') ?? '');
    inlineStyles.set(element, style);
  }
  return style;
}

/** Rules outside any `@` block. */
function topRules(css: string): { selectors: string; body: string }[] {
  const rules: { selectors: string; body: string }[] = [];
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const before = css.slice(at, open);
    // Statements such as @import end before the selector begins.
    const selectors = before.slice(before.lastIndexOf(';') + 1).trim();
    const close = selectors.startsWith('@') ? blockEnd(css, open) : css.indexOf('}', open);
    const end = close < 0 ? css.length : close;
    if (!selectors.startsWith('@')) rules.push({ selectors, body: css.slice(open + 1, end) });
    at = end + 1;
  }
  return rules;
}

/** Where the block that opens at `open` closes, blocks inside it passed over. */
function blockEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
