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

/** By the element they stand in and their offset there, the words that are proposed to go. */
function $cutsOf(suggestions: readonly Suggestion[]): Map<ElementNode, Map<number, string>> {
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
  return cuts;
}

/** The text a ghost at this offset goes before or, at the end of a line, behind. */
function $leafAt(element: ElementNode, offset: number) {
  const line = $readLines(element).find(({ start, end }) => start <= offset && offset <= end);
  const texts = (line?.leaves ?? []).filter(({ node }) => $isTextNode(node));
  return texts.find(({ start, end }) => start <= offset && offset < end) ?? texts.at(-1);
}

/** Whether the page shows something else than these: most keys change no ghost, and an update would part what is undone together. */
export function $areGhostsStale(suggestions: readonly Suggestion[], drawn: ReadonlySet<NodeKey>): boolean {
  const wanted = new Set<NodeKey>();
  for (const [element, texts] of $cutsOf(suggestions))
    for (const [offset, text] of texts) {
      const leaf = $leafAt(element, offset);
      const node = leaf?.node;
      if (!leaf || !$isTextNode(node)) continue;
      const ghost = $getGhost(node);
      const isDrawn = leaf.start === offset ? ghost.before === text : leaf.end === offset && ghost.behind === text;
      if (!isDrawn) return true;
      wanted.add(node.getKey());
    }
  return [...drawn].some((key) => !wanted.has(key));
}

/** Puts the words that are proposed to go where they stood, and takes away all others of those that are drawn (`drawn`). */
export function $paintGhosts(suggestions: readonly Suggestion[], drawn: ReadonlySet<NodeKey>): void {
  const wanted = new Map<NodeKey, Ghost>();
  for (const [element, texts] of $cutsOf(suggestions))
    for (const [offset, text] of texts) $place(element, offset, text, wanted);
  for (const key of drawn) {
    const node = $getNodeByKey(key);
    if ($isTextNode(node) && !wanted.has(key)) $setGhost(node, null);
  }
  for (const [key, ghost] of wanted) {
    const node = $getNodeByKey(key);
    if ($isTextNode(node)) $setGhost(node, ghost);
  }
}

function $place(element: ElementNode, offset: number, text: string, wanted: Map<NodeKey, Ghost>): void {
  const leaf = $leafAt(element, offset);
  if (!leaf || !$isTextNode(leaf.node)) return;
  const put = (key: NodeKey, ghost: Partial<Ghost>) =>
    wanted.set(key, { before: '', behind: '', ...wanted.get(key), ...ghost });
  if (offset >= leaf.end) {
    put(leaf.node.getKey(), { behind: text });
    return;
  }
  const parts = leaf.start === offset ? [leaf.node] : leaf.node.splitText(offset - leaf.start);
  const target = parts.at(-1);
  if (target) put(target.getKey(), { before: text });
}

/**
 * Draws ghosts on the page: CSS reads them from the elements of their texts. Keeps in `drawn` which texts have one, be it that
 * their words were cut in two and both halves brought it along. Answers its undo.
 */
export function registerGhosts(editor: LexicalEditor, drawn: Set<NodeKey>): () => void {
  return editor.registerMutationListener(TextNode, (nodes) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of nodes) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const ghost = $isTextNode(node) ? $getGhost(node) : null;
        const isDrawn = ghost !== null && (ghost.before !== '' || ghost.behind !== '');
        if (!isDrawn && !drawn.has(key)) continue;
        const element = editor.getElementByKey(key);
        if (element) {
          setOrRemove(element, 'ghost', ghost?.before ?? '');
          setOrRemove(element, 'ghostBehind', ghost?.behind ?? '');
        }
        if (isDrawn) drawn.add(key);
        else drawn.delete(key);
      }
    });
  });
}

function setOrRemove(element: HTMLElement, name: 'ghost' | 'ghostBehind', text: string): void {
  if (text === '') delete element.dataset[name];
  else element.dataset[name] = text;
}
