import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

/** What cloud functions run on. */
const CLOUD = { os: 'linux', cpu: 'x64', libc: 'glibc' } as const

const names = v.optional(v.record(v.string(), v.string()), {})
const packageSchema = v.object({
  dependencies: names,
  optionalDependencies: names,
  os: v.optional(v.array(v.string())),
  cpu: v.optional(v.array(v.string())),
  libc: v.optional(v.array(v.string())),
})
type Package = v.InferOutput<typeof packageSchema>

export interface ShippedFile {
  /** Absolute path. */
  readonly file: string
  readonly bytes: number
}

/**
 * Lists the files of every package that a function ships as node_modules: its dependencies and theirs, of binaries only
 * those for the cloud. On another platform npm did not install the cloud's own optional packages, and they are not listed.
 *
 * @param names what the function's package.json depends on
 * @param from the folder from where they are required
 * @throws Error when a package is not installed
 */
export async function shippedModules(names: readonly string[], from: string): Promise<ShippedFile[]> {
  const folders = new Set<string>()
  for (const name of names) await addPackage(folders, name, from)
  return (await Promise.all([...folders].map(filesOf))).flat()
}

async function addPackage(folders: Set<string>, name: string, from: string): Promise<void> {
  const folder = findPackage(name, from)
  if (!folder) throw new Error(`${name} is not installed, but a function ships it.`)
  if (folders.has(folder)) return
  folders.add(folder)
  const { dependencies, optionalDependencies } = await readPackage(folder)
  for (const needed of Object.keys(dependencies)) {
    if (!(needed in optionalDependencies)) await addPackage(folders, needed, folder)
  }
  for (const optional of Object.keys(optionalDependencies)) {
    const found = findPackage(optional, folder)
    if (found && isForCloud(await readPackage(found))) await addPackage(folders, optional, folder)
  }
}

/** Looks where Node looks: in the node_modules of the folder and of every folder above it. */
function findPackage(name: string, from: string): string | undefined {
  const folder = path.join(from, 'node_modules', name)
  if (existsSync(path.join(folder, 'package.json'))) return folder
  return path.dirname(from) === from ? undefined : findPackage(name, path.dirname(from))
}

async function readPackage(folder: string): Promise<Package> {
  return v.parse(packageSchema, JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')))
}

function isForCloud({ os, cpu, libc }: Package): boolean {
  return (
    (os?.includes(CLOUD.os) ?? true) &&
    (cpu?.includes(CLOUD.cpu) ?? true) &&
    (libc?.includes(CLOUD.libc) ?? true)
  )
}

/** onnxruntime-node brings binaries for every platform in one package: `bin/napi-v6/linux/x64`, … */
const BINARY = /[\\/]bin[\\/]napi-v\d+[\\/](\w+)[\\/](\w+)[\\/]/

async function filesOf(folder: string): Promise<ShippedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    // Packages of its own that lie inside are listed for themselves.
    .filter((file) => !path.relative(folder, file).split(path.sep).includes('node_modules'))
    .filter((file) => {
      const [, os, cpu] = BINARY.exec(file) ?? []
      return os === undefined || (os === CLOUD.os && cpu === CLOUD.cpu)
    })
  return Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })))
}
