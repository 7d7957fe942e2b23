import {
  Bold,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquarePlus,
  PencilLine,
  Quote,
  Strikethrough,
  TextQuote,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import { ACTIONS, type Action, type ActionId } from '../../../shared/actions/actions.ts';

/** A button of the toolbar: an action, its drawing, and whether it is something that can be on. */
export interface ToolbarItem {
  readonly action: Action;
  readonly icon: LucideIcon;
  readonly toggles: boolean;
}

/** An action by its id. */
export function findAction(id: ActionId): Action {
  const action = ACTIONS.find((candidate) => candidate.id === id);
  if (!action) throw new Error(`No action ${id}`);
  return action;
}

/** The name a button or an entry carries: the action's label, without the dots that promise a dialog. */
export function itemName(action: Action): string {
  return action.label.replace(/…$/, '');
}

function toggle(id: ActionId, icon: LucideIcon): ToolbarItem {
  return { action: findAction(id), icon, toggles: true };
}

function insert(id: ActionId, icon: LucideIcon): ToolbarItem {
  return { action: findAction(id), icon, toggles: false };
}

/** The toolbar from left to right, in groups. */
export const TOOLBAR_GROUPS: readonly (readonly ToolbarItem[])[] = [
  [
    toggle('format.bold', Bold),
    toggle('format.italic', Italic),
    toggle('format.underline', Underline),
    toggle('format.strikethrough', Strikethrough),
    toggle('insert.link', Link),
  ],
  [
    toggle('format.heading2', Heading2),
    toggle('format.heading3', Heading3),
    toggle('format.quote', TextQuote),
    toggle('format.bulletedList', List),
    toggle('format.numberedList', ListOrdered),
  ],
  [
    insert('insert.pullQuote', Quote),
    insert('insert.picture', Image),
    insert('comments.add', MessageSquarePlus),
    insert('suggestions.toggle', PencilLine),
  ],
];

/** What a selection usually wants, for the bar that floats over it. */
export const SELECTION_ITEMS: readonly ToolbarItem[] = [
  toggle('format.bold', Bold),
  toggle('format.italic', Italic),
  toggle('insert.link', Link),
  toggle('format.heading2', Heading2),
  toggle('format.quote', TextQuote),
  insert('insert.pullQuote', Quote),
  insert('comments.add', MessageSquarePlus),
];

/** The rest, behind "More". */
export const MORE_TOGGLES: readonly ActionId[] = ['format.subscript', 'format.superscript'];
export const MORE_INSERTS: readonly ActionId[] = ['insert.video', 'insert.audio', 'insert.table', 'insert.separator'];
