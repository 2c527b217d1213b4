import { freezeAtCounter } from '@nansha/core/enrol/freeze/freeze-at-counter'
import { freezeNumber } from '@nansha/core/enrol/freeze/freeze-number'
import { readOperators } from '@nansha/core/organisation/operators'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import type { TelephoneEvent } from '@nansha/shared/api/telephone'
import type { History } from '@nansha/shared/api/wallet-answers'
import { beforeEach, expect, it } from 'vitest'
import { freezeByTelephone } from '#functions/enrol/freeze-by-telephone'
import { newHolderKey } from '#support/enrol-ports'
import { askWallet, enrolCitizen, RESIDENT_NUMBER } from '#support/enrolled-citizen'
import { createServiceHall, OFFICER } from '#support/service-hall'

const alice = 'wxcitizen:alice' as const
const OPERATOR = 'wxv:operator' as const
const HOUR = 3600_000
const OTHER_NUMBER = '440115198803128234'

let hall: Awaited<ReturnType<typeof createServiceHall>>
let key: ReturnType<typeof newHolderKey>
let ports: Parameters<typeof freezeByTelephone>[0]
beforeEach(async () => {
  hall = await createServiceHall()
  key = newHolderKey()
  await enrolCitizen(hall, alice, { key })
  ports = { ...hall.ports, operators: readOperators({ NANSHA_OPERATORS: OPERATOR }) }
})

const event: TelephoneEvent = {
  action: 'telephone-freeze',
  name: '李明',
  idNumber: RESIDENT_NUMBER,
  reference: 'call 17',
}
let calls = 0
const telephone = (who: AccountKey, changes: Partial<TelephoneEvent> = {}) =>
  freezeByTelephone(ports, { who, callId: `call-${++calls}`, event: null }, { ...event, ...changes })
const status = async () => (await hall.database.in(CREDENTIALS).findOne({ list: 1 }))?.status
const isExhausted = (refusal: unknown) => expect(refusal).toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })

it('somebody who is no operator freezes nobody by the telephone line', async () => {
  for (const who of [alice, OFFICER, 'wxcitizen:stranger', 'operator-key:forged'] as AccountKey[])
    await expect(telephone(who)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
  expect(await status()).toBe('valid')
  expect(hall.database.dump().operatorCalls).toBeUndefined()
})

it('who is no officer freezes nobody as one, nor does one whose organisation may not enrol', async () => {
  const { name, idNumber } = event
  const freeze = (who: AccountKey) =>
    freezeAtCounter(ports, who, { action: 'counter-freeze', name, idNumber })
  await hall.employ('wxv:clerk', 'hotel', { enrols: false })
  for (const who of [alice, OPERATOR, 'wxv:clerk'] as AccountKey[])
    await expect(freeze(who)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
  expect(await status()).toBe('valid')
  await freeze(OFFICER)
  expect(await status()).toBe('frozen')
})

it('a caller who gives another’s number, or a wrong one, learns nothing: one answer, one time, one record', async () => {
  const answers = [
    await telephone(OPERATOR, { name: '王芳' }),
    await telephone(OPERATOR, { idNumber: OTHER_NUMBER }),
    await telephone(OPERATOR),
  ]
  expect(answers).toEqual([undefined, undefined, undefined])
  expect(hall.world.waits).toEqual([1000, 1000, 1000])
  expect(await status()).toBe('frozen')
  expect(hall.database.dump().operatorCalls).toMatchObject(
    Array.from({ length: 3 }, () => ({
      operator: OPERATOR,
      action: 'telephone-freeze',
      reference: 'call 17',
    })),
  )
})

it('who froze whom is kept for three years', async () => {
  await telephone(OPERATOR)
  const at = new Date(hall.clock.now)
  const expiresAt = new Date(at.getTime() + 3 * 365 * 24 * HOUR)
  const freeze = { route: 'freeze', who: OPERATOR, reference: 'call 17', at, expiresAt }
  expect(hall.database.dump().decisions).toContainEqual(expect.objectContaining(freeze))
})

it('whoever knows a number freezes its holder at most three times a week, and asks no oftener about any', async () => {
  for (const idNumber of [RESIDENT_NUMBER, OTHER_NUMBER]) {
    for (let call = 0; call < 3; call++) await telephone(OPERATOR, { idNumber })
    isExhausted(await telephone(OPERATOR, { idNumber }).catch((refusal: unknown) => refusal))
  }
  // The owner can still freeze by account and at the counter, and is not shut out for good.
  const { name, idNumber } = event
  await freezeAtCounter(ports, OFFICER, { action: 'counter-freeze', name, idNumber })
  hall.clock.now += 7 * 24 * HOUR + 1
  await telephone(OPERATOR)
})

it('an operator who freezes people in a row is stopped after thirty in an hour, also when asking at once', async () => {
  const numbers = Array.from({ length: 34 }, (_, n) => numberOf(n))
  const asked = numbers.map((idNumber) => telephone(OPERATOR, { idNumber }))
  const outcomes = await Promise.allSettled(asked)
  expect(outcomes.filter(({ status: outcome }) => outcome === 'fulfilled')).toHaveLength(30)
  hall.clock.now += HOUR + 1
  await telephone(OPERATOR, { idNumber: numberOf(41) })
})

it('the holder sees who froze it, and lifts it with what only they have', async () => {
  hall.clock.now += 1000
  await telephone(OPERATOR)
  const history = await askWallet<History>(hall, alice, key, { action: 'history' })
  expect(history.entries[0]).toMatchObject({ kind: 'frozen', by: 'telephone' })
  expect(await askWallet(hall, alice, key, { action: 'unfreeze' })).toEqual({})
  expect(await status()).toBe('valid')
  const frozen = { route: 'freeze', by: 'telephone', who: OPERATOR, reference: 'call 17' }
  expect(hall.database.dump().decisions).toContainEqual(expect.objectContaining(frozen))
})

it('a revoked ID stays revoked, and one that is frozen is not told twice', async () => {
  await telephone(OPERATOR)
  await telephone(OPERATOR)
  const { events } = hall.database.dump()
  expect(events?.filter((one) => JSON.stringify(one).includes('"frozen"'))).toHaveLength(1)
  const credential = await hall.database.in(CREDENTIALS).findOne({ list: 1 })
  await hall.database.in(CREDENTIALS).update(credential?._id ?? '', { status: 'revoked' })
  await freezeNumber(ports, { by: 'counter', who: OFFICER, name: '李明', idNumber: RESIDENT_NUMBER })
  expect(await status()).toBe('revoked')
})

/** A number with a right check digit (GB 11643). */
function numberOf(sequence: number): string {
  const body = `44011519880312${String(sequence).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
