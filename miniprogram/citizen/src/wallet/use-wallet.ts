import { createService } from '@nansha/kit/service/create-service'
import type { WalletSession } from './wallet-session'

export interface WalletServices {
  readonly wallet: WalletSession
  /** Brings status, handles and clock up to date where there is network; without it, what is there goes on working. */
  readonly refreshWallet: () => Promise<void>
}

export const [WalletProvider, useWallet] = createService<WalletServices>('wallet')
