/**
 * A hundred desks present the same ticket at once, a thousand times, over the real SDK and localcloud: exactly one may
 * accept, each time. `npm run bench:replay [-- --times 1000]`; leaves with code 1 otherwise.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { STAFF } from '@nansha/core/records/staff'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { withCloudDatabase } from '../../support/cloud-database'
import { seedWorld } from '../../support/world'

const DESKS = 100

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '1000' } } })
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-replay-'))
  try {
    const wrong = await withCloudDatabase(dataDir, async (database) => {
      const world = await seedWorld(database)
      const desks = Array.from({ length: DESKS }, (_, i) => `wxverifier:desk-${i}` as const)
      for (const [i, desk] of desks.entries()) {
        await database.in(STAFF).put({
          _id: desk,
          organisationId: `organisation-${1 + (i % 2)}`,
          role: 'clerk',
          name: `Desk ${i}`,
          joinedAt: new Date(0),
        })
      }
      let failures = 0
      let unanswered = 0
      for (let time = 1; time <= Number(values.times); time++) {
        // A clerk has a minute's worth of requests only.
        world.clock.now += 2_000
        const ticket = world.show(await world.giveHandle())
        const answers = await Promise.allSettled(
          desks.map((desk) => verifyTicket(world.ports, desk, { scenario: 'hotel', ticket })),
        )
        const codes = answers.map((one) =>
          one.status === 'fulfilled' ? 'accepted' : (one.reason.code ?? 'unanswered'),
        )
        const accepted = codes.filter((code) => code === 'accepted').length
        unanswered += codes.filter((code) => code === 'unanswered').length
        if (accepted !== 1) {
          failures++
          console.log(`time ${time}: ${accepted} accepted, ${[...new Set(codes)].join(', ')}`)
        }
        if (time % 50 === 0)
          console.log(`${time} times, ${failures} of them wrong, ${unanswered} requests timed out`)
      }
      return failures
    })
    process.exitCode = wrong === 0 ? 0 : 1
  } finally {
    await rm(dataDir, { recursive: true })
  }
}

run()
