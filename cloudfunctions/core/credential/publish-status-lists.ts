import { deflateSync } from 'node:zlib'
import { unixSeconds } from '@nansha/shared/clock/durations'
import {
  packStatuses,
  STATUS_BITS,
  STATUS_LIST_SECONDS,
  STATUS_LIST_SIZE,
  STATUS_LIST_TYPE,
} from '@nansha/shared/status/status-list'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import { forEachSettled } from '../function/for-each-settled'
import type { StatusListRecord } from '../records/status-lists'
import { STANDING, type StatusSeries } from './status-series'
import { type StatusPorts, statusesOnRecord } from './statuses-on-record'

export interface PublishPorts extends StatusPorts {
  readonly now: Now
  /** The issuer's key. */
  readonly signer: Signer
  readonly issuerUrl: string
}

/** A reader may keep a token this long before it asks for the next. */
const TTL_SECONDS = 300

/**
 * Signs every status list anew from the credentials on record, and closes a list that is half full; a full one would
 * make free places rare, and its order of filling guessable. A list that cannot be published keeps no other from it: a
 * freeze on any of them is waited for.
 *
 * @returns how many lists were published
 * @throws AggregateError after the last one, when some were not, or hold credentials that were altered in the database
 */
export async function publishStatusLists(
  ports: PublishPorts,
  series: StatusSeries = STANDING,
): Promise<number> {
  const lists = ports.database.in(series.lists)
  let published = 0
  let newest = 0
  let hasOpen = false
  const publish = async ({ _id, list, open, token: former }: StatusListRecord) => {
    newest = Math.max(newest, list)
    const stillOpen = open && (await countOf(ports, series, list)) < STATUS_LIST_SIZE / 2
    const { token, altered } = await signStatusList(ports, series, list, former)
    await lists.update(_id, { token, publishedAt: new Date(ports.now()), open: stillOpen })
    published++
    hasOpen ||= stillOpen
    if (altered > 0) throw new Error(`${altered} credentials are not as this cloud wrote them.`)
  }
  const all = lists.scan({ list: ports.database.command.gte(1) })
  try {
    await forEachSettled(
      all,
      publish,
      (count) => `${count} status lists were not published, or not as their records say.`,
    )
  } finally {
    if (!hasOpen) {
      await openList(ports, series, newest + 1)
      published++
    }
  }
  return published
}

/** Published before anything is put on it: a gate refuses a pass whose list it never saw. */
async function openList(ports: PublishPorts, series: StatusSeries, list: number): Promise<void> {
  const { token } = await signStatusList(ports, series, list, null)
  const publishedAt = new Date(ports.now())
  const record: StatusListRecord = { _id: String(list), list, open: true, token, publishedAt }
  await ports.database.in(series.lists).insert(record)
}

function countOf({ database }: PublishPorts, { credentials }: StatusSeries, list: number): Promise<number> {
  return database.in(credentials).count({ list })
}

async function signStatusList(
  ports: PublishPorts,
  series: StatusSeries,
  list: number,
  former: string | null,
) {
  const { now, signer, issuerUrl } = ports
  // Before the records are read: nothing is missing that was changed until then.
  const iat = unixSeconds(now())
  const { statuses, altered } = await statusesOnRecord(ports, series, list, former)
  const token = await signer.sign(STATUS_LIST_TYPE, {
    sub: series.uri(issuerUrl, list),
    iat,
    exp: iat + STATUS_LIST_SECONDS,
    ttl: TTL_SECONDS,
    status_list: {
      bits: STATUS_BITS,
      lst: deflateSync(packStatuses(statuses), { level: 9 }).toString('base64url'),
    },
  })
  return { token, altered }
}
