import { mergeRegister } from '@lexical/utils';
import { $addUpdateTag, $getNodeByKey, COMMAND_PRIORITY_EDITOR, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { $galleryAround, $leaveGallery, $makeGallery, $picturesAround } from '../model/galleries.ts';
import { $isFigureNode, FigureNode } from '../nodes/FigureNode.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';

type Announce = (message: string, kind: 'note') => void;

/**
 * The pictures an action means to join: those selected, with the galleries they are in, as far as they stand one right after
 * another; for one picture, all that stand around it.
 */
function $picturesToJoin(): FigureNode[] {
  const selected = $selectedBlocks().filter($isFigureNode);
  const [first, ...others] = selected;
  if (!first) return [];
  const around = $picturesAround(first);
  if (others.length === 0) return around;
  const wanted = new Set(selected.flatMap($galleryAround).map((figure) => figure.getKey()));
  return around.filter((figure) => wanted.has(figure.getKey()));
}

function $make(): string {
  const figures = $picturesToJoin();
  const [first] = figures;
  if (!first) return 'Select a picture first: click it, or put the caret into its caption.';
  if (figures.length < 2) {
    return 'A gallery is two pictures or more: put another picture right before or after this one first.';
  }
  if ($galleryAround(first).length === figures.length) return 'These pictures are a gallery already.';
  $addUpdateTag(HISTORY_PUSH_TAG);
  $makeGallery(figures);
  return `These ${figures.length} pictures are a gallery now.`;
}

function $takeOut(): string {
  $addUpdateTag(HISTORY_PUSH_TAG);
  const left = $selectedBlocks().filter((block) => $isFigureNode(block) && $leaveGallery(block));
  if (left.length === 0) return 'This is no picture of a gallery: select one first.';
  return left.length === 1 ? 'The picture stands for itself again.' : 'The pictures stand for themselves again.';
}

/** Makes galleries of pictures, takes pictures out of them, and shows on the page which ones they are. Answers its undo. */
export function registerGalleries(editor: LexicalEditor, announce: Announce): () => void {
  return mergeRegister(
    editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => {
        if (action === 'picture.gallery') announce($make(), 'note');
        else if (action === 'picture.alone') announce($takeOut(), 'note');
        else return false;
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerMutationListener(FigureNode, (mutations) => {
      editor.getEditorState().read(() => {
        const shown = new Set<FigureNode>();
        for (const key of mutations.keys()) {
          const figure = $getNodeByKey(key);
          // A picture that came or went leaves its neighbours changed: each gallery is in here with one of its own.
          if ($isFigureNode(figure) && !shown.has(figure)) $showGallery(editor, figure, shown);
        }
      });
    }),
  );
}

/** Numbers the pictures of a gallery, for the eye by their place in the grid and for a screen reader in words. */
function $showGallery(editor: LexicalEditor, figure: FigureNode, shown: Set<FigureNode>): void {
  const pictures = $galleryAround(figure);
  pictures.forEach((picture, index) => {
    shown.add(picture);
    const element = editor.getElementByKey(picture.getKey());
    if (!element) return;
    if (pictures.length > 1) {
      element.dataset['galleryPlace'] = String(index + 1);
      element.dataset['gallerySize'] = String(pictures.length);
      element.style.setProperty('--gallery-place', String(index));
      element.setAttribute('aria-description', `Gallery, ${index + 1} of ${pictures.length}`);
    } else {
      delete element.dataset['galleryPlace'];
      delete element.dataset['gallerySize'];
      element.style.removeProperty('--gallery-place');
      element.removeAttribute('aria-description');
    }
  });
}
