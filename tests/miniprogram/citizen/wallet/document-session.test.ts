import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, describe, expect, test } from 'vitest'
import { standingOf } from '#citizen/documents/describe-document'
import { createDocumentSession } from '#citizen/wallet/document-session'
import { licenceOf, socialSecurityCardOf } from '#support/documents'
import { RESIDENT } from '#support/person'
import { createLogPhone, type LogPhone } from '../support/log-phone'

const HOUR = 3_600_000
const LICENCE = 'driving-licence'
let phone: LogPhone
beforeEach(async () => {
  phone = await createLogPhone()
  phone.deployment.world.licence = async (holder) => licenceOf(holder)
  phone.deployment.world.socialSecurityCard = async (holder) => socialSecurityCardOf(holder)
})
const shown = () => phone.documents.store.get().shown
const down = () => Promise.reject(new NanshaError('DOCUMENT_REGISTRY_DOWN'))

describe('documents on the phone', () => {
  test('are read as the registry has them, and again after a restart', async () => {
    await phone.documents.add(LICENCE)
    await phone.documents.add('social-security-card')
    expect(shown()).toMatchObject([
      { type: LICENCE, document: licenceOf({ name: RESIDENT.name, idNumber: RESIDENT.id_number }) },
      { type: 'social-security-card', document: { card_number: 'A12345678' } },
    ])
    const again = createDocumentSession({
      storage: phone.storage,
      wallet: phone.ports.wallet,
      now: phone.ports.now,
    })
    await again.load()
    expect(again.store.get().shown).toEqual(shown())
  })

  test('that could not be added leave nothing, and say why', async () => {
    phone.deployment.world.licence = async () => null
    await expect(phone.documents.add(LICENCE)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    phone.deployment.world.licence = down
    await expect(phone.documents.add(LICENCE)).rejects.toMatchObject({ code: 'DOCUMENT_REGISTRY_DOWN' })
    expect(shown()).toEqual([])
  })

  test('are renewed silently once they are due, and not before', async () => {
    await phone.documents.add(LICENCE)
    const [first] = shown()
    phone.deployment.world.licence = async (holder) =>
      licenceOf(holder, { licence_status: 'withheld', penalty_points: 6 })
    await phone.documents.renewDue()
    expect(shown()).toEqual([first])
    phone.deployment.clock.now += 13 * HOUR
    await phone.documents.renewDue()
    expect(shown()).toMatchObject([{ document: { licence_status: 'withheld', penalty_points: 6 } }])
  })

  test('are read from storage once at the start of the app', async () => {
    const reads: string[] = []
    const get = async (key: string) => {
      reads.push(key)
      return phone.storage.get(key)
    }
    const again = createDocumentSession({
      storage: { ...phone.storage, get },
      wallet: phone.ports.wallet,
      now: phone.ports.now,
    })
    await again.load()
    const first = [...reads]
    await again.renewDue()
    expect(first).not.toEqual([])
    expect(reads).toEqual(first)
  })

  test('stay as they are while the registry is down, until they end', async () => {
    await phone.documents.add(LICENCE)
    phone.deployment.world.licence = down
    phone.deployment.clock.now += 25 * HOUR
    await phone.documents.renewDue()
    const [one] = shown()
    expect(one && standingOf(one, true, phone.ports.now())).toMatchObject({ kind: 'off' })
    phone.deployment.world.licence = async (holder) => licenceOf(holder)
    await phone.documents.renewDue()
    const [renewed] = shown()
    expect(renewed && standingOf(renewed, true, phone.ports.now())).toMatchObject({ kind: 'good' })
  })

  test('go when the registry has them no more, and their owner is told', async () => {
    await phone.documents.add(LICENCE)
    phone.deployment.world.licence = async () => null
    await expect(phone.documents.renew(LICENCE)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    expect(phone.documents.store.get()).toEqual({ shown: [], gone: [LICENCE] })
  })

  test('go with their owner’s word, and with the identity', async () => {
    await phone.documents.add(LICENCE)
    await phone.documents.remove(LICENCE)
    expect(shown()).toEqual([])
    await phone.documents.add(LICENCE)
    await phone.ports.wallet.forget()
    await expect.poll(shown).toEqual([])
    expect(await phone.storage.get('documents')).toBeUndefined()
  })

  test('say at a glance that they are good, are not, or are worth nothing while the identity is frozen', async () => {
    await phone.documents.add(LICENCE)
    const [one] = shown()
    if (!one) throw new Error('no document')
    const now = phone.ports.now()
    expect(standingOf(one, true, now)).toMatchObject({ kind: 'good', word: { en: 'Valid' } })
    expect(standingOf(one, false, now)).toMatchObject({ kind: 'off', word: { en: 'Frozen' } })
    const full = { ...one, document: licenceOf(undefined, { licence_status: 'points-full' }) }
    expect(standingOf(full, true, now)).toMatchObject({
      kind: 'bad',
      text: { zh: expect.stringContaining('停止驾驶') },
    })
  })
})

test('a document added on this phone alarms nobody: it is known in the log, and no second ID', async () => {
  await phone.publish()
  await phone.look()
  await phone.documents.add(LICENCE)
  await phone.publish()
  const { issuances } = await phone.look()
  expect(issuances).toHaveLength(2)
  expect(issuances.find(({ isOwn }) => !isOwn)).toMatchObject({
    document: LICENCE,
    isUnknown: false,
    issued: { type: LICENCE, isHere: true },
  })
})

test('a document that this phone was not given is told to its owner', async () => {
  await phone.publish()
  await phone.look()
  await phone.ports.wallet.client.addDocument(LICENCE)
  await phone.publish()
  const { issuances } = await phone.look()
  expect(issuances.find(({ isOwn }) => !isOwn)).toMatchObject({ isUnknown: true })
})
