import '@nansha/kit/polyfill/missing-builtins'
import { ClockProvider } from '@nansha/kit/device/corrected-clock'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { EnrolmentProvider } from './enrol/use-enrolment'
import { KeptHeadProvider } from './log/use-kept-head'
import { correctedClock, enrolment, keptHead, startApp, trust, walletServices } from './services'
import { TrustProvider } from './trust/use-trust'
import { WalletProvider } from './wallet/use-wallet'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void startApp())
  return (
    <LanguageProvider>
      <ClockProvider value={correctedClock}>
        <WalletProvider value={walletServices}>
          <TrustProvider value={trust}>
            <KeptHeadProvider value={keptHead}>
              <EnrolmentProvider value={enrolment}>{children}</EnrolmentProvider>
            </KeptHeadProvider>
          </TrustProvider>
        </WalletProvider>
      </ClockProvider>
    </LanguageProvider>
  )
}
