import { timingSafeEqual } from 'node:crypto'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import type { BlindIndex } from '../crypto/blind-index'

const GOOD_FOR_MS = 5 * MINUTE_MS

export interface NoncePorts {
  /** Vouches for a nonce, so that none is stored before it is used: the endpoint that gives them asks for no rights. */
  readonly index: BlindIndex
  readonly randomId: () => string
  readonly now: () => number
}

/** A nonce for one proof of possession (OpenID4VCI 1.0 §7). */
export function createNonce({ index, randomId, now }: NoncePorts): string {
  const until = String(now() + GOOD_FOR_MS)
  const random = randomId()
  return [until, random, index('proof-nonce', until, random)].join('.')
}

/** @returns until when (Unix milliseconds) a nonce of this issuer is good; `undefined` for any other text and for an old one */
export function nonceEnd({ index, now }: Omit<NoncePorts, 'randomId'>, nonce: string): number | undefined {
  const [until = '', random = '', mac = '', ...more] = nonce.split('.')
  const right = Buffer.from(index('proof-nonce', until, random))
  const given = Buffer.from(mac)
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return Number(until) > now() ? Number(until) : undefined
}
