import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** @param output the built app, `dist/weapp` @returns the size of all recordings in it */
export async function voiceBytes(output: string): Promise<number> {
  const files = (await readdir(output, { recursive: true })).filter((file) => file.endsWith('.mp3'))
  const sizes = await Promise.all(files.map((file) => stat(path.join(output, file))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}
