import type { Browser, BrowserContext, Page } from 'playwright-core'

/** How one person has set up their phone. */
export interface Look {
  readonly language: 'zh' | 'en'
  /** 2 for text twice as large. */
  readonly text: 1 | 2
  readonly theme?: 'dark'
  /** Of the citizen's app. */
  readonly version?: 'elder'
  /** A large phone; a small one without it. */
  readonly phone?: 'large'
}

export const LOOKS: readonly Look[] = [
  { language: 'zh', text: 1 },
  { language: 'zh', text: 2 },
  { language: 'en', text: 1 },
  { language: 'en', text: 2 },
  { language: 'zh', text: 1, theme: 'dark' },
  { language: 'zh', text: 1, version: 'elder' },
  { language: 'en', text: 2, theme: 'dark', version: 'elder' },
  { language: 'en', text: 1, phone: 'large' },
  { language: 'zh', text: 1, version: 'elder', phone: 'large' },
]

/** Such as `en2-dark-elder`. */
export function nameOf({ language, text, theme, version, phone }: Look): string {
  return [`${language}${text}`, theme, version, phone].filter(Boolean).join('-')
}

/** Phones of 360 × 780 and 430 × 932 px, less the 88 px that the chat app keeps for its own bars. */
export const windowOf = ({ phone }: Look) =>
  phone === 'large' ? { width: 430, height: 844 } : { width: 360, height: 692 }

/** Called with each screen once it stands still. @param name of the screen, such as `desk-compare` */
export type Visit = (page: Page, name: string) => Promise<void>

export type AppName = 'citizen' | 'verifier'

/** What lies on the phone of somebody who has used the app before, by storage key. */
export type Kept = Readonly<Record<string, string>>

/** A context whose apps are in this language, with text of this size. @param kept by app and profile, such as `citizen:anna` */
export async function openContext(
  browser: Browser,
  look: Look,
  kept: Readonly<Record<string, Kept>>,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: windowOf(look),
    deviceScaleFactor: 1,
    locale: look.language === 'zh' ? 'zh-CN' : 'en',
    permissions: ['camera'],
    reducedMotion: 'reduce',
    colorScheme: look.theme ?? 'light',
  })
  const items = Object.entries(kept).flatMap(([owner, stored]) =>
    Object.entries({
      ...stored,
      language: look.language,
      ...(look.version === 'elder' && { elder: 'true' }),
    }).map(([key, value]) => [`nansha:${owner}:${key}`, value]),
  )
  await context.addInitScript(
    ({ items, text }) => {
      for (const [key, value] of items)
        if (localStorage.getItem(key ?? '') === null) localStorage.setItem(key ?? '', value ?? '')
      // At this moment a document has no element yet that could hold a style.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`html { font-size: ${text * 100}% } body { font-family: "Noto Sans SC", "Noto Sans CJK SC", sans-serif }
        .taro_page, .taro_router > .taro_page { transition: none !important }`)
      document.adoptedStyleSheets = [sheet]
    },
    { items, text: look.text },
  )
  return context
}
