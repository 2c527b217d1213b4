import type { Issuances, IssuedCredential } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import { entryHash, type LogEntry, type LogHead } from '@nansha/shared/issuance-log/log-entry'
import { type SignedHead, verifyHead } from '@nansha/shared/issuance-log/verify-head'
import { extendsHead, headVouchesFor } from '@nansha/shared/issuance-log/verify-path'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'

/** Which check failed. `HEAD`: cannot be checked now. All others: the log contradicts itself or this phone. */
export type LogCheck = 'HEAD' | 'REWRITTEN' | 'PATH' | 'SUBJECT' | 'MISSING'

export interface CheckedIssuance {
  readonly entry: LogEntry
  readonly issued?: IssuedCredential
  /** The published head vouches for it; false for one made since the head was published. */
  readonly isPublished: boolean
  /** It is the credential on this phone. */
  readonly isOwn: boolean
}

export interface CheckedLog {
  /** To be kept: a later one must continue it. */
  readonly head: SignedHead
  /** Newest first. */
  readonly issuances: readonly CheckedIssuance[]
}

export interface Expected {
  readonly issuer: TrustedIssuer
  readonly kept: LogHead | undefined
  /** SHA-256, base64url, of the issuer-signed JWS on this phone. */
  readonly credential: string
  /** Unix seconds. */
  readonly now: number
}

/**
 * Checks what the server says of the issuance log against the log itself: the head is signed, it continues the one that
 * this phone kept, it vouches for every entry, all are of one number, and the own credential is among them.
 *
 * @throws NanshaError LOG_INVALID with `check`, a {@link LogCheck}, and the `size` and `hash` of the head where it was read
 */
export async function checkIssuances(answer: Issuances, expected: Expected): Promise<CheckedLog> {
  const { issuer, kept, credential, now } = expected
  const head = await verifyHead(answer.head, issuer, now, verifyWithNoble).catch(() => {
    throw new NanshaError('LOG_INVALID', { check: 'HEAD' satisfies LogCheck })
  })
  const refuse = (check: LogCheck) =>
    new NanshaError('LOG_INVALID', { check, size: head.size, hash: head.hash })

  if (kept && !extendsHead(kept, head, answer.continuation)) throw refuse('REWRITTEN')
  if (!answer.issuances.every(({ entry, path }) => isVouchedFor(head, entry, path))) throw refuse('PATH')
  const subjects = new Set(answer.issuances.map(({ entry }) => entry.subject))
  if (subjects.size > 1) throw refuse('SUBJECT')
  const issuances = answer.issuances.map(({ entry, path, issued }) => ({
    entry,
    ...(issued && { issued }),
    isPublished: path.length > 0,
    isOwn: entry.credential === credential,
  }))
  if (!issuances.some(({ isOwn }) => isOwn)) throw refuse('MISSING')
  return { head, issuances: issuances.sort((a, b) => b.entry.index - a.entry.index) }
}

/** An entry without a path must be newer than the head, or the path was withheld. */
function isVouchedFor(head: LogHead, entry: LogEntry, path: readonly LogEntry[]): boolean {
  const last = path[path.length - 1]
  if (last === undefined) return entry.index > head.size
  return entryHash(last) === entryHash(entry) && headVouchesFor(head, path)
}
