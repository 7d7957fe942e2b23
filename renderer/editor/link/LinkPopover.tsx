import { COMMAND_PRIORITY_EDITOR, getDOMSelection, type LexicalEditor } from 'lexical';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { highlightRanges } from '../highlights.ts';
import { TextPopover } from '../TextPopover.tsx';
import { $applyLink, $readLinkTarget, $removeLink, EDIT_LINK_COMMAND, type LinkTarget } from './editLink.ts';
import { readLinkUrl } from './linkUrl.ts';
import './link.css';

const HIGHLIGHT = 'stet-link-target';

interface LinkPopoverProps {
  readonly editor: LexicalEditor;
  readonly openLink: (url: string) => void;
}

/** The form a link is made, changed, opened and removed in; opened by EDIT_LINK_COMMAND at the selection. */
export function LinkPopover({ editor, openLink }: LinkPopoverProps) {
  const [target, setTarget] = useState<LinkTarget | null>(null);
  const [url, setUrl] = useState('');
  const [words, setWords] = useState('');
  const [isRefused, setRefused] = useState(false);
  const anchor = useRef<Range | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(
    () =>
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          const found = $readLinkTarget();
          const selection = getDOMSelection(window);
          if (!found || !selection || selection.rangeCount === 0) return false;
          anchor.current = selection.getRangeAt(0).cloneRange();
          // The caret goes into the form; the words it is about stay marked.
          highlightRanges(HIGHLIGHT, found.hasWords ? [anchor.current] : []);
          setTarget(found);
          setUrl(found.url);
          setWords('');
          setRefused(false);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  function close(): void {
    highlightRanges(HIGHLIGHT, []);
    setTarget(null);
  }

  function apply(event: SubmitEvent): void {
    event.preventDefault();
    const address = readLinkUrl(url);
    setRefused(address === null);
    if (address === null) {
      field.current?.focus();
      return;
    }
    editor.update(() => $applyLink(address, words.trim()));
    close();
  }

  function remove(): void {
    editor.update($removeLink);
    close();
  }

  const known = target?.url ? readLinkUrl(target.url) : null;
  return (
    target && (
      <TextPopover label="Link" anchor={anchor.current} initialFocus={field} onClose={close} giveBack={editor}>
        <form className="link-form" noValidate onSubmit={apply}>
          {!target.hasWords && (
            <label className="link-field">
              <span>Text</span>
              <input type="text" dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
            </label>
          )}
          <label className="link-field">
            <span>Address</span>
            <input
              ref={field}
              type="url"
              dir="ltr"
              spellCheck={false}
              placeholder="https://"
              value={url}
              aria-invalid={isRefused}
              aria-describedby={isRefused ? `${id}-refused` : undefined}
              onChange={(event) => {
                setUrl(event.target.value);
                setRefused(false);
              }}
            />
          </label>
          {isRefused && (
            <p id={`${id}-refused`} className="link-refused" role="alert">
              A link needs a web address or an e-mail address.
            </p>
          )}
          <div className="link-buttons">
            {target.url ? (
              <>
                <button type="button" disabled={known === null} onClick={() => known && openLink(known)}>
                  Open
                </button>
                <button type="button" onClick={remove}>
                  Remove link
                </button>
              </>
            ) : null}
            <button type="submit" className="link-apply">
              {target.url ? 'Change' : 'Link'}
            </button>
          </div>
        </form>
      </TextPopover>
    )
  );
}
