import '@nansha/kit/polyfill/missing-builtins'
import { repeat } from '@nansha/kit/device/repeat'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { type PropsWithChildren, useEffect } from 'react'
import { tendDesk } from './services'
import './app.scss'

/** How soon a desk hears of a dispute, and reports passes once there is network. */
const TEND_EVERY_MS = 15_000

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    void tendDesk()
    return repeat(TEND_EVERY_MS, tendDesk)
  }, [])
  return <LanguageProvider>{children}</LanguageProvider>
}
