import type { Ask } from '@nansha/kit/cloud/ask'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'

/** A clock this wrong makes the server refuse a request for its age. */
const SKEW_MS = 30_000

export interface WalletClientPorts {
  readonly ask: Ask
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Promise<Uint8Array>
  /** @throws NanshaError CREDENTIAL_NONE */
  readonly holder: () => Promise<{ readonly key: HolderKey; readonly issuer: string }>
}

/** An action, or what makes one that must name the request which carries it. */
type ActionOrMaker =
  | WalletAction
  | ((made: {
      readonly audience: string
      readonly issuedAt: number
      readonly requestId: string
    }) => WalletAction)

/** Hands a signed request to the function that carries it out. */
type Deliver = <Result>(request: string) => Promise<Result>

/**
 * Signs an action with the phone key and sends it.
 *
 * @param deliver left out: to the function `wallet`
 * @throws NanshaError what the function answers; OFFLINE, SERVICE_UNAVAILABLE
 */
export type SignAndSend = <Result>(action: ActionOrMaker, deliver?: Deliver) => Promise<Result>

/** How every signed request leaves this phone. */
export function createSignAndSend({ ask, now, randomBytes, holder }: WalletClientPorts): SignAndSend {
  const toWallet: Deliver = (request) => ask('wallet', { request })

  const sendOnce = async <Result>(action: ActionOrMaker, deliver: Deliver): Promise<Result> => {
    const { key, issuer: audience } = await holder()
    const made = {
      audience,
      issuedAt: unixSeconds(now()),
      requestId: encodeBase64url(await randomBytes(16)),
    }
    const signed = createWalletRequest({
      key,
      ...made,
      action: typeof action === 'function' ? action(made) : action,
    })
    return deliver<Result>(signed)
  }

  /** The first request of a phone with a wrong clock is refused, but its answer brings the right time. */
  return async <Result>(action: ActionOrMaker, deliver: Deliver = toWallet): Promise<Result> => {
    const before = now()
    try {
      return await sendOnce<Result>(action, deliver)
    } catch (error) {
      const wasSkewed = Math.abs(now() - before) > SKEW_MS
      if (error instanceof NanshaError && error.code === 'REQUEST_INVALID' && wasSkewed)
        return sendOnce(action, deliver)
      throw error
    }
  }
}
