import { type FreezeOrder, freezeNumber } from '@nansha/core/enrol/freeze/freeze-number'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { enrolCitizen, RESIDENT_NUMBER } from '#support/enrolled-citizen'

const HOUR = 3600_000
const DAY = 24 * HOUR
let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(async () => {
  cloud = createEnrolPorts()
  await enrolCitizen(cloud, 'wxc:alice')
})
const order: FreezeOrder = { by: 'telephone', who: 'wxv:operator', name: '李明', idNumber: RESIDENT_NUMBER }
const freeze = (changes: Partial<FreezeOrder> = {}) => freezeNumber(cloud.ports, { ...order, ...changes })
const exhausted = { code: 'ATTEMPTS_EXHAUSTED' }

it.each([
  ['telephone', 'call 17'],
  ['counter', undefined],
] as const)(
  'who froze an ID by %s is written down each time, and the holder reads it once',
  async (by, reference) => {
    const [citizen] = cloud.database.dump().citizens as unknown as { numberIndex: string }[]
    for (let n = 0; n < 2; n++) await freeze({ by, ...(reference && { reference }) })
    expect(cloud.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
    const decisions = cloud.database.dump().decisions as { route?: string }[]
    const decided = {
      _id: expect.any(String),
      route: 'freeze',
      account: 'wxc:alice',
      numberIndex: citizen?.numberIndex,
      by,
      who: 'wxv:operator',
      reference: reference ?? null,
      at: new Date(cloud.clock.now),
      expiresAt: new Date(cloud.clock.now + 3 * 365 * DAY),
    }
    expect(decisions.filter(({ route }) => route === 'freeze')).toEqual([decided, decided])
    const events = cloud.database.dump().events as unknown as { details: object }[]
    expect(events.map(({ details }) => details)).toContainEqual({ kind: 'frozen', by })
    expect(events).toHaveLength(2)
  },
)

it('an ID that was revoked is not frozen, and nothing is written down', async () => {
  const [credential] = cloud.database.dump().credentials ?? []
  await cloud.database.in(CREDENTIALS).update(credential?._id ?? '', { status: 'revoked' })
  await freeze()
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'revoked' }])
  expect(cloud.database.dump().decisions).toHaveLength(1)
})

it('one number is frozen three times a week by each way', async () => {
  const ask = (by: FreezeOrder['by']) => freeze({ by, name: '王芳' })
  for (let n = 0; n < 3; n++) await ask('telephone')
  await expect(ask('telephone')).rejects.toMatchObject(exhausted)
  await ask('counter')
  cloud.clock.now += 7 * DAY - 1
  await expect(ask('telephone')).rejects.toMatchObject(exhausted)
  cloud.clock.now += 1
  await ask('telephone')
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'valid' }])
})

it('one person freezes thirty an hour', async () => {
  const numberOf = (n: number) => NUMBERS[n] ?? expect.unreachable()
  for (let n = 0; n < 30; n++) await freeze({ idNumber: numberOf(n % 10) })
  await expect(freeze({ idNumber: numberOf(10) })).rejects.toMatchObject(exhausted)
  cloud.clock.now += HOUR
  await freeze({ idNumber: numberOf(10) })
})

it('the answer leaves at the end of its second, whatever took the time', async () => {
  const { database } = cloud.ports
  const slow: typeof database.transaction = async (work) => {
    const result = await database.transaction(work)
    cloud.clock.now += 650
    return result
  }
  const ports = { ...cloud.ports, database: { ...database, transaction: slow } }
  await freezeNumber(ports, order)
  expect(cloud.world.waits).toEqual([700])
})

/** Eleven numbers of nobody. */
const NUMBERS = Array.from({ length: 11 }, (_, n) =>
  createResidentNumber({ region: '440115', birthdate: `1990-01-${10 + n}`, sex: 'male' }, () => 0.5),
)
