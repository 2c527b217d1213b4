import { enrolInPerson } from '@nansha/core/enrol/enrol-citizen'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CITIZENS } from '@nansha/core/records/citizens'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { answerRebinding } from '@nansha/core/wallet/answer-rebinding'
import { lockNumber } from '@nansha/core/wallet/lock-number'
import { openRequest } from '@nansha/core/wallet/open-request'
import { disputeUse } from '@nansha/core/wallet/receipt'
import type { History } from '@nansha/shared/api/wallet-answers'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { newHolderKey } from '#support/enrol-ports'
import { signRequest } from '#support/enrolled-citizen'
import { createFamily, FATHER, MOTHER, numberOf, RECEPTION } from '#support/family'

const DAY = 24 * 3600_000
let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
let use: string
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
  use = (await home.scan(await home.show(MOTHER, key))).useId
})
const notMe = (who: AccountKey = MOTHER, by = key, of = use) =>
  home.ask(who, by, { action: 'not-me', use: of })
const opened = () =>
  openRequest(home.ports, MOTHER, signRequest(key, { action: 'not-me', use }, home.clock.now))
const statuses = () => home.statuses('resident-id').sort()
const records = () => {
  const { uses = [], deskWarnings = [] } = home.database.dump()
  return { states: uses.map((one) => (one as { state?: string }).state), warnings: deskWarnings.length }
}
const UNTOUCHED = { states: ['shown'], warnings: 0 }
const DISPUTED = { states: ['disputed'], warnings: 1 }
/** The same person at a counter, with another phone. */
const moveToAnotherPhone = async (): Promise<HolderKey> => {
  const at = new Date(home.clock.now)
  const citizen = await home.database.in(CITIZENS).findOne({ account: MOTHER })
  const next = newHolderKey()
  const person = {
    enrolment: { _id: 'at-a-counter', account: MOTHER, consent: { version: 'in-person', at } },
    claims: { name: '陈红', id_number: numberOf('1988-03-12'), sex: 'female', birthdate: '1988-03-12' },
    numberIndex: citizen?.numberIndex ?? '',
    portrait: Buffer.from('a portrait'),
    assurance: 'in-person',
    publicJwk: next.publicJwk,
    faceAt: at,
  } as const
  await enrolInPerson(home.ports, person, async () => undefined)
  return next
}

describe('"not me" of somebody else', () => {
  it('is answered alike for a use of another citizen and for an id that was guessed, and changes nothing', async () => {
    const fathers = await home.enrolParent(FATHER)
    for (const of of [use, 'A'.repeat(22)])
      await expect(notMe(FATHER, fathers, of)).rejects.toMatchObject({ code: 'USE_UNKNOWN', details: {} })
    expect([records(), statuses()]).toEqual([UNTOUCHED, ['valid', 'valid']])
  })

  it('is not heard from another account, though it has a copy of the phone’s key', async () => {
    await expect(notMe(FATHER, key)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    expect([records(), statuses()]).toEqual([UNTOUCHED, ['valid']])
  })

  it('is not heard from a phone that was replaced', async () => {
    await moveToAnotherPhone()
    await expect(notMe()).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
    expect([records(), statuses()]).toEqual([UNTOUCHED, ['revoked', 'valid']])
  })

  it('is not heard from a phone that was replaced while it asked: the next one is not frozen by it', async () => {
    const request = await opened()
    await moveToAnotherPhone()
    await expect(disputeUse(home.ports, request, use)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
    expect([records(), statuses()]).toEqual([UNTOUCHED, ['revoked', 'valid']])
  })
})

it('a phone that was replaced while it asked locks no number, and answers no phone that waits to replace the next', async () => {
  const { device, credential } = await opened()
  const holder = { device, credential }
  await moveToAnotherPhone()
  await expect(lockNumber(home.ports, holder, true)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  for (const allowed of [true, false])
    await expect(answerRebinding(home.ports, holder, allowed)).rejects.toMatchObject({
      code: 'CREDENTIAL_REVOKED',
    })
  expect(home.database.dump().numberLocks).toBeUndefined()
})

describe('"not me" about a use of a former credential', () => {
  it('freezes the one that took its place on the phone, also in the midst of the renewal', async () => {
    home.clock.now += 340 * DAY
    const { database } = home.ports
    let isRenewed = false
    const late: typeof database = {
      ...database,
      transaction: async (work) => {
        if (!isRenewed) {
          isRenewed = true
          await home.ask(MOTHER, key, { action: 'renew' })
        }
        return database.transaction(work)
      },
    }
    await disputeUse({ ...home.ports, database: late }, await opened(), use)
    expect([records(), statuses()]).toEqual([DISPUTED, ['frozen', 'revoked']])
  })

  it('freezes the one on the next phone, whose holder says so', async () => {
    const next = await moveToAnotherPhone()
    await notMe(MOTHER, next)
    expect([records(), statuses()]).toEqual([DISPUTED, ['frozen', 'revoked']])
  })
})

describe('"not me" that is said again', () => {
  it('warns the desk once and freezes once, many at once or not', async () => {
    await Promise.all([notMe(), notMe(), notMe()])
    await notMe()
    expect([records(), statuses()]).toEqual([DISPUTED, ['frozen']])
    const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
    expect(entries.filter(({ kind }) => kind === 'frozen')).toHaveLength(1)
  })

  it('by somebody who recorded the request does not freeze what its holder unfroze', async () => {
    const request = signRequest(key, { action: 'not-me', use }, home.clock.now)
    const send = async () => dispatch(home.ports, await openRequest(home.ports, MOTHER, request))
    await send()
    await home.ask(MOTHER, key, { action: 'unfreeze' })
    await expect(send()).rejects.toMatchObject({ code: 'REQUEST_REPLAYED' })
    expect(statuses()).toEqual(['valid'])
  })
})

it('"not me" at the moment when the desk accepts is what stands, and the desk is warned', async () => {
  const confirmed = confirmUse(home.verifyPorts, RECEPTION, { useId: use, portraitMatches: true }).catch(
    (error) =>
      expect(error).toMatchObject({ code: expect.stringMatching(/^(USE_DECIDED|CREDENTIAL_FROZEN)$/) }),
  )
  await Promise.all([confirmed, notMe()])
  expect([records(), statuses()]).toEqual([DISPUTED, ['frozen']])
})
