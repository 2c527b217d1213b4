import { createWeapp } from './weapp-runtime'

type Going = { url: string; success?: (result: object) => void }

/** A built app whose pages open, close and replace each other as it asks the platform to. */
export interface NavigatingApp {
  readonly app: ReturnType<typeof createWeapp>
  /** Waits until all pages that were asked for are there. @throws what hindered one of them */
  arrive(): Promise<void>
}

/** @param folder the built app @param wx the platform's functions, in which those that open pages are replaced */
export function createNavigatingApp(folder: string, wx: Record<string, unknown>): NavigatingApp {
  let way: Promise<unknown> = Promise.resolve()
  const go = (move: (url: string) => Promise<unknown>) => (going: Going) => {
    way = way.then(() => move(going.url))
    way.catch(() => undefined)
    going.success?.({})
  }
  /** The platform leads to a page that has a tab by that tab alone. */
  const withoutTab = (url: string) => {
    if (app.isTab(url)) throw new Error(`navigateTo:fail ${url} has a tab`)
    return url
  }

  const app = createWeapp(folder, {
    ...wx,
    navigateTo: go(async (url) => app.open(withoutTab(url))),
    redirectTo: go(async (url) => {
      withoutTab(url)
      await app.pages.pop()?.close()
      await app.open(url)
    }),
    reLaunch: go(async (url) => {
      await app.closeAll()
      await app.open(url)
    }),
    switchTab: go((url) => app.switchTab(url)),
    navigateBack: go(() => app.back()),
  })
  return {
    app,
    async arrive() {
      await way
    },
  }
}
