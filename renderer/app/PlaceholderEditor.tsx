import { useEffect, useRef, useState } from 'react';
import { blockText } from '../../shared/story/plainText.ts';
import type { Story, StoryFields } from '../../shared/story/story.ts';
import { countBodyWords, readingMinutes } from '../../shared/story/wordCount.ts';
import type { StoryEditorProps } from '../editor/storyEditorApi.ts';

/** Stands where the editor goes until it is there: shows the words, edits the fields, saves them. */
export function PlaceholderEditor(props: StoryEditorProps) {
  const story = useRef<Story>(props.opened.story);
  const listeners = useRef(new Set<(fields: StoryFields) => void>());
  const underway = useRef<Promise<string | null>>(Promise.resolve(null));
  const [fields, setFields] = useState(story.current.fields);

  function setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void {
    story.current = { ...story.current, fields: { ...story.current.fields, [name]: value } };
    setFields(story.current.fields);
    for (const listener of listeners.current) listener(story.current.fields);
    props.onSaveState({ kind: 'saving' });
    underway.current = props.library
      .request('stories.put', { id: story.current.id, fields: { [name]: value } })
      .then((answer) => {
        if (answer.ok) props.onSaveState({ kind: 'saved', at: answer.value.savedAt });
        else props.onSaveState({ kind: 'unsaved', reason: answer.error.message });
        return answer.ok ? null : answer.error.message;
      });
  }

  useEffect(() => {
    const { blocks } = story.current;
    props.onReady({
      run: () => false,
      flush: () => underway.current,
      focus: () => {},
      reveal: () => {},
      readStory: () => story.current,
      setField,
      onFields(listener) {
        listeners.current.add(listener);
        listener(story.current.fields);
        return () => listeners.current.delete(listener);
      },
      insertPictures: () => {},
      insertAsset: () => {},
    });
    const words = countBodyWords(blocks);
    props.onStats({
      words,
      characters: blocks.map(blockText).join('').length,
      readingMinutes: readingMinutes(words),
      targetWords: story.current.fields.targetWords,
      selection: null,
    });
    props.onOutline(
      blocks.flatMap((block) =>
        block.type === 'heading' || block.type === 'figure' || block.type === 'pullQuote'
          ? [{ blockId: block.id, type: block.type, text: blockText(block) }]
          : [],
      ),
    );
    props.onSaveState({ kind: 'saved', at: null });
    // Once per session, as the editor does.
  }, []);

  return (
    <div className="placeholder-sheet" lang={fields.language} dir={fields.direction}>
      {(['headline', 'deck', 'dateline', 'byline'] as const).map((name) => (
        <textarea
          key={name}
          className={name}
          aria-label={name[0]?.toUpperCase() + name.slice(1)}
          dir="auto"
          value={fields[name]}
          onChange={(event) => setField(name, event.target.value)}
        />
      ))}
      <div role="textbox" aria-label="Story body" aria-readonly>
        {story.current.blocks.map((block) => (
          <p key={block.id} dir="auto" className={block.type}>
            {blockText(block)}
          </p>
        ))}
      </div>
    </div>
  );
}
