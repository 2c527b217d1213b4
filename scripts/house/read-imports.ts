import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import * as v from 'valibot'

/** What is read. */
const ROOTS = [
  'shared',
  'cloudfunctions',
  'miniprogram',
  'relying-party',
  'web',
  'localcloud',
  'demo',
  'scripts',
]
/** Tests import from everywhere and are not read, but an import of one is found. */
const TESTS = 'tests'
const GENERATED = new Set(['node_modules', 'dist'])

/** A specifier without ending means any of these. */
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
/** A file for one platform imports the files of that platform; a file for both may import those of either. */
const PLATFORMS = ['h5', 'weapp']

const Manifest = v.object({ workspaces: v.array(v.string()), imports: v.record(v.string(), v.string()) })
const Workspace = v.object({ name: v.string(), exports: v.optional(v.record(v.string(), v.string())) })

export interface Imports {
  /** Every source file, and the files of the project that it imports, types included. Paths from the repository, with `/`. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>
  /** How one file would write that it imports another: across packages by name (`@nansha/core/…`), else by path in the package. */
  spell(from: string, to: string): string
}

/** Reads the imports of every source file of the project. @param repository folder with package.json */
export function readImports(repository: string): Imports {
  const sources = ROOTS.flatMap((root) => sourcesIn(repository, root))
  const files = new Set([...sources, ...sourcesIn(repository, TESTS)])
  const { packages, entries } = packagesOf(repository)
  const resolve = (from: string, specifier: string): string[] => {
    const entry = entries.get(specifier)
    if (entry !== undefined) return [entry]
    const named = packages.find(({ name }) => specifier.startsWith(name))
    if (!named && !specifier.startsWith('.')) return []
    const whole = named
      ? named.folder + specifier.slice(named.name.length)
      : path.posix.join(path.posix.dirname(from), specifier)
    return endingsFor(from)
      .map((ending) => whole.replace(/\.jsx?$/, '') + ending)
      .filter((file) => files.has(file))
  }
  const importsOf = (file: string) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(path.join(repository, file), 'utf8'), true, true)
    return importedFiles
      .flatMap(({ fileName }) => resolve(file, fileName))
      .filter((target) => target !== file)
  }
  return {
    targets: new Map(sources.map((file) => [file, new Set(importsOf(file))])),
    spell(from, to) {
      const home = packages.find(({ folder }) => to.startsWith(folder))
      if (!home) return to
      const inside = to.slice(home.folder.length)
      return from.startsWith(home.folder) ? inside : home.name + inside
    },
  }
}

function endingsFor(from: string): string[] {
  const own = PLATFORMS.filter((platform) => from.includes(`.${platform}.`))
  const platforms = own.length > 0 ? own : PLATFORMS
  return [...ENDINGS, ...platforms.flatMap((platform) => [`.${platform}.ts`, `.${platform}.tsx`])]
}

/**
 * The workspaces by `@nansha/<name>/` and the import map by `#<name>/`, each with the folder that it means; and what a
 * workspace exports by name, with its file.
 */
function packagesOf(repository: string) {
  const { workspaces, imports } = v.parse(Manifest, readJson(repository, 'package.json'))
  const entries = new Map<string, string>()
  const named = workspaces.map((folder) => {
    const { name, exports } = v.parse(Workspace, readJson(repository, `${folder}/package.json`))
    for (const [entry, file] of Object.entries(exports ?? {})) {
      if (!entry.includes('*')) entries.set(path.posix.join(name, entry), path.posix.join(folder, file))
    }
    return { name: `${name}/`, folder: `${folder}/` }
  })
  const mapped = Object.entries(imports).map(([name, target]) => ({
    name: name.slice(0, name.indexOf('*')),
    folder: target.slice('./'.length, target.indexOf('*')),
  }))
  return { packages: [...named, ...mapped], entries }
}

function readJson(repository: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(repository, file), 'utf8'))
}

function sourcesIn(repository: string, folder: string): string[] {
  if (!existsSync(path.join(repository, folder))) return []
  return readdirSync(path.join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) return GENERATED.has(entry.name) ? [] : sourcesIn(repository, file)
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [file] : []
  })
}
