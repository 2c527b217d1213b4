import '@nansha/kit/polyfill/missing-builtins'
import { replace } from '@nansha/kit/device/navigation'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { ElderProvider } from '@nansha/kit/ui/elder'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { AroundPages } from './around-pages'
import { PAGES } from './pages'

/** What every package shares at the first moment; the services come with the pages (providers.tsx). */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(() => replace(PAGES.unknown))
  return (
    <LanguageProvider>
      <ElderProvider>
        <AroundPages>{children}</AroundPages>
      </ElderProvider>
    </LanguageProvider>
  )
}
