import { $getNodeByKey, $isTextNode, TextNode, type ElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { inlineText } from '../../../shared/story/plainText.ts';
import type { Suggestion } from '../../../shared/suggestions/listSuggestions.ts';
import { $readLines } from '../model/textOffsets.ts';
import { $placeElement } from '../places/placeElement.ts';
import { $getGhost, $setGhost, type Ghost } from './ghostState.ts';

/** An update that only changes how texts are drawn: nothing to save, nothing to undo. */
export const GHOST_TAG = 'ghosts';

/** What of a suggestion was taken out, for the page. */
function ghostText({ hunk }: Suggestion): string {
  return hunk.kind === 'words' ? inlineText(hunk.before).replaceAll('\n', ' ') : '';
}

/** Puts the words that are proposed to go where they stood, and takes away those drawn before (`drawn`). Answers the texts that have one. */
export function $paintGhosts(suggestions: readonly Suggestion[], drawn: ReadonlySet<NodeKey>): Set<NodeKey> {
  const wanted = new Map<NodeKey, Ghost>();
  const cuts = new Map<ElementNode, Map<number, string>>();
  for (const suggestion of suggestions) {
    const text = ghostText(suggestion);
    const { place } = suggestion;
    const element = text !== '' && place.in === 'block' ? $placeElement(place) : null;
    if (!element) continue;
    const known = cuts.get(element) ?? new Map<number, string>();
    known.set(place.start, `${known.get(place.start) ?? ''}${text}`);
    cuts.set(element, known);
  }
  for (const [element, texts] of cuts) for (const [offset, text] of texts) $place(element, offset, text, wanted);
  for (const key of drawn) {
    const node = $getNodeByKey(key);
    if ($isTextNode(node) && !wanted.has(key)) $setGhost(node, null);
  }
  for (const [key, ghost] of wanted) {
    const node = $getNodeByKey(key);
    if ($isTextNode(node)) $setGhost(node, ghost);
  }
  return new Set(wanted.keys());
}

function $place(element: ElementNode, offset: number, text: string, wanted: Map<NodeKey, Ghost>): void {
  const line = $readLines(element).find(({ start, end }) => start <= offset && offset <= end);
  const texts = (line?.leaves ?? []).filter(({ node }) => $isTextNode(node));
  const at = texts.find(({ start, end }) => start <= offset && offset < end);
  const put = (key: NodeKey, ghost: Partial<Ghost>) =>
    wanted.set(key, { before: '', behind: '', ...wanted.get(key), ...ghost });
  if (at && $isTextNode(at.node)) {
    const parts = at.start === offset ? [at.node] : at.node.splitText(offset - at.start);
    const target = parts.at(-1);
    if (target) put(target.getKey(), { before: text });
    return;
  }
  const last = texts.at(-1);
  if (last) put(last.node.getKey(), { behind: text });
}

/** Draws ghosts on the page: CSS reads them from the elements of their texts. Answers its undo. */
export function registerGhosts(editor: LexicalEditor): () => void {
  const drawn = new WeakSet<HTMLElement>();
  return editor.registerMutationListener(TextNode, (nodes) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of nodes) {
        const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
        const node = element && $getNodeByKey(key);
        if (!element || !$isTextNode(node)) continue;
        const { before, behind } = $getGhost(node);
        if (before === '' && behind === '' && !drawn.has(element)) continue;
        drawn.add(element);
        setOrRemove(element, 'ghost', before);
        setOrRemove(element, 'ghostBehind', behind);
      }
    });
  });
}

function setOrRemove(element: HTMLElement, name: 'ghost' | 'ghostBehind', text: string): void {
  if (text === '') delete element.dataset[name];
  else element.dataset[name] = text;
}
