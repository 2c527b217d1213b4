import { AskProvider } from '@nansha/kit/cloud/use-ask'
import { ClockProvider } from '@nansha/kit/device/corrected-clock'
import { type PropsWithChildren, useEffect } from 'react'
import { IssuanceLogProvider } from './log/use-issuance-log'
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

/** Gives the services to the screens: around the app on the web, around each page in the mini-program. */
export default function Providers({ children }: PropsWithChildren) {
  useEffect(() => void startApp(), [])
  return (
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
  )
}
