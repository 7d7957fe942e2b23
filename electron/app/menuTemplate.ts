import type { MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type ActionId, type MenuName } from '../../shared/actions/actions.ts';
import type { StoryId } from '../../shared/story/ids.ts';

/** A line of the recent stories menu. */
export interface RecentStory {
  readonly id: StoryId;
  readonly title: string;
}

/** What the menus do and show. */
export interface MenuParts {
  readonly isMac: boolean;
  readonly allowDeveloperTools: boolean;
  readonly recent: readonly RecentStory[];
  readonly disabled: ReadonlySet<ActionId>;
  choose(action: ActionId): void;
  openStory(id: StoryId): void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
/** A line goes above these, to part a menu into what belongs together. */
const STARTS_GROUP: ReadonlySet<ActionId> = new Set([
  'story.duplicate',
  'revision.keep',
  'story.export',
  'app.settings',
  'edit.find',
  'insert.table',
  'format.paragraph',
  'block.moveUp',
  'table.headerRow',
  'table.deleteRow',
  'quote.state',
  'quote.repull',
  'view.focus',
]);

/** All menus, from the one list of actions and the system's own entries. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { isMac } = parts;
  const items = (menu: MenuName, leaveOut: readonly ActionId[] = []) => actionItems(parts, menu, leaveOut);
  const only = (id: ActionId) => actionItems(parts, null, []).filter((item) => item.id === id);
  const edit = items('Edit');
  const afterRedo = edit.findIndex((item) => item.id === 'edit.redo') + 1;
  return [
    ...(isMac ? [macMenu(only('help.about'), only('app.settings'))] : []),
    {
      label: '&File',
      submenu: [
        ...withRecent(items('File', isMac ? ['app.settings'] : []), parts),
        SEPARATOR,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...edit.slice(0, afterRedo),
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        ...edit.slice(afterRedo, afterRedo + 1),
        { role: 'delete' },
        { role: 'selectAll' },
        ...edit.slice(afterRedo + 1),
      ],
    },
    { label: '&Insert', submenu: items('Insert') },
    { label: 'F&ormat', submenu: items('Format') },
    { label: '&Table', submenu: items('Table') },
    { label: 'P&icture', submenu: items('Picture') },
    { label: '&Pull quote', submenu: items('Pull quote') },
    {
      label: '&View',
      submenu: [
        ...items('View'),
        SEPARATOR,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(parts.allowDeveloperTools ? [SEPARATOR, { role: 'toggleDevTools' as const, accelerator: 'F12' }] : []),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    { label: '&Help', role: 'help', submenu: items('Help', isMac ? ['help.about'] : []) },
  ];
}

function actionItems(
  parts: MenuParts,
  menu: MenuName | null,
  leaveOut: readonly ActionId[],
): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  for (const action of ACTIONS) {
    if ((menu !== null && action.menu !== menu) || leaveOut.includes(action.id)) continue;
    if (menu !== null && items.length > 0 && STARTS_GROUP.has(action.id)) items.push(SEPARATOR);
    items.push({
      id: action.id,
      // An ampersand in a menu marks the letter to press.
      label: action.label.replaceAll('&', '&&'),
      ...(action.accelerator ? { accelerator: action.accelerator } : {}),
      enabled: !parts.disabled.has(action.id),
      click: () => parts.choose(action.id),
    });
  }
  return items;
}

function withRecent(items: readonly MenuItemConstructorOptions[], parts: MenuParts): MenuItemConstructorOptions[] {
  const recent: MenuItemConstructorOptions = {
    id: 'recent',
    label: 'Recent stories',
    enabled: parts.recent.length > 0,
    submenu: parts.recent.map(({ id, title }) => ({
      label: title.replaceAll('&', '&&'),
      click: () => parts.openStory(id),
    })),
  };
  const afterOpen = items.findIndex((item) => item.id === 'story.open') + 1;
  return [...items.slice(0, afterOpen), recent, ...items.slice(afterOpen)];
}

function macMenu(
  about: readonly MenuItemConstructorOptions[],
  settings: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ...about,
      SEPARATOR,
      ...settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}
