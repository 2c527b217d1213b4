import '@nansha/kit/polyfill/missing-builtins'
import { AskProvider } from '@nansha/kit/cloud/use-ask'
import { ClockProvider } from '@nansha/kit/device/corrected-clock'
import { replace } from '@nansha/kit/device/navigation'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { ElderProvider } from '@nansha/kit/ui/elder'
import { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { IssuanceLogProvider } from './log/use-issuance-log'
import { PAGES } from './pages'
import {
  ask,
  children as childrenCards,
  correctedClock,
  documents,
  issuanceLog,
  startApp,
  trust,
  walletServices,
} from './services'
import { TrustProvider } from './trust/use-trust'
import { ChildrenProvider } from './wallet/use-children'
import { DocumentsProvider } from './wallet/use-documents'
import { WalletProvider } from './wallet/use-wallet'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void startApp())
  usePageNotFound(() => replace(PAGES.unknown))
  return (
    <LanguageProvider>
      <ElderProvider>
        <ClockProvider value={correctedClock}>
          <AskProvider value={ask}>
            <WalletProvider value={walletServices}>
              <TrustProvider value={trust}>
                <IssuanceLogProvider value={issuanceLog}>
                  <DocumentsProvider value={documents}>
                    <ChildrenProvider value={childrenCards}>{children}</ChildrenProvider>
                  </DocumentsProvider>
                </IssuanceLogProvider>
              </TrustProvider>
            </WalletProvider>
          </AskProvider>
        </ClockProvider>
      </ElderProvider>
    </LanguageProvider>
  )
}
