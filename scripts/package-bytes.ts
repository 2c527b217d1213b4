import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

const packages = v.optional(v.array(v.object({ root: v.string() })), [])
/** The platform accepts both spellings, and Taro passes on the one it was given. */
const AppJson = v.object({ subPackages: packages, subpackages: packages })

/** Bytes of a weapp build, by what the platform downloads at once. */
export interface PackageBytes {
  /** Of what belongs to no subpackage: what the platform's 2 MB limit counts. */
  readonly main: number
  /** By root; each is downloaded when one of its pages is opened, or preloaded. */
  readonly subpackages: ReadonlyMap<string, number>
}

/** @param output the built app, `dist/weapp` */
export async function packageBytes(output: string): Promise<PackageBytes> {
  const app = v.parse(AppJson, JSON.parse(await readFile(path.join(output, 'app.json'), 'utf8')))
  const roots = [...app.subPackages, ...app.subpackages].map(({ root }) => root)
  const subpackages = new Map(roots.map((root) => [root, 0]))
  let main = 0
  for (const entry of await readdir(output, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const { size } = await stat(file)
    const root = roots.find((one) => file.startsWith(path.join(output, one) + path.sep))
    if (root === undefined) main += size
    else subpackages.set(root, (subpackages.get(root) ?? 0) + size)
  }
  return { main, subpackages }
}
