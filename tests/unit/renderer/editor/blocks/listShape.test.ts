// @vitest-environment jsdom
import { $createListItemNode, $createListNode, $isListItemNode } from '@lexical/list';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $createSeparatorNode } from '../../../../../renderer/editor/nodes/SeparatorNode.ts';
import type { Block, ListItem } from '../../../../../shared/story/block.ts';
import { edit, openOnPage, readBlocks, type } from '../editorRig.ts';

const LIST: Block = {
  id: 'list' as Block['id'],
  type: 'list',
  kind: 'bulleted',
  items: [{ content: [{ type: 'text', text: 'one' }] }],
};

function item(text: string, ...list: ListItem[]): ListItem {
  const content = text === '' ? [] : [{ type: 'text' as const, text }];
  return list.length > 0 ? { content, list: { kind: 'bulleted', items: list } } : { content };
}

/** The story’s list after `nodes` came into its first item. */
function afterPutting($nodes: () => LexicalNode[]): Block[] {
  const editor = openOnPage([LIST]);
  edit(editor, () => {
    const list = $getRoot().getFirstChild();
    const first = $isElementNode(list) ? list.getFirstChild() : null;
    if ($isListItemNode(first)) first.splice(first.getChildrenSize(), 0, $nodes());
  });
  return readBlocks(editor);
}

function $list(...texts: string[]) {
  return $createListNode('bullet').append(...texts.map((text) => $createListItemNode().append($createTextNode(text))));
}

describe('what comes into an item of a list', () => {
  it('is a nested list under the words before it, and an item of its own after it', () => {
    expect(afterPutting(() => [$list('two'), $createTextNode('three'), $list('four')])).toEqual([
      { ...LIST, items: [item('one', item('two')), item('three', item('four'))] },
    ]);
  });

  it('is an item for each paragraph', () => {
    const $paragraph = (text: string) => $createParagraphNode().append($createTextNode(text));
    expect(afterPutting(() => [$paragraph('two'), $paragraph('three')])).toEqual([
      { ...LIST, items: [item('one'), item('two'), item('three')] },
    ]);
  });

  it('stands after the list when it is no words', () => {
    expect(afterPutting(() => [$createSeparatorNode(), $createTextNode('two')])).toEqual([
      { ...LIST, items: [item('one'), item('two')] },
      expect.objectContaining({ type: 'separator' }),
    ]);
  });
});

it('two lists that meet in one item become one, with the words of both', () => {
  expect(afterPutting(() => [$list('two'), $list('three')])).toEqual([
    { ...LIST, items: [item('one', item('two'), item('three'))] },
  ]);
});

it('the caret goes along with the words it is in', () => {
  const editor = openOnPage([LIST]);
  edit(editor, () => {
    const words = $createTextNode('two');
    const first = $getRoot().getFirstDescendant()?.getParent();
    if ($isListItemNode(first)) first.splice(1, 0, [$createParagraphNode().append(words)]);
    words.select(1, 1);
  });
  type(editor, '!');
  expect(readBlocks(editor)).toEqual([{ ...LIST, items: [item('one'), item('t!wo')] }]);
});
