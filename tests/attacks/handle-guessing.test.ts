import type { CollectionToken, Stored } from '@nansha/core/platform/database'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { beforeEach, expect, it } from 'vitest'
import { holderKey } from '../support/keys'
import { CLERK, createWorld, type World } from '../support/world'

let world: World
let reads: string[]
beforeEach(async () => {
  world = await createWorld()
  reads = []
})
/** What a desk learns, and what was read from the database on the way. */
const probe = async (ticket: string) => {
  reads = []
  const database = {
    ...world.database,
    in: <T extends Stored>(collection: CollectionToken<T>) => {
      reads.push(collection.name)
      return world.database.in(collection)
    },
  }
  const error = await verifyTicket({ ...world.ports, database }, CLERK, { scenario: 'hotel', ticket }).catch(
    (e) => e,
  )
  return { answer: { code: error.code, details: error.details }, reads: [...reads] }
}

it('a guessed handle is answered in the time and words of a wrong signature', async () => {
  const guessed = await probe(world.show('A'.repeat(22)))
  const forged = await probe(world.show(await world.giveHandle(), { key: holderKey(66) }))
  expect(guessed).toEqual(forged)
  expect(guessed.answer.code).toBe('TICKET_UNKNOWN')
})

it.each(['frozen', 'revoked'] as const)(
  'the status of a credential is told to nobody but its holder’s desk: %s',
  async (status) => {
    const handle = await world.giveHandle()
    await world.setCredential({ status })
    expect((await probe(world.show(handle, { key: holderKey(66) }))).answer.code).toBe('TICKET_UNKNOWN')
  },
)

it('a guessed handle leaves no trace in a history', async () => {
  await probe(world.show(await world.giveHandle(), { key: holderKey(66) }))
  expect(world.database.dump().events).toBeUndefined()
})
