/** Edges of a graph by key: for every key the keys it rests on. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** The keys of one cycle, first and last the same, or undefined when there is none. */
export function findCycle(edges: Edges): readonly string[] | undefined {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (key: string): readonly string[] | undefined => {
    if (finished.has(key)) return undefined;
    const start = path.indexOf(key);
    if (start >= 0) return [...path.slice(start), key];
    path.push(key);
    for (const next of edges.get(key) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    finished.add(key);
    return undefined;
  };
  for (const key of edges.keys()) {
    const cycle = visit(key);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Every key that `from` rests on, directly or through others; without `from` itself unless it lies on a cycle. */
export function ancestorsOf(edges: Edges, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(edges.get(from) ?? [])];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    waiting.push(...(edges.get(key) ?? []));
  }
  return found;
}

/** Keys ordered so that each stands after all it rests on. The graph must have no cycle. */
export function topologicalOrder(edges: Edges): readonly string[] {
  const ordered = new Set<string>();
  const visit = (key: string) => {
    if (ordered.has(key)) return;
    for (const next of edges.get(key) ?? []) visit(next);
    ordered.add(key);
  };
  for (const key of edges.keys()) visit(key);
  return [...ordered];
}
