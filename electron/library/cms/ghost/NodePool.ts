import { nodeToken, type LexicalNode } from './nodeToken.ts';

/** The nodes behind tokens: texts are merged by what they say, and written by what they are. */
export class NodePool {
  readonly #nodes = new Map<string, LexicalNode[]>();

  /** Of nodes that say the same the first comes first. */
  constructor(nodes: readonly LexicalNode[]) {
    for (const node of nodes) this.#add(node);
  }

  /** The nodes of these tokens, each as often as it was put in; the last of its kind serves for all that follow. */
  pick(tokens: readonly string[]): LexicalNode[] {
    const left = new Map(Array.from(this.#nodes, ([token, nodes]) => [token, [...nodes]]));
    return tokens.flatMap((token) => {
      const nodes = left.get(token) ?? [];
      const [node] = nodes.length > 1 ? nodes.splice(0, 1) : nodes;
      return node ? [node] : [];
    });
  }

  /**
   * The site’s own node with our change in it: each property we changed from `was` to `now`, the rest as it is there. Null where both
   * changed the same one.
   */
  patch = (was: string, now: string, stored: string): string | null => {
    const [ours] = this.#nodes.get(now) ?? [];
    const [theirs] = this.#nodes.get(stored) ?? [];
    const said = [was, now, stored].map(readToken);
    const [before, after, there] = said;
    if (!ours || !theirs || !before || !after || !there) return null;
    const patched: LexicalNode = { ...theirs };
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (same(before[name], after[name]) || same(there[name], after[name])) continue;
      // A caption there may call its credit by name (“Photo: …”), which ours does not; the picture is to stay theirs all the same.
      if (!same(there[name], before[name]) && name !== 'caption') return null;
      patched[name] = ours[name];
    }
    this.#add(patched);
    return nodeToken(patched);
  };

  #add(node: LexicalNode): void {
    const token = nodeToken(node);
    this.#nodes.set(token, [...(this.#nodes.get(token) ?? []), node]);
  }
}

/** What one token says; null for several, which stand for no one node. */
function readToken(token: string): Readonly<Record<string, unknown>> | null {
  return token.startsWith('{') && !token.includes('\n') ? (JSON.parse(token) as Record<string, unknown>) : null;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
