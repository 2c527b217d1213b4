import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { CLERK, createWorld, type World } from '../support/world'

/** The clerk of `Trusted Bank` takes a job at `Loan Shark`, which is licensed for as much. */
async function changeJobs(world: World) {
  const { database } = world.ports
  const licenceExpiresAt = new Date(world.clock.now + 86_400_000)
  await database.in(ORGANISATIONS).put({
    _id: 'loan-shark',
    name: { zh: '高利贷公司', en: 'Loan Shark Ltd' },
    scenarios: SCENARIO_NAMES,
    licenceExpiresAt,
    onboardedAt: new Date(world.clock.now),
  })
  await database.in(STAFF).update(CLERK, { organisationId: 'loan-shark' })
}

it('a clerk who changed employers does not collect under the new one what a citizen approved for the old', async () => {
  const world = await createWorld()
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  const ticket = world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) })
  await answerDeskCode(world.ports as unknown as WalletPorts, world, { code, ticket })
  await changeJobs(world)
  const collected = collectAnswer(world.ports, CLERK, [nonce])
  await expect(collected).rejects.toMatchObject({ code: 'DESK_CODE_INVALID' })
  expect(world.database.dump().uses).toBeUndefined()
})

it('a check shown to one organisation is not confirmed into the register of another', async () => {
  const world = await createWorld()
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  const ticket = world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) })
  await answerDeskCode(world.ports as unknown as WalletPorts, world, { code, ticket })
  const useId = (await collectAnswer(world.ports, CLERK, [nonce])).answer?.useId ?? ''
  await changeJobs(world)
  for (const portraitMatches of [true, false]) {
    const confirmed = confirmUse(world.ports, CLERK, { useId, portraitMatches })
    await expect(confirmed).rejects.toMatchObject({ code: 'USE_UNKNOWN' })
  }
  expect(world.database.dump().uses).toMatchObject([{ state: 'shown' }])
})

it('a clerk who works nowhere any more collects no answer', async () => {
  const world = await createWorld()
  const { nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  await world.ports.database.in(STAFF).remove(CLERK)
  const collected = collectAnswer(world.ports, CLERK, [nonce])
  await expect(collected).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
})

it('an organisation whose licence expired or lost the purpose collects no answer', async () => {
  for (const [changed, code] of [
    [{ licenceExpiresAt: new Date(0) }, 'LICENCE_EXPIRED'],
    [{ scenarios: ['hotel'] }, 'STAFF_NOT_ENTITLED'],
  ] as const) {
    const world = await createWorld()
    const { nonce } = await showDeskCode(world.ports, CLERK, 'bank')
    await world.setOrganisation(changed)
    await expect(collectAnswer(world.ports, CLERK, [nonce])).rejects.toMatchObject({ code })
  }
})
