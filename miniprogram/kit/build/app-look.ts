/**
 * The part of an app's configuration that says what the platform's own bars look like; the same for both apps.
 * The browser build takes its colours from the style sheets alone.
 */
export const APP_LOOK =
  process.env.TARO_ENV === 'weapp' ? { darkmode: true, themeLocation: 'theme.json' } : {}

/** Names such as `@bar` stand in theme.json, once for light and once for dark. */
export const WINDOW_COLOURS =
  process.env.TARO_ENV === 'weapp'
    ? {
        navigationBarBackgroundColor: '@bar',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@ground',
        backgroundTextStyle: '@groundText',
      }
    : {
        navigationBarBackgroundColor: '#ffffff',
        navigationBarTextStyle: 'black',
        backgroundColor: '#f3f5f8',
      }

/** Holds what the first pages show and what several packages share, and no page (kit/build/late-pages.cjs); the web has no packages. */
export const BASE_PACKAGE = { root: 'base', pages: [] }

interface Tab {
  /** As in the app's `pages`. */
  readonly page: string
  /** Of kit/ui/Icon/icon.scss; kit/build/tab-icons.cjs draws it as a picture. */
  readonly icon: string
  readonly text: { readonly zh: string }
}

/** The platform's bar of tabs. Where a page has none, what leads to it stands on the first page alone. */
export function tabBar(tabs: readonly Tab[]) {
  if (process.env.TARO_ENV !== 'weapp') return {}
  const list = tabs.map(({ page, icon, text }) => ({
    pagePath: page,
    text: text.zh,
    iconPath: `tabs/${icon}.png`,
    selectedIconPath: `tabs/${icon}-selected.png`,
  }))
  return { tabBar: { color: '@tab', selectedColor: '@tabSelected', backgroundColor: '@bar', list } }
}
