/**
 * The assignment problem: every row to one column at the least total cost. Shortest augmenting paths
 * (Jonker & Volgenant 1987), O(n³), exact.
 */
export function solveAssignment(cost: readonly (readonly number[])[]): number[] {
  const n = cost.length;
  const m = cost[0]?.length ?? 0;
  if (n > m) throw new Error("assignment needs at least as many columns as rows");
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  const way = new Int32Array(m + 1);
  for (let i = 1; i <= n; i += 1) {
    rowOf[0] = i;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Infinity);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const row = rowOf[column] ?? 0;
      const costs = cost[row - 1] ?? [];
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= m; j += 1) {
        if (used[j]) continue;
        const reduced = (costs[j - 1] ?? 0) - (u[row] ?? 0) - (v[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          way[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= m; j += 1) {
        if (used[j]) {
          const r = rowOf[j] ?? 0;
          u[r] = (u[r] ?? 0) + delta;
          v[j] = (v[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while ((rowOf[column] ?? 0) !== 0);
    while (column !== 0) {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const columnOf = new Array<number>(n).fill(-1);
  for (let j = 1; j <= m; j += 1) if (rowOf[j]) columnOf[(rowOf[j] ?? 1) - 1] = j - 1;
  return columnOf;
}
