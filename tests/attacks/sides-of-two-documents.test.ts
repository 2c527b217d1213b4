import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { readCard } from '@nansha/core/enrol/read-card'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import type { CardSide } from '@nansha/shared/identity-card'
import type { IdentityDocument } from '@nansha/shared/identity-document'
import { beforeEach, expect, test } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { RESIDENT_NUMBER, submitPhotos } from '../support/enrolled-citizen'
import { STORAGE_ROOT } from '../support/memory-files'

/**
 * The attack: an expired permit is enrolled beside the emblem side of somebody's valid ID card, or a registry is asked
 * about a permit as if it were an ID card, which it answers with a no that is said of the person.
 */
const PERMIT_NUMBER = '810000198503120029'
const FOREIGNERS_NUMBER = '911124198108030024'
const alice = 'wxc:alice' as const

let cloud: ReturnType<typeof createEnrolPorts>
let begun: EnrolBegun
beforeEach(async () => {
  cloud = createEnrolPorts()
  begun = await beginEnrolment(cloud.ports, alice, {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
})

function hold(number: string, document: IdentityDocument): void {
  const { card } = createEnrolPorts().world
  cloud.world.card = async (side) => ({
    ...((await card(side, number)) as object),
    ...(side === 'emblem' && { document }),
  })
}
const read = (side: CardSide) =>
  readCard(cloud.ports, alice, {
    action: 'read-card',
    enrolmentId: begun.enrolmentId,
    side,
    card: STORAGE_ROOT + begun.uploads[side === 'portrait' ? 'card' : 'emblem'],
  })

test.each([
  [PERMIT_NUMBER, 'resident-id-card'],
  [PERMIT_NUMBER, 'taiwan-permit'],
  [RESIDENT_NUMBER, 'hong-kong-macao-permit'],
  [RESIDENT_NUMBER, 'permanent-resident-card'],
  [FOREIGNERS_NUMBER, 'resident-id-card'],
] as const)(
  'two sides of different documents are no card, whichever is read first: %s, %s',
  async (number, emblem) => {
    hold(number, emblem)
    await read('portrait')
    await expect(read('emblem')).rejects.toMatchObject({ code: 'CARD_SIDES_DIFFER' })
    // The side that did not fit is not remembered.
    cloud.world.registry = async () => expect.unreachable()
    begun = await beginEnrolment(cloud.ports, alice, {
      action: 'begin',
      consent: { face: true, version: CONSENT_VERSION },
    })
    await read('emblem')
    await expect(read('portrait')).rejects.toMatchObject({ code: 'CARD_SIDES_DIFFER' })
  },
)

test('the registry is asked about a permit as a permit', async () => {
  const asked: unknown[] = []
  cloud.ports.registry.compare = async ({ idNumber, document }) => {
    asked.push([idNumber, document])
    return 'confirmed'
  }
  hold(PERMIT_NUMBER, 'hong-kong-macao-permit')
  await submitPhotos(cloud, alice, begun, { idNumber: PERMIT_NUMBER })
  expect(asked).toEqual([[PERMIT_NUMBER, 'hong-kong-macao-permit']])
})

test('a registry that does not answer for permits is not asked about one, and no try is counted', async () => {
  const registry = { ...cloud.ports.registry, documents: ['resident-id-card'] as const }
  cloud = { ...cloud, ports: { ...cloud.ports, registry } }
  cloud.world.registry = async () => expect.unreachable()
  hold(PERMIT_NUMBER, 'hong-kong-macao-permit')
  await expect(read('portrait')).rejects.toMatchObject({ code: 'CARD_COUNTER_ONLY' })
  await expect(submitPhotos(cloud, alice, begun, { idNumber: PERMIT_NUMBER })).rejects.toMatchObject({
    code: 'CARD_COUNTER_ONLY',
  })
})
