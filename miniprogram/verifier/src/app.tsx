import '@nansha/kit/polyfill/missing-builtins'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import type { PropsWithChildren } from 'react'
import { AroundPages } from './around-pages'
import './app.scss'

/** What every package shares at the first moment; the services come with the pages (providers.tsx). */
export default function App({ children }: PropsWithChildren) {
  return (
    <LanguageProvider>
      <AroundPages>{children}</AroundPages>
    </LanguageProvider>
  )
}
