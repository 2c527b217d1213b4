import { CHAIN_HEAD_TYPE } from '@nansha/shared/log/former-chain'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import {
  type ChainHeadRecord,
  HEAD_ID,
  ISSUANCE_LOG,
  SIGNED_HEAD_ID,
  type SignedHeadRecord,
} from '../records/former-chain'
import { LOG_STATE, LOG_STATE_ID, type LogState } from '../records/log'

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
  const state = await database.collection<LogState>(LOG_STATE).get(LOG_STATE_ID)
  if (!state?.chainUntil) return
  const chain = database.collection<ChainHeadRecord>(ISSUANCE_LOG)
  if (state.chainUntil.getTime() <= now()) {
    await chain.remove(SIGNED_HEAD_ID)
    return
  }
  const head = await chain.get(HEAD_ID)
  if (!head) return
  const payload = { iss: issuerUrl, iat: Math.floor(now() / 1000), size: head.size, hash: head.hash }
  const jws = await signer.sign(CHAIN_HEAD_TYPE, payload)
  await database.collection<SignedHeadRecord>(ISSUANCE_LOG).put({ _id: SIGNED_HEAD_ID, jws })
}
