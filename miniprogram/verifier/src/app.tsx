import '@nansha/kit/polyfill/missing-builtins'
import { AskProvider } from '@nansha/kit/cloud/use-ask'
import { ClockProvider } from '@nansha/kit/device/corrected-clock'
import { repeat } from '@nansha/kit/device/repeat'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { type PropsWithChildren, useEffect } from 'react'
import { PassUsesProvider } from './check/pass/use-pass-uses'
import { DeskProvider } from './check/use-desk'
import { ask, correctedClock, desk, passUses, tendDesk, trust, watch } from './services'
import { TrustProvider } from './trust/use-trust'
import { WatchProvider } from './warnings/use-watch'
import './app.scss'

/** How soon a desk hears of a dispute, and reports passes once there is network. */
const TEND_EVERY_MS = 15_000

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    void tendDesk()
    return repeat(TEND_EVERY_MS, tendDesk)
  }, [])
  return (
    <LanguageProvider>
      <ClockProvider value={correctedClock}>
        <AskProvider value={ask}>
          <TrustProvider value={trust}>
            <PassUsesProvider value={passUses}>
              <WatchProvider value={watch}>
                <DeskProvider value={desk}>{children}</DeskProvider>
              </WatchProvider>
            </PassUsesProvider>
          </TrustProvider>
        </AskProvider>
      </ClockProvider>
    </LanguageProvider>
  )
}
