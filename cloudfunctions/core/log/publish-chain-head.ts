import { unixSeconds } from '@nansha/shared/clock/durations'
import { CHAIN_HEAD_TYPE } from '@nansha/shared/log/former-chain'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import { CHAIN_HEAD, HEAD_ID, SIGNED_HEAD, SIGNED_HEAD_ID } from '../records/former-chain'
import { LOG_STATE, LOG_STATE_ID } from '../records/log'

export interface ChainPorts {
  readonly database: Database
  readonly now: Now
  /** The issuer's key. */
  readonly signer: Signer
  readonly issuerUrl: string
}

/**
 * Signs the head of the former hash chain anew, so that whoever kept one can compare; after a year takes it away, and with
 * it the chain from the world.
 */
export async function publishChainHead({ database, now, signer, issuerUrl }: ChainPorts): Promise<void> {
  const state = await database.in(LOG_STATE).get(LOG_STATE_ID)
  if (!state?.chainUntil) return
  const signed = database.in(SIGNED_HEAD)
  if (state.chainUntil.getTime() <= now()) {
    await signed.remove(SIGNED_HEAD_ID)
    return
  }
  const head = await database.in(CHAIN_HEAD).get(HEAD_ID)
  if (!head) return
  const payload = { iss: issuerUrl, iat: unixSeconds(now()), size: head.size, hash: head.hash }
  const jws = await signer.sign(CHAIN_HEAD_TYPE, payload)
  await signed.put({ _id: SIGNED_HEAD_ID, jws })
}
