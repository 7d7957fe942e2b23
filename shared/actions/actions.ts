/**
 * Everything a user can do by name, once: menus, accelerators, the shortcuts sheet and the command palette are all drawn
 * from this list. Accelerators are in Electron's notation; `CmdOrCtrl` is Command on a Mac and Control elsewhere.
 */
export const ACTIONS = [
  { id: 'story.new', label: 'New story', menu: 'File', accelerator: 'CmdOrCtrl+N' },
  { id: 'story.newNews', label: 'New news story', menu: 'File', accelerator: null },
  { id: 'story.newFeature', label: 'New feature', menu: 'File', accelerator: null },
  { id: 'story.newQa', label: 'New Q&A', menu: 'File', accelerator: null },
  { id: 'story.open', label: 'Open…', menu: 'File', accelerator: 'CmdOrCtrl+O' },
  { id: 'story.duplicate', label: 'Duplicate story', menu: 'File', accelerator: 'CmdOrCtrl+Shift+D' },
  { id: 'story.trash', label: 'Move to trash', menu: 'File', accelerator: null },
  { id: 'revision.keep', label: 'Keep a revision…', menu: 'File', accelerator: 'CmdOrCtrl+S' },
  { id: 'revision.show', label: 'Revisions', menu: 'File', accelerator: 'CmdOrCtrl+Alt+H' },
  { id: 'story.export', label: 'Export…', menu: 'File', accelerator: 'CmdOrCtrl+E' },
  { id: 'app.settings', label: 'Settings…', menu: 'File', accelerator: 'CmdOrCtrl+,' },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.pastePlain', label: 'Paste as plain text', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+V' },
  { id: 'edit.find', label: 'Find…', menu: 'Edit', accelerator: 'CmdOrCtrl+F' },
  { id: 'edit.replace', label: 'Find and replace…', menu: 'Edit', accelerator: 'CmdOrCtrl+Alt+F' },
  { id: 'edit.searchStories', label: 'Search stories', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+F' },
  { id: 'insert.pullQuote', label: 'Pull quote', menu: 'Insert', accelerator: 'CmdOrCtrl+Shift+Q' },
  { id: 'insert.picture', label: 'Picture…', menu: 'Insert', accelerator: 'CmdOrCtrl+Shift+P' },
  { id: 'insert.table', label: 'Table', menu: 'Insert', accelerator: null },
  { id: 'insert.separator', label: 'Separator', menu: 'Insert', accelerator: null },
  { id: 'insert.link', label: 'Link…', menu: 'Insert', accelerator: 'CmdOrCtrl+Shift+K' },
  { id: 'format.bold', label: 'Bold', menu: 'Format', accelerator: 'CmdOrCtrl+B' },
  { id: 'format.italic', label: 'Italic', menu: 'Format', accelerator: 'CmdOrCtrl+I' },
  { id: 'format.underline', label: 'Underline', menu: 'Format', accelerator: 'CmdOrCtrl+U' },
  { id: 'format.strikethrough', label: 'Strikethrough', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+X' },
  { id: 'format.subscript', label: 'Subscript', menu: 'Format', accelerator: null },
  { id: 'format.superscript', label: 'Superscript', menu: 'Format', accelerator: null },
  { id: 'format.paragraph', label: 'Paragraph', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+0' },
  { id: 'format.heading2', label: 'Heading', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+2' },
  { id: 'format.heading3', label: 'Subheading', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+3' },
  { id: 'format.quote', label: 'Block quote', menu: 'Format', accelerator: 'CmdOrCtrl+Alt+Q' },
  { id: 'format.bulletedList', label: 'Bulleted list', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+8' },
  { id: 'format.numberedList', label: 'Numbered list', menu: 'Format', accelerator: 'CmdOrCtrl+Shift+7' },
  { id: 'block.moveUp', label: 'Move block up', menu: 'Format', accelerator: 'Alt+Shift+Up' },
  { id: 'block.moveDown', label: 'Move block down', menu: 'Format', accelerator: 'Alt+Shift+Down' },
  { id: 'view.library', label: 'Library pane', menu: 'View', accelerator: 'CmdOrCtrl+Alt+L' },
  { id: 'view.inspector', label: 'Inspector pane', menu: 'View', accelerator: 'CmdOrCtrl+Alt+I' },
  { id: 'view.focus', label: 'Focus on the page', menu: 'View', accelerator: 'CmdOrCtrl+Shift+Enter' },
  { id: 'view.palette', label: 'Command palette…', menu: 'View', accelerator: 'CmdOrCtrl+K' },
  { id: 'help.shortcuts', label: 'Keyboard shortcuts', menu: 'Help', accelerator: 'CmdOrCtrl+/' },
  { id: 'help.about', label: 'About Stet', menu: 'Help', accelerator: null },
] as const;

export type Action = (typeof ACTIONS)[number];
export type ActionId = Action['id'];
export type MenuName = Action['menu'];
