import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { type IssuerLog, logOf } from '@nansha/shared/log/issuer-log'
import { TILE_WIDTH } from '@nansha/shared/log/tile'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import type { TrustReader } from '../trust/trust-reader'
import type { LoggedDocument } from '../wallet/held-documents'
import type { WalletSession } from '../wallet/wallet-session'
import { type CheckedIssuance, checkIssuances } from './check-issuances'
import type { FormerHead } from './former-head'
import type { KeptLog, KeptLogStorage } from './kept-log'
import type { LogSource } from './log-source'
import { scanBack, scanLog } from './scan-log'
import { stapleLogProof } from './staple-log-proof'

export interface ReadIssuancesPorts {
  readonly wallet: Pick<WalletSession, 'client' | 'store' | 'load'>
  readonly trust: TrustReader
  readonly source: LogSource
  readonly keptLog: KeptLogStorage
  readonly formerHead: FormerHead
  /** Documents that this phone was given itself: their entries are nobody else's. */
  readonly ownDocuments: () => Promise<readonly LoggedDocument[]>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/** Entries that a look in the background reads: 300 kB, more than a district issues in a day. */
export const IN_BACKGROUND = 16 * TILE_WIDTH

export interface ReadIssuances {
  readonly log: KeptLog
  /** Entries at the last look, 0 at the first. */
  readonly before: number
  /** Newest first. */
  readonly issuances: readonly CheckedIssuance[]
}

/**
 * Reads the log since the last look, and a part of what lies before the first, and compares what it says of the holder's number
 * with what the server says. What contradicts itself is not kept: what was kept before is the evidence.
 *
 * @param most entries to read; of a look in the background what lies before the first is not read at all
 * @throws NanshaError CREDENTIAL_NONE, ISSUER_UNTRUSTED, OFFLINE, SERVICE_UNAVAILABLE, TRUST_…, LOG_INVALID
 */
export async function readIssuances(
  ports: ReadIssuancesPorts,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadIssuances> {
  const { wallet, trust, source, keptLog, formerHead, ownDocuments, now } = ports
  await wallet.load()
  const state = wallet.store.get()
  if (state.phase !== 'held') throw new NanshaError('CREDENTIAL_NONE')
  const issuer = issuerByUrl(await trust.read(), state.identity.issuer)
  if (!issuer) throw new NanshaError('ISSUER_UNTRUSTED')

  const answer = await wallet.client.fetchIssuances()
  const [jws = ''] = state.held.credential.split('~')
  const seconds = unixSeconds(now())
  const own = { credential: digestText(jws), issuedAt: issuedAt(jws) }
  const former = await formerHead.load()
  const asked = { subject: answer.subject, credential: own.credential, former }
  const scan = { source, log: logOf(issuer), now: seconds, most, ...asked }
  const kept = keptOf(await keptLog.load(), scan.log)
  const scanned = await scanLog(scan, kept)
  const whole = most <= IN_BACKGROUND ? scanned : await scanBack(scan, scanned)
  const documents = await ownDocuments()
  const log = knowing(await stapleLogProof(scan, whole, jws), documents)
  await keptLog.save(log)
  await formerHead.forget()
  return {
    log,
    before: kept?.size ?? 0,
    issuances: checkIssuances(log, answer, { ...own, documents }, seconds),
  }
}

/** The owner knows of what was added on this very phone. */
function knowing(log: KeptLog, documents: readonly LoggedDocument[]): KeptLog {
  const known = new Set([...log.known, ...documents.map(({ credential }) => credential)])
  return { ...log, known: [...known] }
}

/** Each issuer has a log of its own: what was kept of another's says nothing of this one. */
function keptOf(kept: KeptLog | undefined, { origin }: IssuerLog): KeptLog | undefined {
  return kept?.note.startsWith(`${origin}\n`) ? kept : undefined
}

/** Says that the owner knows of a credential that this phone did not get. */
export async function acknowledge({ keptLog }: ReadIssuancesPorts, credential: string): Promise<void> {
  const log = await keptLog.load()
  if (log) await keptLog.save({ ...log, known: [...log.known, credential] })
}

function issuedAt(jws: string): number {
  return Number(decodeJws(jws)?.payload.iat)
}
