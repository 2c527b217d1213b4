import type { Issuances, IssuedCredential } from '@nansha/shared/api/wallet-answers'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { LogEvent } from '@nansha/shared/log/entry'
import type { LoggedDocument } from '../wallet/held-documents'
import type { FoundEntry, KeptLog } from './kept-log'
import { logFault } from './log-fault'

/** The log takes a new credential in within a minute; one that is not there after this time is missing. Seconds. */
const TAKEN_IN_WITHIN = 3600

export interface CheckedIssuance {
  /** SHA-256 of the issuer-signed JWS, base64url. */
  readonly credential: string
  /** `logged`: this phone read its entry. `waiting`: just issued. `unread`: if there is an entry, it was not read here. */
  readonly place: 'logged' | 'waiting' | 'unread'
  /** Of a logged one. */
  readonly event?: LogEvent
  /** Unix seconds; exact where the server tells it. */
  readonly at: number
  /** The server's word on what became of it; absent for what the server did not mention. */
  readonly issued?: IssuedCredential
  /** It is a document that this phone was given beside the identity. */
  readonly document?: DocumentType
  /** It is the credential on this phone. */
  readonly isOwn: boolean
  /** Issued after this phone was bound, and not to it: unless the owner knows of it, another person has it. */
  readonly isUnknown: boolean
}

export interface OwnCredential {
  /** SHA-256 of its issuer-signed JWS, base64url. */
  readonly credential: string
  /** Unix seconds. */
  readonly issuedAt: number
  /** Documents that this phone was given beside it. */
  readonly documents: readonly LoggedDocument[]
}

/**
 * Compares what this phone read in the log with what the server says and with what it holds itself.
 *
 * @param now Unix seconds
 * @returns every credential that one of the three names, newest first
 * @throws NanshaError LOG_INVALID `SUBJECT`, `MISSING`
 */
export function checkIssuances(
  log: KeptLog,
  { subject, issued }: Issuances,
  own: OwnCredential,
  now: number,
): CheckedIssuance[] {
  if (log.found.some((entry) => entry.subject !== subject)) throw logFault('SUBJECT', asHead(log))
  const inLog = new Set(log.found.map(({ credential }) => credential))
  const isLate = (issuedAt: number) => issuedAt < Math.min(now, log.at) - TAKEN_IN_WITHIN
  const outside = [own, ...issued.filter(({ credential }) => credential !== own.credential)].filter(
    ({ credential }) => !inLog.has(credential),
  )
  // An entry in a part that was not read cannot count as missing.
  const isWhole = log.start.size === 0
  if (isWhole && outside.some(({ issuedAt }) => isLate(issuedAt))) throw logFault('MISSING', asHead(log))

  const word = (credential: string) => issued.find((one) => one.credential === credential)
  const unknown = unknownEntries(log)
  const seen = log.found.map((entry): CheckedIssuance => {
    const { credential, event, at } = entry
    const isUnknown = unknown.includes(entry)
    const time = word(credential)?.issuedAt ?? at
    return { ...described(credential, isInHour(time, at) ? time : at), place: 'logged', event, isUnknown }
  })
  const unseen = outside.map(({ credential, issuedAt }): CheckedIssuance => {
    const place = isLate(issuedAt) ? 'unread' : 'waiting'
    return { ...described(credential, issuedAt), place, isUnknown: false }
  })
  return [...seen, ...unseen].sort((one, other) => other.at - one.at)

  function described(credential: string, at: number) {
    const found = word(credential)
    const document = own.documents.find((one) => one.credential === credential)?.type
    return {
      credential,
      at,
      ...(found && { issued: found }),
      ...(document && { document }),
      isOwn: credential === own.credential,
    }
  }
}

/** Entries of the holder's number since the first credential of this phone, which it did not get and its owner does not know. */
export function unknownEntries({ found, known }: KeptLog): FoundEntry[] {
  const bound = found.find(({ credential }) => known.includes(credential))
  if (!bound) return []
  return found.filter(({ index, credential }) => index > bound.index && !known.includes(credential))
}

/** The log tells the hour; the server's word on the minute is good within it. */
function isInHour(time: number, hour: number): boolean {
  return time >= hour && time < hour + 3600
}

function asHead({ size, root }: KeptLog) {
  return { size, root }
}
