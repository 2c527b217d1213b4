import { randomId } from '@nansha/core/function/random-id'
import { CITIZEN_EVENTS } from '@nansha/core/records/citizen-events'
import { GUEST_REPORTS } from '@nansha/core/records/guest-reports'
import { HANDLES } from '@nansha/core/records/handles'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { STAYS } from '@nansha/core/records/stays'
import { reconcile } from '@nansha/core/report/reconcile-day'
import { reportByHttp } from '@nansha/core/report/report-by-http'
import { sendReports } from '@nansha/core/report/send-reports'
import { admitGuest, doDuties } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import { departStay, moveStay } from '@nansha/core/stays/change-stay'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { openEngine } from '@nansha/localcloud/database/engine'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { DUTIES } from '#support/hotel'
import { ISSUER } from '#support/issuer'
import { RECORD_KEYS } from '#support/kept-database'
import { createMemoryDatabase } from '#support/memory-database'
import { reportSigner, sealForReceiver, TRUST_LIST } from '#support/trust'
import { CLERK, seedWorld } from '#support/world'
import type { MemoryInUse, Order, WeekReport } from './orders'

/**
 * The cloud of a simulated week: the real services over a database on disk, in a process that may be killed at any time.
 * Its clock is the one of each order.
 */
const [dataDir = '', authorityUrl = ''] = process.argv.slice(2)
const database = keepDatabase(createMemoryDatabase(openEngine(dataDir)), RECORD_KEYS)
let now = 0
const world = await seedWorld(database)
const ports = { ...world.ports, now: () => now }
const stays = { database, now: () => now, randomId, sealForReceiver, keptDays: 30 }
const receiver = TRUST_LIST.issuers[0]?.receiver
if (!receiver) throw new Error('The trust list names no authority.')
const reporting = {
  database,
  now: () => now,
  reports: reportByHttp({
    issuerUrl: ISSUER,
    receiver,
    now: () => now,
    verifySignature: ports.verifySignature,
    url: authorityUrl,
    signer: reportSigner,
    fetch,
  }),
}

/** What a desk or a timer asks for; each may come again after a crash, as a desk presses again. */
const carryOut: {
  readonly [Kind in Order['kind']]: (order: Extract<Order, { kind: Kind }>) => Promise<unknown>
} = {
  async scan({ handle, ticket, stay }) {
    if (!(await database.in(HANDLES).get(handle)))
      await database.in(HANDLES).put({
        _id: handle,
        citizenId: 'citizen',
        credentialId: world.credential._id,
        deviceId: world.device._id,
        unlock: { method: 'pin', at: new Date(now) },
        expiresAt: new Date(now + 24 * HOUR_MS),
      })
    try {
      await verifyTicket(ports, CLERK, { scenario: 'hotel', ticket })
    } catch (error) {
      // The former try ended after the confirmation, whose answer was lost.
      if (!(error instanceof NanshaError && error.code === 'TICKET_REPLAYED')) throw error
    }
    await confirmUse(ports, CLERK, { useId: handle, portraitMatches: true, stay })
  },
  async admit({ stay, guest, document, isMinor }) {
    await admitGuest(stays, CLERK, { stay, guest, document })
    if (isMinor) await doDuties(stays, CLERK, { guest, duties: DUTIES })
  },
  arrive: ({ stay, room, until }) => arrive(stays, CLERK, { stay, room, until }),
  move: ({ stay, revision, room }) =>
    changed(stay, revision, () => moveStay(stays, CLERK, { stay, revision, room })),
  depart: ({ stay, revision }) => changed(stay, revision, () => departStay(stays, CLERK, { stay, revision })),
  send: () => sendReports(reporting, () => 60_000),
  reconcile: () => reconcile(reporting),
  async report() {
    const queued = []
    for await (const { stayId, revision, state } of database.in(GUEST_REPORTS).scan({}))
      queued.push({ stay: stayId, version: revision, state })
    const states: Record<string, number> = {}
    for await (const { state } of database.in(STAYS).scan({})) states[state] = (states[state] ?? 0) + 1
    let presented = 0
    for await (const { details } of database.in(CITIZEN_EVENTS).scan({}))
      if (details.kind === 'presented') presented++
    return { queued, states, presented } satisfies WeekReport
  },
  async memory() {
    globalThis.gc?.()
    const { heapUsed, external, rss } = process.memoryUsage()
    return { heap: heapUsed + external, resident: rss } satisfies MemoryInUse
  },
}

/** A change that was made before the crash is found by the stay's revision. */
async function changed(stay: string, revision: number, change: () => Promise<unknown>): Promise<void> {
  const current = await database.in(STAYS).get(stay)
  if (current?.revision === revision) await change()
}

process.on('message', ({ id, order }: { readonly id: number; readonly order: Order }) => {
  now = order.now
  const work = carryOut[order.kind] as (order: Order) => Promise<unknown>
  work(order).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) =>
      process.send?.({ id, fault: error instanceof NanshaError ? error.code : String(error) }),
  )
})
process.send?.({ ready: true })
