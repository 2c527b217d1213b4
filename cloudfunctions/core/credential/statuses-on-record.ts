import { inflateSync } from 'node:zlib'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { type CredentialStatus, STATUS_LIST_SIZE, statusAt } from '@nansha/shared/status/status-list'
import type { Collection, Database } from '../platform/database'
import { parsePlaceId, placeId } from './status-place'
import type { ListedCredential, StatusSeries } from './status-series'

export interface StatusPorts {
  /** The records as they are stored: whoever can write the database may have changed a status in them. */
  readonly database: Database
  /** The same, of which only what this cloud wrote is read. */
  readonly vouched: Database
}

interface StatusesOnRecord {
  /** All that are not valid, by index. */
  readonly statuses: ReadonlyMap<number, CredentialStatus>
  /** How many records say less than was published, such as valid where it was frozen, and no vouched record bears them out. */
  readonly altered: number
}

/**
 * What the records say of the credentials of a list, and never less than was published of them before unless a record that
 * is vouched for says so: who can only write the database cannot lift a freeze or a revocation that is out.
 *
 * @param former the list as it was published last, or null
 */
export async function statusesOnRecord(
  { database, vouched }: StatusPorts,
  { credentials }: StatusSeries,
  list: number,
  former: string | null,
): Promise<StatusesOnRecord> {
  const statuses = new Map<number, CredentialStatus>()
  const marked = { list, status: database.command.in(['frozen', 'revoked']) }
  for await (const { _id, status } of database.in(credentials).scan(marked))
    statuses.set(parsePlaceId(_id).index, status)

  const { publishedAt, marks } = readFormer(former)
  let altered = 0
  for (const [index, status] of marks) {
    if (statuses.get(index) === status || statuses.get(index) === 'revoked') continue
    if (
      status === 'frozen' &&
      (await isLifted(vouched.in(credentials), placeId({ list, index }), publishedAt))
    )
      continue
    statuses.set(index, status)
    altered++
  }
  return { statuses, altered }
}

/** Times of changes are on record to the day: an older version of the record is known by one before the freeze was out. */
async function isLifted(
  vouched: Collection<ListedCredential>,
  id: string,
  publishedAt: Date,
): Promise<boolean> {
  const credential = await vouched.get(id).catch(() => null)
  return credential?.status === 'valid' && credential.statusChangedAt >= publishedAt
}

function readFormer(token: string | null) {
  const marks: [number, CredentialStatus][] = []
  const { iat, status_list: list } = (token && decodeJws(token)?.payload) || {}
  const { lst } = (list ?? {}) as { lst?: unknown }
  if (typeof lst !== 'string') return { publishedAt: new Date(0), marks }
  const bytes = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: STATUS_LIST_SIZE / 4 })
  for (const [place, byte] of bytes.entries()) {
    if (byte === 0) continue
    for (let index = place * 4; index < place * 4 + 4; index++) {
      const status = statusAt(bytes, index)
      if (status && status !== 'valid') marks.push([index, status])
    }
  }
  return { publishedAt: new Date(Number(iat) * 1000), marks }
}
