import type { EditorThemeClasses } from 'lexical';

/** Class names for what Lexical draws by itself; the rest is named by our own nodes. */
export const EDITOR_THEME: EditorThemeClasses = {
  text: {
    bold: 'text-bold',
    italic: 'text-italic',
    underline: 'text-underline',
    strikethrough: 'text-strikethrough',
    underlineStrikethrough: 'text-underline-strikethrough',
    code: 'text-code',
  },
  list: { nested: { listitem: 'nested-item' } },
  blockCursor: 'block-cursor',
  tableScrollableWrapper: 'table-frame',
  tableSelection: 'has-chosen-cells',
  tableCellSelected: 'is-chosen',
};
