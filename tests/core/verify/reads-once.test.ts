import { CHILD_CARDS } from '@nansha/core/records/child-cards'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { beforeEach, expect, it } from 'vitest'
import { childCard } from '#support/child-card'
import { countOperations } from '#support/counting-database'
import { holdDocuments } from '#support/documents'
import { CLERK, createWorld, type World } from '#support/world'

// What a check reads of a person it reads once: the record that it judges is the one that it discloses.

const OF_A_PERSON = ['get citizens', 'get heldDocuments', 'get childCards']
let world: World
beforeEach(async () => {
  world = await createWorld()
})
const readOf = async (act: (database: World['ports']['database']) => Promise<unknown>) => {
  const counted = countOperations(world.database)
  await act(counted)
  return counted.operations.filter((operation) => OF_A_PERSON.includes(operation))
}
const check = async (scenario: ScenarioName, shown: { readonly child?: number } = {}) => {
  const ticket = world.show(await world.giveHandle(), { scenario, ...shown })
  return readOf((database) => verifyTicket({ ...world.ports, database }, CLERK, { scenario, ticket }))
}

it.each(['hotel', 'age'] as const)('a check for %s reads the citizen once', async (scenario) => {
  expect(await check(scenario)).toEqual(['get citizens'])
})

it('a check that shows a further document reads it once', async () => {
  await holdDocuments(world)
  expect(await check('roadside')).toEqual(['get citizens', 'get heldDocuments'])
})

it('a check of a child’s card reads it once', async () => {
  await world.database.in(CREDENTIALS).put({ ...world.credential, _id: '1.7', type: 'child-card' })
  await world.database.in(CHILD_CARDS).put(childCard(world.ports, '1.7', world.device._id))
  expect((await check('hotel', { child: 1 })).sort()).toEqual(['get childCards', 'get citizens'])
})

it('a ticket that answers a hotel’s code has the citizen read once', async () => {
  const { code } = await showDeskCode(world.ports, CLERK, 'hotel')
  const ticket = world.show(await world.giveHandle(), { desk: digestText(code) })
  const ports = world.ports as unknown as WalletPorts
  const read = await readOf((database) => answerDeskCode({ ...ports, database }, world, { code, ticket }))
  expect(read).toEqual(['get citizens'])
})

it('of a ticket that is refused by itself nobody is read but whose history hears of it', async () => {
  await world.setCredential({ status: 'frozen' })
  const ticket = world.show(await world.giveHandle())
  const read = await readOf((database) =>
    verifyTicket({ ...world.ports, database }, CLERK, { scenario: 'hotel', ticket }).catch(() => undefined),
  )
  expect(read).toEqual(['get citizens'])
})
