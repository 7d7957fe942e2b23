import { $createParagraphNode, $getRoot, type LexicalEditor } from 'lexical';
import type { Furniture } from '../../../shared/ipc/librarySchemas.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { $getBlockId } from '../model/blockState.ts';

const MOST_NAMED = 3;

/** Says what in a paste looks like page furniture, and why; the words themselves are quoted, so that nobody has to guess. */
export function furnitureSentence(furniture: readonly Furniture[]): string {
  const named = furniture.slice(0, MOST_NAMED).map(({ reason, excerpt }) => `${reason} (“${excerpt}”)`);
  const others = furniture.length - named.length;
  const list = others > 0 ? [...named, `and ${others} more`] : named;
  return `Some of what was pasted looks like the page it came from, not like copy: ${list.join('; ')}.`;
}

/** Takes blocks off the page, one step of the history; there is a line to type on afterwards. */
export function removeBlocks(editor: LexicalEditor, ids: readonly BlockId[]): void {
  const unwanted = new Set(ids);
  editor.update(() => {
    const root = $getRoot();
    const blocks = root.getChildren().filter((block) => unwanted.has($getBlockId(block) ?? ('' as BlockId)));
    for (const block of blocks) block.remove();
    if (root.isEmpty()) root.append($createParagraphNode());
  });
}
