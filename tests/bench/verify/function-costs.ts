import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@nansha/core/platform/database'
import type { Credential } from '@nansha/core/records/credentials'
import { USES } from '@nansha/core/records/uses'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { openStore } from '@nansha/localcloud/database/store'
import { readDeployment } from '@nansha/localcloud/deployment'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import { DEPLOY } from '#scripts/project-folders'
import { withCloudDatabase } from '../../support/cloud-database'
import { CLERK, seedWorld } from '../../support/world'
import { percentile } from '../percentile'
import { timed } from './core-costs'

export interface FunctionCost {
  readonly credentials: number
  readonly p50: number
  readonly p99: number
}

/** Each size is measured in so many turns, so that a busy machine is as busy for the one as for the other. */
const TURNS = 5
const TICKETS = 60
const WARM_UP = 20
const BATCH = 1_000

/**
 * What a verdict costs with so many credentials on record, side by side: the service of the function `verify` over the
 * real wx-server-sdk on localcloud, from the ticket's text to the signed answer, records written and synced to disk.
 */
export async function measureFunction(sizes: readonly number[]): Promise<FunctionCost[]> {
  const stores = await Promise.all(
    sizes.map(async (credentials) => ({ credentials, dataDir: await filledStore(credentials) })),
  )
  const times = new Map(sizes.map((credentials) => [credentials, [] as number[]]))
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const { credentials, dataDir } of stores) {
        times
          .get(credentials)
          ?.push(...(await withCloudDatabase(dataDir, (database) => verdicts(database, turn))))
      }
    }
  } finally {
    for (const { dataDir } of stores) await rm(dataDir, { recursive: true })
  }
  return [...times].map(([credentials, all]) => ({
    credentials,
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
  }))
}

/** In an hour of its own, with seconds between, as one clerk is let ask. */
async function verdicts(database: Database, turn: number): Promise<number[]> {
  const world = await seedWorld(database)
  world.clock.now += turn * HOUR_MS
  const handles: string[] = []
  for (let i = 0; i < WARM_UP + TICKETS; i++) handles.push(await world.giveHandle())
  const times: number[] = []
  for (const handle of handles) {
    world.clock.now += 2_000
    const ticket = world.show(handle)
    times.push(await timed(() => verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })))
  }
  // The next turn gives out the same handles, and a use lasts.
  await Promise.all(handles.map((handle) => database.in(USES).remove(handle)))
  return times.slice(WARM_UP)
}

/** @returns its folder */
async function filledStore(credentials: number): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-bench-'))
  const store = await openStore(dataDir, readDeployment(DEPLOY).collections)
  const table = store.catalogue.collection('credentials')
  const at = new Date()
  for (let start = 0; start < credentials; start += BATCH) {
    const size = Math.min(BATCH, credentials - start)
    const batch = Array.from({ length: size }, (_, i) => credentialAt(start + i, at))
    await store.writes.insert(table, batch as never)
  }
  store.close()
  return dataDir
}

function credentialAt(number: number, at: Date): Credential {
  const list = 1000 + Math.floor(number / 65_536)
  return {
    _id: `${list}.${number % 65_536}`,
    citizenId: `citizen-${number}`,
    type: 'resident-id',
    list,
    holderJwk: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
    assurance: 'face+registry',
    status: 'valid',
    statusChangedAt: at,
    issuedAt: at,
    expiresAt: at,
  }
}
