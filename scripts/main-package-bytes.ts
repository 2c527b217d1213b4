import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

const packages = v.optional(v.array(v.object({ root: v.string() })), [])
/** The platform accepts both spellings, and Taro passes on the one it was given. */
const AppJson = v.object({ subPackages: packages, subpackages: packages })

/** @returns the bytes of a weapp build that belong to no subpackage: what the platform's 2 MB limit counts. */
export async function mainPackageBytes(output: string): Promise<number> {
  const app = v.parse(AppJson, JSON.parse(await readFile(path.join(output, 'app.json'), 'utf8')))
  const roots = [...app.subPackages, ...app.subpackages].map(({ root }) => path.join(output, root) + path.sep)
  let total = 0
  for (const entry of await readdir(output, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (!entry.isFile() || roots.some((root) => file.startsWith(root))) continue
    total += (await stat(file)).size
  }
  return total
}
