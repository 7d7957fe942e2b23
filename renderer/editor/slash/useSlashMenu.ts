import { mergeRegister } from '@lexical/utils';
import {
  COMMAND_PRIORITY_HIGH,
  HISTORIC_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { typedText } from '../model/typedText.ts';
import { filterSlashItems, type SlashItem } from './slashItems.ts';
import { $readSlashQuery, $removeSlashQuery, type SlashQuery } from './slashQuery.ts';

interface SlashMenuState {
  readonly items: readonly SlashItem[];
  /** Index of the entry Enter would take. */
  readonly current: number;
  readonly query: SlashQuery | null;
  choose(item: SlashItem): void;
  point(index: number): void;
  close(): void;
}

function sameQuery(a: SlashQuery | null, b: SlashQuery | null): boolean {
  return a?.key === b?.key && a?.start === b?.start && a?.typed === b?.typed;
}

/** Follows the caret and knows when the insert menu is open, with what in it. */
export function useSlashMenu(editor: LexicalEditor, run: (action: ActionId) => void): SlashMenuState {
  const [query, setQuery] = useState<SlashQuery | null>(null);
  const [current, setCurrent] = useState(0);
  const typed = query?.typed ?? null;
  const items = useMemo(() => (typed === null ? [] : filterSlashItems(typed)), [typed]);
  const isOpen = items.length > 0;
  const last = useRef<SlashQuery | null>(null);
  const show = useCallback((next: SlashQuery | null) => {
    if (sameQuery(last.current, next)) return;
    last.current = next;
    setQuery(next);
  }, []);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
        const hasSlash = typedText(editorState, () => true)?.before.includes('/');
        const next = hasSlash && !editor.isComposing() ? editorState.read($readSlashQuery) : null;
        const goesOn = next !== null && last.current?.start === next.start;
        // It opens for a slash just typed, never because the caret came to an old one.
        const isNew =
          next?.typed === '' && dirtyLeaves.has(next.key) && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
        show(goesOn || isNew ? next : null);
      }),
    [editor, show],
  );
  useEffect(() => setCurrent(0), [typed]);

  const close = useCallback(() => show(null), [show]);
  const choose = useCallback(
    (item: SlashItem) => {
      show(null);
      // In one update, so that the action finds the line without the slash and one undo brings it back.
      editor.update(() => {
        $removeSlashQuery();
        run(item.action);
      });
    },
    [editor, run, show],
  );

  useEffect(() => {
    if (!isOpen) return undefined;
    const step = (by: number) => (event: KeyboardEvent) => {
      event.preventDefault();
      setCurrent((index) => (index + by + items.length) % items.length);
      return true;
    };
    const take = (event: KeyboardEvent | null) => {
      const item = items[current];
      if (!item) return false;
      event?.preventDefault();
      choose(item);
      return true;
    };
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          event.preventDefault();
          close();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, isOpen, items, current, choose, close]);

  return { items, current, query: isOpen ? query : null, choose, point: setCurrent, close };
}
