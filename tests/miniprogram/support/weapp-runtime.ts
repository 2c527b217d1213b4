import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createModules, type FetchPackage } from './weapp-modules'
import { WeappPage } from './weapp-page'
import { parseTemplates } from './weapp-template'

type Options = Record<string, unknown>

/**
 * A mini-program's world in a few lines: the built bundle runs on the bare language and the platform's functions.
 *
 * @param folder the built app, `dist/weapp`
 * @param wx the platform's functions that the test allows; calling another one throws, as on an old phone
 * @param fetchPackage how packages come onto the phone; by default they are there
 */
export function createWeapp(folder: string, wx: Options, fetchPackage: FetchPackage = async () => undefined) {
  const templates = parseTemplates(readFileSync(path.join(folder, 'base.wxml'), 'utf8'))
  const pages: WeappPage[] = []
  const registrations = new Map<string, Options>()
  let registered: Options | undefined
  let appOptions: Options = {}
  const register = (options: Options) => {
    registered = options
  }

  const platform = {
    wx,
    App: (options: Options) => {
      appOptions = options
    },
    Page: register,
    Component: register,
    Behavior: (options: Options) => options,
    getApp: () => appOptions,
    getCurrentPages: () => pages.map((page) => page.instance),
  }
  const { arrive, load } = createModules(folder, platform, fetchPackage)
  load(path.join(folder, 'app.js'))
  ;(appOptions.onLaunch as (query: Options) => void)({ path: '', query: {} })

  function registrationOf(route: string): Options {
    // The platform runs a page's module once; later pages reuse what it registered.
    load(path.join(folder, `${route}.js`))
    const registration = registered ?? registrations.get(route)
    registered = undefined
    if (registration === undefined) throw new Error(`${route} registered no page`)
    registrations.set(route, registration)
    return registration
  }

  return {
    pages,
    /** Opens a page as the platform does for `wx.navigateTo`. @param url e.g. `/check/index?scenario=hotel` */
    async open(url: string): Promise<WeappPage> {
      const [route = '', query = ''] = url.replace(/^\//, '').split('?')
      const page = new WeappPage(route, registrationOf(route), parseQuery(query), templates)
      await pages.at(-1)?.hide()
      pages.push(page)
      await page.show(arrive)
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
