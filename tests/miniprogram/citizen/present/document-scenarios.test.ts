import { HELD_DOCUMENTS } from '@nansha/core/records/held-documents'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { beforeEach, describe, expect, test } from 'vitest'
import { licenceOf, socialSecurityCardOf } from '#support/documents'
import { RESIDENT } from '#support/person'
import { createLogPhone, type LogPhone } from '../support/log-phone'

const LICENCE = 'driving-licence'
const HOUR = 3_600_000
let phone: LogPhone
beforeEach(async () => {
  phone = await createLogPhone()
  phone.deployment.world.licence = async (holder) => licenceOf(holder)
  phone.deployment.world.socialSecurityCard = async (holder) => socialSecurityCardOf(holder)
})
const seconds = () => unixSeconds(phone.ports.now())

/** The citizen scans the desk's code and approves; the desk collects. */
async function answerDesk(scenario: ScenarioName) {
  const { code, nonce } = await phone.deployment.showDeskCode(scenario)
  const { handle } = await phone.ports.wallet.stocks.handles.take()
  const desk = digestText(code)
  const ticket = phone.ports.wallet.signTicket({ scenario, handle, issuedAt: seconds(), desk })
  await phone.ports.wallet.client.answerDesk(code, ticket)
  return phone.deployment.collect(nonce)
}

/** The driver shows a pass to a companion that has no network. */
async function showOffline() {
  const { wallet } = phone.ports
  const held = await wallet.stocks.passes.roadside.take()
  const proof = wallet.signPass({ pass: held.pass, scenario: 'roadside', issuedAt: seconds() })
  const portrait = packPortrait(Uint8Array.from(Buffer.from(held.portrait, 'base64')))
  return phone.deployment.verifyOffline({ proof, portrait }, 'roadside')
}

describe('the traffic police at the roadside', () => {
  test('read without network who drives, which classes, and how the licence stands', async () => {
    phone.deployment.world.licence = async (holder) => licenceOf(holder, { licence_status: 'withheld' })
    await phone.documents.add(LICENCE)
    expect(await showOffline()).toMatchObject({
      verdict: 'accept',
      claims: {
        name: RESIDENT.name,
        id_number_last4: '002X',
        vehicle_classes: 'C1',
        licence_status: 'withheld',
        licence_valid_until: '2026-05-20',
      },
    })
  })

  test('are shown nothing by who has no licence on the phone', async () => {
    await expect(showOffline()).rejects.toMatchObject({ code: 'DOCUMENT_NONE' })
    expect(await phone.ports.wallet.stocks.passScenarios()).toEqual(['gate', 'age'])
  })

  test('are shown no pass that outlives what the registry said', async () => {
    await phone.documents.add(LICENCE)
    phone.deployment.clock.now += 20 * HOUR
    const { expiresAt } = await phone.ports.wallet.stocks.passes.roadside.take()
    expect(expiresAt).toBeLessThanOrEqual(seconds() + 4 * 3600)
  })

  test('are not shown yesterday’s state after the licence was renewed', async () => {
    await phone.documents.add(LICENCE)
    await phone.ports.wallet.stocks.passes.roadside.prefetch()
    phone.deployment.world.licence = async (holder) => licenceOf(holder, { licence_status: 'revoked' })
    await phone.documents.renew(LICENCE)
    expect((await showOffline()).claims).toMatchObject({ licence_status: 'revoked' })
  })

  test('refuse the pass of an identity that was frozen', async () => {
    await phone.documents.add(LICENCE)
    await phone.ports.wallet.stocks.passes.roadside.prefetch()
    await phone.ports.wallet.client.freeze()
    await expect(showOffline()).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })
})

describe('a desk that asks for a further document', () => {
  test('gets identity and licence in one approval at a car rental', async () => {
    await phone.documents.add(LICENCE)
    const answer = await answerDesk('car-rental')
    expect(answer?.claims).toEqual({
      name: RESIDENT.name,
      id_number: RESIDENT.id_number,
      vehicle_classes: 'C1',
      licence_status: 'normal',
      licence_valid_until: '2026-05-20',
      licence_first_issued: '2010-05-20',
    })
    expect(answer?.portrait).toBeDefined()
  })

  test('gets the social security card at a pharmacy, and no licence', async () => {
    await phone.documents.add('social-security-card')
    expect((await answerDesk('medical'))?.claims).toEqual({
      name: RESIDENT.name,
      social_security_number: RESIDENT.id_number,
      social_security_card_number: 'A12345678',
      social_security_card_status: 'normal',
    })
  })

  test('is refused where the phone does not hold it', async () => {
    await expect(answerDesk('medical')).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' })
  })

  test('is refused where it was removed, and where it ran out', async () => {
    await phone.documents.add(LICENCE)
    phone.deployment.clock.now += 20 * HOUR
    await phone.ports.wallet.stocks.handles.prefetch(24 * HOUR)
    phone.deployment.clock.now += 5 * HOUR
    await expect(answerDesk('car-rental')).rejects.toMatchObject({ code: 'DOCUMENT_OUTDATED' })
    await phone.documents.remove(LICENCE)
    await expect(answerDesk('car-rental')).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' })
  })

  test('is refused a document that is bound to another phone', async () => {
    await phone.documents.add(LICENCE)
    const held = phone.deployment.database.in(HELD_DOCUMENTS)
    const [record] = await held.find({}, { limit: 1 })
    if (!record) throw new Error('no document')
    await held.put({ ...record, deviceId: 'another-phone' })
    await expect(answerDesk('car-rental')).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' })
  })
})
