import { getDOMTextNode, type LexicalEditor } from 'lexical';
import { useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { putBeside } from '../../ui/placeBeside.ts';
import type { SlashQuery } from './slashQuery.ts';
import { useSlashMenu } from './useSlashMenu.ts';
import '../popups.css';
import './slash.css';

interface SlashMenuProps {
  readonly editor: LexicalEditor;
  readonly run: (action: ActionId) => void;
}

/** Where the slash stands in the window; null when its text is not drawn. */
function slashBox(editor: LexicalEditor, query: SlashQuery): { rect: DOMRect; isRtl: boolean } | null {
  const element = editor.getElementByKey(query.key);
  const text = element && getDOMTextNode(element);
  if (!element || !text) return null;
  const range = document.createRange();
  range.setStart(text, Math.min(query.start, text.length));
  range.setEnd(text, Math.min(query.start + 1, text.length));
  return { rect: range.getBoundingClientRect(), isRtl: getComputedStyle(element).direction === 'rtl' };
}

/** The insert menu under a typed `/`. The caret stays in the text; arrows and Enter are read there. */
export function SlashMenu({ editor, run }: SlashMenuProps) {
  const { items, current, query, choose, point, close } = useSlashMenu(editor, run);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const isOpen = query !== null;
  const optionId = (index: number) => `${id}-${index}`;

  const place = useCallback(() => {
    if (!query || !list.current) return;
    const anchor = slashBox(editor, query);
    if (!anchor) return;
    putBeside(list.current, anchor.rect, { side: 'below', align: anchor.isRtl ? 'end' : 'start', gap: 6 });
  }, [editor, query]);
  useLayoutEffect(place, [place, items]);

  useEffect(() => {
    const root = editor.getRootElement();
    if (!isOpen || !root) return undefined;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', `${id}-${current}`);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, isOpen, current, id]);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && list.current?.contains(event.target))) close();
    };
    window.addEventListener('pointerdown', closeOutside, true);
    // A slash on the last line makes the page scroll for the caret; the menu goes with it.
    window.addEventListener('scroll', place, true);
    window.addEventListener('blur', close);
    return () => {
      window.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('blur', close);
    };
  }, [isOpen, close, place]);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (!isOpen) return null;
  return createPortal(
    <div
      ref={list}
      id={id}
      className="slash-menu"
      role="listbox"
      aria-label="Insert"
      // What scrolls must be within reach of the keyboard; the keys themselves stay with the text.
      tabIndex={0}
      onFocus={() => editor.focus()}
    >
      {items.map(({ icon: Icon, ...item }, index) => (
        <div
          key={item.action}
          id={optionId(index)}
          className="slash-item"
          role="option"
          aria-label={item.name}
          aria-selected={index === current}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => point(index)}
          onClick={() => choose({ icon: Icon, ...item })}
        >
          <Icon aria-hidden="true" size={18} strokeWidth={1.8} />
          <span className="slash-name">{item.name}</span>
          <span className="slash-hint">{item.hint}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}
