import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@nansha/core/platform/database'
import type { Credential } from '@nansha/core/records/credentials'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { openStore } from '@nansha/localcloud/database/store'
import { readDeployment } from '@nansha/localcloud/deployment'
import { DEPLOY, withCloudDatabase } from '../../support/cloud-database'
import { CLERK, furnish } from '../../support/world'
import { percentile, timed } from './core-costs'

export interface FunctionCost {
  readonly credentials: number
  readonly p50: number
  readonly p99: number
}

const TICKETS = 200
const BATCH = 1_000

/**
 * What a verdict costs with so many credentials on record: the service of the function `verify` over the real
 * wx-server-sdk on localcloud, from the ticket's text to the signed answer, records written and synced to disk.
 */
export async function measureFunction(sizes: readonly number[]): Promise<FunctionCost[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-bench-'))
  const costs: FunctionCost[] = []
  try {
    let stored = 0
    for (const size of sizes) {
      await addCredentials(dataDir, stored, size)
      stored = size
      const times = await withCloudDatabase(dataDir, async (database) => {
        await verdicts(database) // warm: the first size must not pay for the compiler
        return verdicts(database)
      })
      costs.push({ credentials: size, p50: percentile(times, 0.5), p99: percentile(times, 0.99) })
    }
    return costs
  } finally {
    await rm(dataDir, { recursive: true })
  }
}

async function verdicts(database: Database): Promise<number[]> {
  const world = await furnish(database)
  // Handles of every size must be fresh: a use lasts.
  const tickets: string[] = []
  for (let i = 0; i < TICKETS; i++) tickets.push(world.show(await world.giveHandle()))
  const times: number[] = []
  for (const ticket of tickets) {
    times.push(await timed(() => verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })))
  }
  await Promise.all(tickets.map((_, i) => database.collection('uses').remove(handleNumber(i + 1))))
  return times
}

const handleNumber = (number: number) => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(number)
  return bytes.toString('base64url')
}

async function addCredentials(dataDir: string, from: number, to: number): Promise<void> {
  const store = await openStore(dataDir, readDeployment(DEPLOY).collections)
  const table = store.catalogue.collection('credentials')
  const at = new Date()
  for (let start = from; start < to; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, to - start) }, (_, i): Credential => {
      const number = start + i
      return {
        _id: `${1000 + Math.floor(number / 65_536)}.${number % 65_536}`,
        citizenId: `citizen-${number}`,
        type: 'resident-id',
        list: 1000 + Math.floor(number / 65_536),
        holderJwk: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
        assurance: 'face+registry',
        status: 'valid',
        statusChangedAt: at,
        issuedAt: at,
        expiresAt: at,
        logIndex: number,
      }
    })
    await store.writes.insert(table, batch as never)
  }
  store.close()
}
