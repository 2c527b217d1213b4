import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { WeappPage } from './weapp-page'
import { parseTemplates } from './weapp-template'
import { YOUNGER_BUILTINS } from './younger-builtins'

type Options = Record<string, unknown>

const TAKE_AWAY = Object.entries(YOUNGER_BUILTINS)
  .map(([owner, names]) => `for (const name of ${JSON.stringify(names)}) delete ${owner}[name]`)
  .join('\n')

/**
 * A mini-program's world in a few lines: the built bundle runs in a context that has the language and nothing else,
 * no TextEncoder, crypto, URL, fetch or DOM, so that a library which needs one fails here and not on a phone.
 *
 * @param folder the built app, `dist/weapp`
 * @param wx the platform's functions that the test allows; calling another one throws, as on an old phone
 */
export function createWeapp(folder: string, wx: Options) {
  const modules = new Map<string, { exports: unknown }>()
  const templates = parseTemplates(readFileSync(path.join(folder, 'base.wxml'), 'utf8'))
  const pages: WeappPage[] = []
  let registered: Options | undefined
  let appOptions: Options = {}

  const context = vm.createContext({
    wx,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (options: Options) => {
      appOptions = options
    },
    Page: (options: Options) => {
      registered = options
    },
    Component: (options: Options) => {
      registered = options
    },
    Behavior: (options: Options) => options,
    getApp: () => appOptions,
    getCurrentPages: () => pages.map((page) => page.instance),
  })

  vm.runInContext(TAKE_AWAY, context)

  function load(file: string): unknown {
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

  const resolve = (from: string, name: string) =>
    path.resolve(from, name.endsWith('.js') ? name : `${name}.js`)

  load(path.join(folder, 'app.js'))
  ;(appOptions.onLaunch as (query: Options) => void)({ path: '', query: {} })

  const registrations = new Map<string, NonNullable<typeof registered>>()

  return {
    pages,
    /** Opens a page as the platform does for `wx.navigateTo`. @param url e.g. `/check/index?scenario=hotel` */
    async open(url: string): Promise<WeappPage> {
      const [route = '', query = ''] = url.replace(/^\//, '').split('?')
      // The platform runs a page's module once; later pages reuse what it registered.
      load(path.join(folder, `${route}.js`))
      const registration = registered ?? registrations.get(route)
      registered = undefined
      if (registration === undefined) throw new Error(`${route} registered no page`)
      registrations.set(route, registration)
      const page = new WeappPage(route, registration, parseQuery(query), templates)
      await pages.at(-1)?.hide()
      pages.push(page)
      await page.show()
      return page
    },
    /** A link that names no page of this version, as the platform reports it. */
    findNoPage(path: string): void {
      ;(appOptions.onPageNotFound as (missing: Options) => void)({ path, query: {}, isEntryPage: true })
    },
    /** Closes the page that is on top, as its back button does. */
    async back(): Promise<void> {
      await pages.pop()?.close()
      await pages.at(-1)?.showAgain()
    },
  }
}

function parseQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}
