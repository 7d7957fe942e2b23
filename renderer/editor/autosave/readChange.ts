import { $getNodeByKey, type LexicalEditor } from 'lexical';
import type { StoryChange } from '../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $getLayers } from '../model/storySuggestions.ts';
import { $findBlock } from '../model/topLevel.ts';
import type { DraftChange } from './DraftSaver.ts';
import type { SavedLayers } from './SavedLayers.ts';

function pick(fields: StoryFields, names: ReadonlySet<keyof StoryFields>): Partial<StoryFields> {
  return Object.fromEntries([...names].map((name) => [name, fields[name]]));
}

/**
 * The named parts of the page as they are now, in the shape the library stores. Blocks that are gone are left out; of what is
 * proposed only what the disk has otherwise.
 */
export function readChange(
  editor: LexicalEditor,
  change: DraftChange,
  layers: SavedLayers,
): Omit<StoryChange, 'id' | 'place'> {
  return editor.getEditorState().read(() => {
    const blocks: Block[] = [];
    for (const [id, key] of change.blocks) {
      const hinted = $getNodeByKey(key);
      const node = hinted?.__parent === 'root' && $getBlockId(hinted) === id ? hinted : $findBlock(id);
      if (node) blocks.push($readBlock(node));
    }
    return {
      ...(blocks.length > 0 ? { blocks } : {}),
      ...(change.order ? { order: $readOrder() } : {}),
      ...(change.layers ? layers.changeTo($getLayers()) : {}),
      ...(change.fields.size > 0 ? { fields: pick($getFields(), change.fields) } : {}),
    };
  });
}
