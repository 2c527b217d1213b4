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
  const tabs = readTabs(folder)
  const keptTabs = new Map<string, WeappPage>()
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

  async function open(url: string): Promise<WeappPage> {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    const page = new WeappPage(route, registrationOf(route), parseQuery(query), templates)
    await pages.at(-1)?.hide()
    pages.push(page)
    await page.show(arrive)
    return page
  }

  return {
    pages,
    /** Whether the bar of tabs leads to a page: then nothing else but a start does. @param url e.g. `/home/index` */
    isTab: (url: string) => tabs.has(url.replace(/^\//, '')),
    /** Opens a page as the platform does for `wx.navigateTo`. @param url e.g. `/check/index?scenario=hotel` */
    open,
    /** What the platform does when a tab is tapped: pages that have none are closed, those that have one are kept. */
    async switchTab(url: string): Promise<WeappPage> {
      const route = url.replace(/^\//, '')
      if (!tabs.has(route)) throw new Error(`switchTab:fail no tab leads to ${url}`)
      for (let top = pages.pop(); top !== undefined; top = pages.pop()) {
        if (tabs.has(top.route)) keptTabs.set(top.route, top)
        await (tabs.has(top.route) ? top.hide() : top.close())
      }
      const kept = keptTabs.get(route)
      if (kept === undefined) return open(url)
      pages.push(kept)
      await kept.showAgain()
      return kept
    },
    /** Closes every page, those that a tab keeps too. */
    async closeAll(): Promise<void> {
      const all = new Set([...pages.splice(0), ...keptTabs.values()])
      keptTabs.clear()
      for (const page of all) await page.close()
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

/** Routes of the pages that have a tab. */
function readTabs(folder: string): ReadonlySet<string> {
  const { tabBar } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    tabBar?: { list: readonly { pagePath: string }[] }
  }
  return new Set((tabBar?.list ?? []).map(({ pagePath }) => pagePath))
}

function parseQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}
