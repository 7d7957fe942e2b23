import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createStoryEditor } from './createStoryEditor.ts';
import { EditorChrome } from './EditorChrome.tsx';
import { FieldsHead } from './fields/FieldsHead.tsx';
import { PictureLayer } from './figure/PictureLayer.tsx';
import { QuoteLayer } from './pullquote/QuoteLayer.tsx';
import { StoryPage } from './StoryPage.ts';
import type { StoryEditorProps } from './storyEditorApi.ts';
import './editor.css';

/** The page a story is written on. Mounted anew for each story that is opened. */
export function StoryEditor(props: StoryEditorProps) {
  const first = useRef(props);
  const [editor] = useState(() => createStoryEditor());
  const [page, setPage] = useState<StoryPage | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const { fields } = props.opened.story;

  useLayoutEffect(() => {
    if (!body.current) return undefined;
    const opened = new StoryPage(editor, body.current, first.current);
    setPage(opened);
    return () => {
      setPage(null);
      opened.close();
    };
  }, [editor]);

  // After the fields are drawn: the caret may have to go into one of them.
  useEffect(() => page?.enter(), [page]);

  return (
    <>
      <EditorChrome editor={editor} props={props} />
      <div className="page-scroll scrolls">
        <article className="sheet">
          {page && <FieldsHead editor={editor} edits={page.edits} codeAtEnd={props.codeAtEnd} />}
          <div
            ref={body}
            className="story-body"
            contentEditable
            suppressContentEditableWarning
            role="textbox"
            aria-label="Story body"
            aria-multiline="true"
            spellCheck={false}
            lang={fields.language}
          />
        </article>
      </div>
      {page && <PictureLayer editor={editor} pictures={page.pictures} />}
      {page && <QuoteLayer quotes={page.quotes} actions={page.quoteActions} />}
    </>
  );
}
