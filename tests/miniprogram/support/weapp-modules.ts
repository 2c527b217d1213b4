import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { YOUNGER_BUILTINS } from './younger-builtins'

const TAKE_AWAY = Object.entries(YOUNGER_BUILTINS)
  .map(([owner, names]) => `for (const name of ${JSON.stringify(names)}) delete ${owner}[name]`)
  .join('\n')

/** Downloads a package of the app, by its root; rejects where that fails. */
export type FetchPackage = (root: string) => Promise<void>

export interface Modules {
  /** Runs a file's module once, and answers its exports. */
  load(file: string): unknown
  /** Waits until every package that was asked for is there, or is known not to come. */
  arrive(): Promise<void>
}

/**
 * Loads a built app's modules in a context that has the language and nothing else: no TextEncoder, crypto, URL,
 * fetch or DOM, so that a library which needs one fails here and not on a phone. As on the platform, a module of another
 * package is there only for `require.async`.
 *
 * @param folder the built app
 * @param globals what the platform gives to every module: `wx`, `App`, `Page` …
 */
export function createModules(folder: string, globals: object, fetchPackage: FetchPackage): Modules {
  const modules = new Map<string, { exports: unknown }>()
  const underWay = new Set<Promise<unknown>>()
  const packageOf = readPackages(folder)
  const context = vm.createContext({
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    ...globals,
  })
  vm.runInContext(TAKE_AWAY, context)

  function requireFrom(file: string) {
    const from = path.dirname(file)
    const require = (name: string) => {
      const wanted = resolve(from, name)
      const root = packageOf(wanted)
      if (root !== undefined && root !== packageOf(file))
        throw new Error(`${name} is in the package ${root}, which ${file} cannot require`)
      return load(wanted)
    }
    const async = (name: string) => {
      const wanted = resolve(from, name)
      const root = packageOf(wanted)
      const arrival = (root === undefined ? Promise.resolve() : fetchPackage(root)).then(() => load(wanted))
      const over: Promise<unknown> = arrival.then(
        () => underWay.delete(over),
        () => underWay.delete(over),
      )
      underWay.add(over)
      return arrival
    }
    return Object.assign(require, { async })
  }

  function load(file: string): unknown {
    const cached = modules.get(file)
    if (cached !== undefined) return cached.exports
    const module = { exports: {} }
    modules.set(file, module)
    const code = readFileSync(file, 'utf8')
    const run = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context, {
      filename: file,
    })
    run(requireFrom(file), module, module.exports)
    return module.exports
  }

  return {
    load,
    async arrive() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** @returns the root of the package that a file is in; `undefined` for the main package */
function readPackages(folder: string): (file: string) => string | undefined {
  const { subPackages } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  return (file) => subPackages.find(({ root }) => file.startsWith(path.join(folder, root) + path.sep))?.root
}

function resolve(from: string, name: string): string {
  return path.resolve(from, name.endsWith('.js') ? name : `${name}.js`)
}
