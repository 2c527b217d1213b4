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
