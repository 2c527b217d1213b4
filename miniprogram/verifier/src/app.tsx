import '@nansha/kit/polyfill/missing-builtins'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import type { PropsWithChildren } from 'react'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return <LanguageProvider>{children}</LanguageProvider>
}
