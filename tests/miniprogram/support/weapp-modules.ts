import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { YOUNGER_BUILTINS } from './younger-builtins'

const TAKE_AWAY = Object.entries(YOUNGER_BUILTINS)
  .map(([owner, names]) => `for (const name of ${JSON.stringify(names)}) delete ${owner}[name]`)
  .join('\n')

/**
 * Loads a built app's modules in a context that has the language and nothing else: no TextEncoder, crypto, URL,
 * fetch or DOM, so that a library which needs one fails here and not on a phone.
 *
 * @param globals what the platform gives to every module: `wx`, `App`, `Page` …
 * @returns runs a file's module once and answers its exports
 */
export function createModules(globals: object): (file: string) => unknown {
  const modules = new Map<string, { exports: unknown }>()
  const context = vm.createContext({
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    ...globals,
  })
  vm.runInContext(TAKE_AWAY, context)

  return function load(file) {
    const cached = modules.get(file)
    if (cached !== undefined) return cached.exports
    const module = { exports: {} }
    modules.set(file, module)
    const code = readFileSync(file, 'utf8')
    const run = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context, {
      filename: file,
    })
    run((name: string) => load(resolve(path.dirname(file), name)), module, module.exports)
    return module.exports
  }
}

function resolve(from: string, name: string): string {
  return path.resolve(from, name.endsWith('.js') ? name : `${name}.js`)
}
