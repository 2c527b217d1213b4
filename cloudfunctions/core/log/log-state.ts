import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { EMPTY_ROOT } from '@nansha/shared/log/hashes'
import type { LogSigner } from '../crypto/log-signer'
import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import { CHAIN_HEAD, HEAD_ID } from '../records/former-chain'
import { LOG_STATE, LOG_STATE_ID, type LogState } from '../records/log'

export interface LogPorts {
  readonly database: Database
  readonly now: Now
  readonly logSigner: LogSigner
}

/** The former chain's head is published so long beside the tree. */
const CHAIN_PUBLISHED_MS = 365 * DAY_MS

/** The state of the log, which begins as the empty tree. */
export async function readLogState(ports: LogPorts): Promise<LogState> {
  const states = ports.database.in(LOG_STATE)
  const known = await states.get(LOG_STATE_ID)
  if (known) return known
  const chain = await ports.database.in(CHAIN_HEAD).get(HEAD_ID)
  const first: LogState = {
    _id: LOG_STATE_ID,
    size: 0,
    ...signHead(ports, { size: 0, root: EMPTY_ROOT }),
    batch: null,
    chainTaken: 0,
    chainUntil: chain ? new Date(ports.now() + CHAIN_PUBLISHED_MS) : null,
  }
  // Another run may have been first; what it wrote holds.
  await states.insert(first)
  return (await states.get(LOG_STATE_ID)) ?? first
}

/** A checkpoint that is signed now. */
export function signHead({ logSigner, now }: LogPorts, head: Parameters<LogSigner['signCheckpoint']>[0]) {
  return {
    checkpoint: logSigner.signCheckpoint(head, unixSeconds(now())),
    signedAt: new Date(now()),
  }
}

/**
 * Changes the state, unless it is another than the caller saw.
 *
 * @returns whether it was changed
 */
export function changeLogState(
  { database }: LogPorts,
  seen: LogState,
  changed: Partial<Omit<LogState, '_id'>>,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const current = await transaction.in(LOG_STATE).get(LOG_STATE_ID)
    if (!current || !isSameState(current, seen)) return false
    await transaction.in(LOG_STATE).put({ ...current, ...changed })
    return true
  })
}

/** The size only grows, and at one size a batch is decided once. */
function isSameState(one: LogState, other: LogState): boolean {
  return one.size === other.size && (one.batch === null) === (other.batch === null)
}
