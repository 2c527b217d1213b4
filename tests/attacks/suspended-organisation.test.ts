import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { readOperators } from '@nansha/core/organisation/operators'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { listWarnings } from '@nansha/core/verify/list-warnings'
import { openSession } from '@nansha/core/verify/open-session'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '#support/offline-world'
import { createServiceHall, OFFICER } from '#support/service-hall'
import { CLERK, OTHER_CLERK } from '#support/world'

const SUSPENDED = { code: 'LICENCE_SUSPENDED' }

it('an organisation whose licence was withdrawn verifies nothing from its next call on', async () => {
  const world = await createOfflineWorld()
  const { ports, clock } = world
  const shown = await verifyTicket(ports, CLERK, {
    scenario: 'hotel',
    ticket: world.show(await world.giveHandle()),
  })
  const code = await showDeskCode(ports, CLERK, 'bank')
  const frames = await world.frames()
  await world.setOrganisation({ suspendedAt: new Date(clock.now) })

  const ticket = world.show(await world.giveHandle())
  const confirm = { useId: shown.useId, portraitMatches: true }
  const attempts = {
    session: () => openSession({ ...ports, operators: readOperators({}) }, CLERK),
    bundle: () => createBundle(ports, CLERK),
    ticket: () => verifyTicket(ports, CLERK, { scenario: 'hotel', ticket }),
    confirm: () => confirmUse(ports, CLERK, confirm),
    'desk-code': () => showDeskCode(ports, CLERK, 'bank'),
    collect: () => collectAnswer(ports, CLERK, [code.nonce]),
  }
  for (const [what, attempt] of Object.entries(attempts))
    await expect(attempt(), what).rejects.toMatchObject(SUSPENDED)

  // What its companion checked before it heard of that is still told to the citizen.
  const at = unixSeconds(clock.now)
  const report = { scenario: 'gate', proof: frames.proof, at, accepted: true } as const
  expect(await recordPassUse(ports, CLERK, report)).toMatchObject({ result: 'recorded' })
})

it('a counter whose organisation was suspended opens no application', async () => {
  const hall = await createServiceHall()
  const { code } = await hall.queue('wxc:alice')
  await hall.employ(OFFICER, 'hall', { suspendedAt: new Date(hall.clock.now) })
  await expect(openApplication(hall.ports, OFFICER, code)).rejects.toMatchObject(SUSPENDED)
})

it('clerks of an organisation that was suspended see nobody by reporting one pass twice', async () => {
  const world = await createOfflineWorld()
  const { ports, clock } = world
  const { proof } = await world.frames()
  await world.setOrganisation({ suspendedAt: new Date(clock.now) })
  const report = { scenario: 'gate', proof, at: unixSeconds(clock.now), accepted: true } as const
  await recordPassUse(ports, CLERK, report)
  expect(await recordPassUse(ports, OTHER_CLERK, report)).toMatchObject({ result: 'double' })
  const { warnings } = await listWarnings(ports, CLERK, [])
  expect(warnings).toMatchObject([{ kind: 'double', scenario: 'gate' }])
  expect(warnings[0]).not.toHaveProperty('portrait')
  expect(warnings[0]).not.toHaveProperty('name')
})
