import { AskProvider } from '@nansha/kit/cloud/use-ask'
import { ClockProvider } from '@nansha/kit/device/corrected-clock'
import { type PropsWithChildren, useEffect } from 'react'
import { PassUsesProvider } from './check/pass/use-pass-uses'
import { DeskProvider } from './check/use-desk'
import { ask, correctedClock, desk, passUses, startApp, trust, watch } from './services'
import { TrustProvider } from './trust/use-trust'
import { WatchProvider } from './warnings/use-watch'

/** Gives the services to the screens: around the app on the web, around each page in the mini-program. */
export default function Providers({ children }: PropsWithChildren) {
  useEffect(() => void startApp(), [])
  return (
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
  )
}
