/**
 * Finds what can be reached from itself (Tarjan's strongly connected components).
 *
 * @param arrows from each node to those that it needs; a node that needs nothing may be absent
 * @returns each circle once, its members in order of their names
 */
export function findCircles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>()
  const path: string[] = []
  const circles: string[][] = []

  const visit = (node: string): number => {
    const number = order.size
    order.set(node, number)
    path.push(node)
    let low = number
    for (const next of arrows.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (path.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === number) {
      const members = path.splice(path.indexOf(node))
      if (members.length > 1) circles.push(members.sort())
    }
    return low
  }
  for (const node of arrows.keys()) if (!order.has(node)) visit(node)
  return circles
}
