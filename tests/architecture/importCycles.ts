/**
 * Finds the knots of an import graph: sets of files that reach each other (Tarjan's strongly connected components).
 * Type-only imports count too, since a knot of types is still a knot to read.
 */
export function importCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const knots: string[][] = [];

  function visit(file: string): number {
    const place = order.size;
    order.set(file, place);
    let low = place;
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
      lowest.set(file, low);
    }
    lowest.set(file, low);
    if (low === place) {
      const knot = stack.splice(stack.indexOf(file));
      if (knot.length > 1 || graph.get(file)?.includes(file)) knots.push(knot.toSorted());
    }
    return low;
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return knots;
}
