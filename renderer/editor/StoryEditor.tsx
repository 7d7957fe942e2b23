import { mergeRegister } from '@lexical/utils';
import { useEffect, useRef, useState } from 'react';
import { createStoryEditor, openStory } from './createStoryEditor.ts';
import { EditorChrome } from './EditorChrome.tsx';
import { PictureLayer } from './figure/PictureLayer.tsx';
import { registerLinks } from './link/registerLinks.ts';
import { registerEditing } from './registerEditing.ts';
import type { StoryEditorProps } from './storyEditorApi.ts';
import './editor.css';

/** The page a story is written on. Mounted anew for each story that is opened. */
export function StoryEditor(props: StoryEditorProps) {
  const first = useRef(props);
  const [editor] = useState(createStoryEditor);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const { opened, openLink } = first.current;
    // One line a feature. Features of the page alone go into registerEditing; those that need the outside come here.
    const stop = mergeRegister(registerEditing(editor), registerLinks(editor, openLink));
    openStory(editor, opened.story);
    editor.setRootElement(body.current);
    return () => {
      editor.setRootElement(null);
      stop();
    };
  }, [editor]);

  return (
    <>
      <EditorChrome editor={editor} props={props} />
      <div className="page-scroll">
        <article className="sheet">
          <div
            ref={body}
            className="story-body"
            contentEditable
            suppressContentEditableWarning
            role="textbox"
            aria-label="Story body"
            aria-multiline="true"
            spellCheck={false}
            lang={props.opened.story.fields.language}
          />
        </article>
      </div>
      <PictureLayer editor={editor} />
    </>
  );
}
