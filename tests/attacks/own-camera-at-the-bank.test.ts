import { createTencentcloudRegistry } from '@nansha/core/registry/tencentcloud-registry'
import { checkTicket } from '@nansha/core/verify/check-ticket'
import { digestText } from '@nansha/shared/encoding/digest'
import { SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { holdDocuments } from '../support/documents'
import { createWorld } from '../support/world'

it('a person proven before the app’s own camera, open to injected video, is refused at a bank', async () => {
  const { assurance } = createTencentcloudRegistry({ secretId: 'id', secretKey: 'key' })
  const world = await createWorld()
  await world.setCredential({ assurance })
  await holdDocuments(world)
  const refused: string[] = []
  for (const scenario of SCENARIO_NAMES) {
    const bound = SCENARIOS[scenario].startsFrom === 'desk-code' ? { desk: digestText('a code') } : {}
    const ticket = world.show(await world.giveHandle(), { scenario, ...bound })
    const { fault } = await checkTicket(world.ports, { scenario, ...bound }, ticket)
    if (fault) refused.push(`${scenario} ${fault}`)
  }
  expect(refused).toEqual(
    ['counter', 'bank', 'car-rental', 'medical'].map((name) => `${name} ASSURANCE_TOO_LOW`),
  )
})
