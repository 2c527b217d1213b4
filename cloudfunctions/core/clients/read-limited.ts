/**
 * Reads an answer up to a size and no further, because whoever sends it may never end it.
 *
 * @param most bytes
 * @returns the text, `undefined` for a larger answer
 */
export async function readLimited({ body }: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  let size = 0
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.length
    if (size > most) {
      await reader?.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}
