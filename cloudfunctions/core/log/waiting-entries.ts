import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { encodeEntry } from '@nansha/shared/log/entry'
import type { Database } from '../platform/database'
import { CHAIN_HEAD, entryId, HEAD_ID, ISSUANCE_LOG } from '../records/former-chain'
import { LOG_QUEUE, type LogBatch, type LogState } from '../records/log'

/** Entries in one batch: what one query reads, and a document of some 130 kB. */
const MOST = 1000

/** What comes next into the tree: first the former chain in its order, then what is queued in the order of random ids. */
export async function waitingEntries(
  database: Database,
  { chainTaken }: LogState,
): Promise<LogBatch & { readonly chainTaken: number }> {
  const chain = await chainEntries(database, chainTaken)
  if (chain.length > 0) return { entries: chain, queued: [], chainTaken: chainTaken + chain.length }
  const queued = await database.in(LOG_QUEUE).find({}, { limit: MOST, orderBy: { _id: 'asc' } })
  return { entries: queued.map(({ entry }) => entry), queued: queued.map(({ _id }) => _id), chainTaken }
}

async function chainEntries(database: Database, taken: number): Promise<string[]> {
  const head = await database.in(CHAIN_HEAD).get(HEAD_ID)
  const count = Math.min(MOST, (head?.size ?? 0) - taken)
  if (count <= 0) return []
  const ids = Array.from({ length: count }, (_, n) => entryId(taken + 1 + n))
  const records = await database
    .in(ISSUANCE_LOG)
    .find({ _id: database.command.in(ids) }, { limit: count, orderBy: { _id: 'asc' } })
  if (records.length !== count) throw new Error('The former chain has lost an entry.')
  return records.map((record) => {
    const [subject, credential] = [decodeBase64url(record.subject), decodeBase64url(record.credential)]
    if (!subject || !credential) throw new Error('The former chain has an entry that is none.')
    const { event, at } = record
    return Buffer.from(encodeEntry({ event, at, subject, credential })).toString('base64url')
  })
}
