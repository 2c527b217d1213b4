import type { Complaint } from '@nansha/shared/api/wallet'
import type { CredentialOffered, OnlineCredential, OtherWallets } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import type { PurposeUnlock } from '@nansha/shared/openid4vp/purpose'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { SignAndSend } from './sign-and-send'

/** What leaves this phone for websites and for other wallets. */
export interface OnlineClient {
  /** A credential for one website, bound to a key of its own. @throws NanshaError UNLOCK_REQUIRED */
  fetchOnlineCredential(wanted: {
    readonly key: HolderKey
    readonly unlock: PurposeUnlock
    /** For whom a pseudonym is wanted. */
    readonly sector: string | undefined
  }): Promise<string>
  /** An offer of the identity to another wallet. @throws NanshaError UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED */
  offerCredential(): Promise<CredentialOffered>
  /** What other wallets hold. */
  fetchOtherWallets(): Promise<OtherWallets['wallets']>
  /** @param wallet `id` of one of them */
  withdrawWallet(wallet: string): Promise<void>
  /** Counts a complaint of a website for the operator, who does not learn whose it is. @throws NanshaError ATTEMPTS_EXHAUSTED */
  reportWebsite(domain: string, kind: Complaint): Promise<void>
}

export function createOnlineClient(send: SignAndSend): OnlineClient {
  return {
    async fetchOnlineCredential({ key, unlock, sector }) {
      const { credential } = await send<OnlineCredential>(({ requestId, ...made }) => ({
        action: 'online-credential',
        unlock,
        proof: createProofOfPossession({ key, nonce: requestId, ...made }),
        ...(sector !== undefined && { sector }),
      }))
      return credential
    },
    offerCredential: () => send<CredentialOffered>({ action: 'offer-credential' }),
    fetchOtherWallets: async () => (await send<OtherWallets>({ action: 'other-wallets' })).wallets,
    withdrawWallet: async (wallet) => void (await send({ action: 'withdraw-wallet', wallet })),
    reportWebsite: async (domain, kind) => void (await send({ action: 'report-website', domain, kind })),
  }
}
