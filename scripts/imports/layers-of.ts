/** Who imports whom, by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Names that import each other, directly or by way of others, put together; all the rest alone. Each
 * group comes after every group that it imports (Tarjan's strongly connected components).
 */
export function groupsOf(graph: Graph): string[][] {
  const groups: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): number => {
    let low = order.size;
    order.set(name, low);
    open.push(name);
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(name, low);
    if (low === order.get(name)) groups.push(open.splice(open.indexOf(name)).toSorted());
    return low;
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return groups;
}

/** How high each name stands: 0 where nothing is imported, else one above the highest that is. */
export function heightsOf(graph: Graph): Map<string, number> {
  const heights = new Map<string, number>();
  for (const group of groupsOf(graph)) {
    const below = group
      .flatMap((name) => [...(graph.get(name) ?? [])])
      .filter((name) => !group.includes(name));
    const height = Math.max(-1, ...below.map((name) => heights.get(name) ?? 0)) + 1;
    for (const name of group) heights.set(name, height);
  }
  return heights;
}
