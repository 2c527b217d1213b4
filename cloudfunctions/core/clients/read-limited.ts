/**
 * Reads an answer up to a size and no further, because whoever sends it may never end it.
 *
 * @param most bytes
 * @returns the text, `undefined` for a larger answer
 */
export async function readLimited({ body }: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
