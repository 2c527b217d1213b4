import { confirmUse } from '@nansha/core/verify/confirm-use'
import { freeze } from '@nansha/core/wallet/freeze'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, expect, it } from 'vitest'
import { createFamily, DAUGHTER, FATHER, MOTHER, numberOf, RECEPTION, SON } from '../support/family'

const DAY = 24 * 3600_000
let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
})
const renew = () => home.ask(MOTHER, key, { action: 'renew-child', child: 1 })
const confirm = (useId: string) => confirmUse(home.verifyPorts, RECEPTION, { useId, portraitMatches: true })

it('from the fourteenth birthday on the card is not shown, and the phone loses it when it asks', async () => {
  const almost = { name: '陈小雨', idNumber: numberOf('2013-01-16') }
  home.family.children.push(almost.idNumber)
  await home.giveCard(MOTHER, key, almost)
  const ticket = await home.show(MOTHER, key, 1)
  expect((await home.scan(ticket)).claims).toMatchObject({ name: almost.name })
  const later = await home.show(MOTHER, key, 1)
  home.clock.now = Date.parse('2027-01-16T00:00:00+08:00')
  await expect(home.scan(later)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
  await home.ask(MOTHER, key, { action: 'set-pin', pin: '135790' }).catch(() => undefined)
  await expect(home.scan(await home.show(MOTHER, key, 1))).rejects.toMatchObject({ code: 'CHILD_OF_AGE' })
  await expect(renew()).rejects.toMatchObject({ code: 'CHILD_OF_AGE' })
  expect(home.statuses()).toEqual(['revoked'])
})

it('a card that was removed, or frozen with the guardian, is not shown', async () => {
  await home.giveCard(MOTHER, key)
  await freeze(home.ports, MOTHER)
  expect(home.statuses()).toEqual(['frozen'])
  await home.ask(MOTHER, key, { action: 'unfreeze' })
  expect(home.statuses()).toEqual(['valid'])
  const ticket = await home.show(MOTHER, key, 1)
  await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
  await expect(home.scan(ticket)).rejects.toMatchObject({ code: 'CHILD_CARD_NONE' })
})

it('a card that ends between the code and the clerk’s word is not accepted, and its place opens no other child', async () => {
  await home.giveCard(MOTHER, key)
  const { useId } = await home.scan(await home.show(MOTHER, key, 1))
  await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
  await home.giveCard(MOTHER, key, SON)
  await confirm(useId).catch(() => undefined)
  expect(home.database.dump().waitingGuests ?? []).toEqual([])
})

it('a second issue of the same card revokes the first, and renewals have its place in the status lists', async () => {
  await home.giveCard(MOTHER, key)
  await home.giveCard(MOTHER, key)
  expect(home.statuses()).toEqual(['revoked', 'valid'])
  await renew()
  expect(home.statuses()).toEqual(['revoked', 'valid'])
})

it('a phone that was replaced shows no child, and its new one has none', async () => {
  await home.giveCard(MOTHER, key)
  home.clock.now += 30 * DAY
  const next = await home.enrolParent()
  expect(home.statuses()).toEqual(['revoked'])
  await expect(home.scan(await home.show(MOTHER, next, 1))).rejects.toMatchObject({ code: 'CHILD_CARD_NONE' })
})

it('whom the register names no more loses the card, and the other parent keeps theirs', async () => {
  const fathers = await home.enrolParent(FATHER)
  await home.giveCard(MOTHER, key)
  await home.giveCard(FATHER, fathers)
  home.family.guardians = [FATHER]
  await expect(renew()).rejects.toMatchObject({ code: 'CHILD_NOT_IN_HOUSEHOLD' })
  expect(home.statuses()).toEqual(['revoked', 'valid'])
  expect((await home.scan(await home.show(FATHER, fathers, 1))).claims).toMatchObject({ name: DAUGHTER.name })
})

it('a card that was not renewed for a month is not shown', async () => {
  await home.ask(MOTHER, key, { action: 'set-pin', pin: '135790' })
  await home.giveCard(MOTHER, key)
  home.clock.now += 30 * DAY
  await home.ask(MOTHER, key, { action: 'unlock', pin: '135790' })
  await expect(home.scan(await home.show(MOTHER, key, 1))).rejects.toMatchObject({
    code: 'CHILD_CARD_OUTDATED',
  })
  await renew()
  expect((await home.scan(await home.show(MOTHER, key, 1))).claims).toHaveProperty('guardian_relation')
})

it('a child’s code is good once', async () => {
  await home.giveCard(MOTHER, key)
  const ticket = await home.show(MOTHER, key, 1)
  const { useId } = await home.scan(ticket)
  expect(await confirm(useId)).toEqual({ verdict: 'accepted' })
  await expect(home.scan(ticket)).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
})
