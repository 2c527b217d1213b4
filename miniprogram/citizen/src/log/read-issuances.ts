import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import type { LogHead } from '@nansha/shared/issuance-log/log-entry'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import type { TrustReader } from '../trust/trust-reader'
import type { WalletSession } from '../wallet/wallet-session'
import { type CheckedLog, checkIssuances } from './check-issuances'
import type { KeptHead } from './kept-head'

export interface ReadIssuancesPorts {
  readonly wallet: Pick<WalletSession, 'client' | 'store' | 'load'>
  readonly trust: TrustReader
  readonly keptHead: KeptHead
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

export interface ReadIssuances extends CheckedLog {
  /** The head that was kept before, which the new one continues. */
  readonly kept: LogHead | undefined
}

/**
 * Fetches and checks every credential issued on the own number, and keeps the head. What fails is not kept: the old head is the evidence.
 *
 * @throws NanshaError OFFLINE, SERVICE_UNAVAILABLE, TRUST_…, LOG_INVALID
 */
export async function readIssuances(ports: ReadIssuancesPorts): Promise<ReadIssuances> {
  const { wallet, trust, keptHead, now } = ports
  await wallet.load()
  const state = wallet.store.get()
  if (state.phase !== 'held') throw new NanshaError('CREDENTIAL_NONE')
  const issuer = issuerByUrl(await trust.read(), state.identity.issuer)
  if (!issuer) throw new NanshaError('ISSUER_UNTRUSTED')

  const kept = await keptHead.load(issuer.iss)
  const answer = await wallet.client.fetchIssuances(kept?.size ?? 0)
  const [jws = ''] = state.held.credential.split('~')
  const checked = await checkIssuances(answer, {
    issuer,
    kept,
    credential: digestText(jws),
    now: Math.floor(now() / 1000),
  })
  await keptHead.save(issuer.iss, checked.head)
  return { ...checked, kept }
}
