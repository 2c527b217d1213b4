/**
 * The chat app hands over a scanned link in `q`, encoded once more than the router decodes; other ways of opening the page do not.
 *
 * @returns the link itself
 */
export function readLinkParameter(q: string): string {
  if (q.includes('://')) return q
  try {
    return decodeURIComponent(q)
  } catch {
    return q
  }
}
