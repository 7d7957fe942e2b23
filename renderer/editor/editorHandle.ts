import { $isElementNode, $setSelection, type LexicalEditor } from 'lexical';
import type { Story } from '../../shared/story/story.ts';
import { $selectBlock } from './blocks/selectBlock.ts';
import { $createStretchSelection } from './model/textOffsets.ts';
import { $getFields } from './model/storyFields.ts';
import { $readBlocks } from './model/storyModel.ts';
import { $getLayers } from './model/storySuggestions.ts';
import { $findBlock } from './model/topLevel.ts';
import type { Autosave } from './autosave/Autosave.ts';
import type { FieldEdits } from './fields/FieldEdits.ts';
import { watchFields } from './fields/watchFields.ts';
import { putCaption } from './figure/putCaption.ts';
import type { PagePictures } from './figure/PagePictures.ts';
import type { PageQuotes } from './pullquote/PageQuotes.ts';
import type { PageMarks } from './marks/PageMarks.ts';
import { replacePlaces } from './places/replacePlaces.ts';
import { revealPlace } from './places/revealPlace.ts';
import type { PageComments } from './review/PageComments.ts';
import type { PageSuggestions } from './suggestions/PageSuggestions.ts';
import { RUN_ACTION_COMMAND } from './runActionCommand.ts';
import type { StoryEditorHandle } from './storyEditorApi.ts';

interface HandleParts {
  readonly editor: LexicalEditor;
  readonly story: Story;
  readonly autosave: Autosave;
  readonly edits: FieldEdits;
  readonly pictures: PagePictures;
  readonly quotes: PageQuotes;
  readonly marks: PageMarks;
  readonly comments: PageComments;
  readonly suggestions: PageSuggestions;
  readonly focus: () => void;
  readonly insertCode: (text: string) => void;
}

/** Actions that mean the words at the caret; a field above the body has no marks and no blocks. */
function isForBodyCaret(action: string): boolean {
  return /^(format|block|table|picture|quote)\.|^insert\.(link|pullQuote|separator|table)$/.test(action);
}

/** The story as it stands on the page. */
function $storyNow({ suggestions: _, ...story }: Story): Story {
  const layers = $getLayers();
  const proposed = layers.length > 0 ? { suggestions: [...layers] } : {};
  return { ...story, fields: $getFields(), blocks: $readBlocks(), ...proposed };
}

/** What the shell may do with the open story, made of the editor's parts. */
export function createHandle({
  editor,
  story,
  autosave,
  edits,
  pictures,
  quotes,
  marks,
  comments,
  suggestions,
  focus,
  insertCode,
}: HandleParts): StoryEditorHandle {
  return {
    run(action) {
      if (isForBodyCaret(action) && document.activeElement?.closest('[data-story-field]')) return true;
      return editor.dispatchCommand(RUN_ACTION_COMMAND, action);
    },
    async flush() {
      await quotes.settle();
      return autosave.flush();
    },
    focus,
    reveal(blockId) {
      editor.update(
        () => {
          const block = $findBlock(blockId);
          if (!block) return;
          if ($isElementNode(block) && !block.isShadowRoot()) {
            $setSelection($createStretchSelection(block, { start: 0, end: 0 }));
          } else $selectBlock(block);
        },
        {
          discrete: true,
          onUpdate() {
            const key = editor.getEditorState().read(() => $findBlock(blockId)?.getKey());
            const element = key === undefined ? null : editor.getElementByKey(key);
            element?.scrollIntoView({ block: 'center' });
            editor.getRootElement()?.focus({ preventScroll: true });
          },
        },
      );
    },
    revealPlace: (place) => revealPlace(editor, place),
    replacePlaces: (placed) => replacePlaces(editor, placed),
    showMarks: (placed, onOpen, onAsk) => marks.show(placed, onOpen, onAsk),
    openMarks: (place) => (place ? marks.open(place) : marks.openAtCaret()),
    comments,
    suggestions,
    readStory: () => editor.read(() => $storyNow(story)),
    setField: (name, value, isStep) => edits.set(name, value, isStep),
    onFields: (listener) => watchFields(editor, listener),
    takePictureWords: (blockId, field, words) => pictures.takeWords(blockId, field, words),
    replacePicture: (blockId) => pictures.chooseReplacement(blockId),
    insertPictures: (files) => pictures.insertFiles(files),
    putCaption: (words) => putCaption(editor, words),
    insertCode,
    insertAsset: (asset) => pictures.insertAsset(asset),
  };
}
