import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import type { ActionId } from '../../shared/actions/actions.ts';
import { FindBar } from './find/FindBar.tsx';
import { LinkPopover } from './link/LinkPopover.tsx';
import { SlashMenu } from './slash/SlashMenu.tsx';
import type { StoryEditorProps } from './storyEditorApi.ts';
import { TableMenu } from './table/TableMenu.tsx';
import { watchActiveFormats } from './watchActiveFormats.ts';
import { FloatingToolbar } from './toolbar/FloatingToolbar.tsx';
import { FormattingToolbar } from './toolbar/FormattingToolbar.tsx';

interface EditorChromeProps {
  readonly editor: LexicalEditor;
  readonly props: StoryEditorProps;
}

const NONE: ReadonlySet<ActionId> = new Set();

/** The tools around the page. They render when what is on at the caret changes, never for a letter typed. */
export function EditorChrome({ editor, props }: EditorChromeProps) {
  const { runAction, openLink, announce, onActiveFormats } = props;
  const [active, setActive] = useState(NONE);
  const focusText = useCallback(() => editor.focus(), [editor]);

  useEffect(
    () =>
      watchActiveFormats(editor, (actions) => {
        setActive(new Set(actions));
        onActiveFormats?.(actions);
      }),
    [editor, onActiveFormats],
  );

  return (
    <>
      <FormattingToolbar active={active} run={runAction} focusText={focusText} />
      <FindBar editor={editor} />
      <FloatingToolbar editor={editor} active={active} run={runAction} />
      <SlashMenu editor={editor} run={runAction} />
      <TableMenu editor={editor} active={active} run={runAction} announce={announce} />
      <LinkPopover editor={editor} openLink={openLink} />
    </>
  );
}
