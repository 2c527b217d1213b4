import type { RecordLooks } from '@nansha/shared/api/stays-answers'
import { DAY_MS, MINUTE_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { AccountKey } from '../records/account-key'
import { type LookedAt, RECORD_LOOKS, type RecordLook } from '../records/record-looks'
import type { Desk } from '../verify/require-entitlement'
import { requireManager } from './require-hotel'
import type { StayPorts } from './stay-ports'

const KEPT_MS = 365 * DAY_MS
const PAGE = 50

type Ports = Pick<StayPorts, 'database' | 'now'>

/**
 * Notes who looked at which record, before it is shown: what cannot be noted is not shown. The same within a minute is noted once.
 *
 * @param stayId of a stay, or null for a list
 */
export async function recordLook(
  { database, now }: Ports,
  { staff, organisation }: Desk,
  stayId: string | null,
  looked: LookedAt,
): Promise<void> {
  const at = new Date(now())
  const minute = Math.floor(now() / MINUTE_MS)
  const _id = digestText(JSON.stringify([organisation._id, staff._id, stayId, looked, minute]))
  await database.in(RECORD_LOOKS).insert({
    _id,
    organisationId: organisation._id,
    staff: staff._id,
    name: staff.name,
    stayId,
    place: `${at.toISOString()}.${_id}`,
    at,
    looked,
    expiresAt: new Date(now() + KEPT_MS),
  })
}

/**
 * A page of who looked at which record of an organisation, the latest first, for its managers.
 *
 * @param stay of one stay only
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, CALLER_FORBIDDEN for a clerk
 */
export async function listLooks(
  { database }: Ports,
  account: AccountKey,
  { stay, after }: { readonly stay?: string | undefined; readonly after?: string | undefined },
): Promise<RecordLooks> {
  const { organisation } = await requireManager(database, account)
  const query = {
    organisationId: organisation._id,
    ...(stay !== undefined && { stayId: stay }),
    ...(after !== undefined && { place: database.command.lt(after) }),
  }
  const page = await database.in(RECORD_LOOKS).find(query, { limit: PAGE, orderBy: { place: 'desc' } })
  const last = page[PAGE - 1]
  return { looks: page.map(lookView), ...(last && { next: last.place }) }
}

/** How often anybody looked at a stay. */
export function countLooks({ database }: Ports, organisationId: string, stayId: string): Promise<number> {
  return database.in(RECORD_LOOKS).count({ organisationId, stayId })
}

function lookView({ _id, at, name, stayId, looked }: RecordLook): RecordLooks['looks'][number] {
  const common = { look: _id, at: unixSeconds(at), name }
  if (looked.at === 'stay') return { ...common, room: looked.room, ...(stayId !== null && { stay: stayId }) }
  return { ...common, list: looked.list, ...(looked.search !== '' && { search: looked.search }) }
}
