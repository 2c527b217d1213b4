import type { Ask } from '@nansha/kit/cloud/ask'
import type { ExportedIdentity } from '@nansha/shared/api/export'
import type {
  History,
  HistoryPlace,
  Issuances,
  Renewed,
  Trust,
  WalletStatus,
} from '@nansha/shared/api/wallet-answers'
import type { SignAndSend } from './sign-and-send'

/** What the server holds of this citizen, and what the citizen decides about it. */
export interface IdentityClient {
  fetchStatus(): Promise<WalletStatus>
  /** The next credential for the same key, near the end of this one. */
  renew(): Promise<string>
  /** @param after the last entry that is known, for older ones */
  fetchHistory(after?: HistoryPlace): Promise<History>
  /** What the server keeps of the citizen's identity. @throws NanshaError UNLOCK_REQUIRED */
  exportData(): Promise<ExportedIdentity>
  /** What the server knows of the credentials of this citizen. */
  fetchIssuances(): Promise<Issuances>
  /** The trust list as its roots signed it, compact JWS. */
  fetchTrustList(): Promise<string>
  /** The chat account alone may do this, so that it works when the phone key is gone. */
  freeze(): Promise<void>
  unfreeze(): Promise<void>
  /** Bars enrolment from afar for the holder's number, or allows it again. */
  lockNumber(locked: boolean): Promise<void>
  /** Has messages sent in the chat app for every use and attempt, or no more. */
  subscribeToAlerts(wanted: boolean): Promise<void>
  /** Answers a new phone that wants to replace this one. */
  answerRebinding(allowed: boolean): Promise<void>
  /** Deletes the identity on the server: claims, portrait, credential. */
  deleteIdentity(): Promise<void>
}

/** @param ask carries the one request that is not signed */
export function createIdentityClient(send: SignAndSend, ask: Ask): IdentityClient {
  return {
    fetchStatus: () => send<WalletStatus>({ action: 'status' }),
    renew: async () => (await send<Renewed>({ action: 'renew' })).credential,
    fetchHistory: (after) => send<History>({ action: 'history', ...(after && { after }) }),
    exportData: () => send<ExportedIdentity>({ action: 'export' }),
    fetchIssuances: () => send<Issuances>({ action: 'issuances' }),
    fetchTrustList: async () => (await send<Trust>({ action: 'trust' })).trustList,
    freeze: async () => void (await ask('wallet', { action: 'freeze' })),
    unfreeze: async () => void (await send({ action: 'unfreeze' })),
    lockNumber: async (locked) => void (await send({ action: 'number-lock', locked })),
    subscribeToAlerts: async (wanted) => void (await send({ action: 'alerts', wanted })),
    answerRebinding: async (allowed) => void (await send({ action: 'rebinding', allowed })),
    deleteIdentity: async () => void (await send({ action: 'delete' })),
  }
}
