import type { Issuances, IssuedCredential } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import type { LogEntry } from '@nansha/shared/issuance-log/log-entry'
import { pathIndexes } from '@nansha/shared/issuance-log/verify-path'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { statusOf } from '../credential/require-valid'
import { CREDENTIALS, type Credential } from '../records/credentials'
import type { Holder } from '../records/holder'
import {
  entryId,
  ISSUANCE_LOG,
  type LogEntryRecord,
  SIGNED_HEAD_ID,
  type SignedHeadRecord,
} from '../records/issuance-log'
import type { WalletPorts } from './wallet-ports'

/** Credentials that one number ever had; a page that is full would be a story of its own. */
const MOST = 100

/**
 * Every credential ever issued on the holder's number, each with its path from the published head, so that the phone
 * believes the log and not us. What was issued since the last publication has no path yet.
 *
 * @param kept size of a head that the phone kept, for the path that shows its continuation; 0 for none
 * @throws NanshaError SERVICE_UNAVAILABLE before the first publication
 */
export async function listIssuances(
  ports: WalletPorts,
  { device, credential }: Holder,
  kept: number,
): Promise<Issuances> {
  const { database } = ports
  const log = database.collection<LogEntryRecord>(ISSUANCE_LOG)
  const own = await log.get(entryId(credential.logIndex))
  const head = await database.collection<SignedHeadRecord>(ISSUANCE_LOG).get(SIGNED_HEAD_ID)
  const size = Number(head && decodeJws(head.jws)?.payload.size)
  if (!own || !head) throw new NanshaError('SERVICE_UNAVAILABLE')

  const pathTo = async (index: number): Promise<LogEntry[]> => {
    if (index < 1 || index > size) return []
    const indexes = pathIndexes(size, index)
    const found = await log.find(
      { _id: database.command.in(indexes.map(entryId)) },
      { limit: indexes.length },
    )
    return found.sort((a, b) => b.index - a.index).map(withoutId)
  }
  const entries = await log.find({ subject: own.subject }, { limit: MOST, orderBy: { index: 'asc' } })
  const issued = await credentialsByEntry(ports, device)
  return {
    head: head.jws,
    issuances: await Promise.all(
      entries.map(async (entry) => {
        const known = issued.get(entry.index)
        return {
          entry: withoutId(entry),
          path: await pathTo(entry.index),
          ...(known && { issued: known }),
        }
      }),
    ),
    continuation: await pathTo(kept),
  }
}

/** What became of the citizen's credentials, by their index in the log. */
async function credentialsByEntry(
  { database, now }: WalletPorts,
  device: Holder['device'],
): Promise<Map<number, IssuedCredential>> {
  const credentials = await database
    .collection<Credential>(CREDENTIALS)
    .find({ citizenId: device.citizenId }, { limit: MOST })
  return new Map(
    credentials.map((credential) => {
      const isHere = keyThumbprint(credential.holderJwk) === device._id
      const { assurance, logIndex } = credential
      return [logIndex, { status: statusOf(credential, now()), assurance, isHere }]
    }),
  )
}

function withoutId({ _id, ...entry }: LogEntryRecord): LogEntry {
  return entry
}
