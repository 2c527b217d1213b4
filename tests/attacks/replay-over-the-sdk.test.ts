import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AccountKey } from '@nansha/core/records/account-key'
import { STAFF } from '@nansha/core/records/staff'
import { WAITING_GUESTS } from '@nansha/core/records/waiting-guests'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { withCloudDatabase } from '../support/cloud-database'
import { CLERK, seedWorld } from '../support/world'

// A thousand times with a hundred desks: npm run bench:replay.
it('of twelve desks at once, over the real SDK and store, exactly one accepts, and its confirmation is one stay', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-replay-'))
  try {
    await withCloudDatabase(dataDir, async (database) => {
      const world = await seedWorld(database)
      const others = Array.from({ length: 11 }, (_, n) => `wxverifier:other-${n}` as AccountKey)
      for (const _id of others)
        await database
          .in(STAFF)
          .put({ _id, organisationId: 'organisation-2', role: 'clerk', name: '李娜', joinedAt: new Date(0) })
      for (let time = 0; time < 5; time++) {
        const ticket = world.show(await world.giveHandle())
        const desks = [CLERK, ...others]
        const answers = await Promise.allSettled(
          desks.map((account, i) =>
            // The other desk shows the same handle in rotations of its own, so that none is a retry of another.
            verifyTicket(world.ports, account as AccountKey, {
              scenario: 'hotel',
              ticket: i < 2 ? ticket : world.show(handleNumber(time + 1), { issuedAt: world.seconds() - i }),
            }),
          ),
        )
        expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
        expect(new Set(refused)).toEqual(new Set(['TICKET_REPLAYED']))
      }
      const { useId } = await verifyTicket(world.ports, CLERK, {
        scenario: 'hotel',
        ticket: world.show(await world.giveHandle()),
      })
      await Promise.all([1, 2, 3].map(() => confirmUse(world.ports, CLERK, { useId, portraitMatches: true })))
      expect(await database.in(WAITING_GUESTS).count({ organisationId: 'organisation-1' })).toBe(1)
    })
  } finally {
    await rm(dataDir, { recursive: true })
  }
})

function handleNumber(number: number): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(number)
  return bytes.toString('base64url')
}
