import { randomId } from '@nansha/core/function/random-id'
import { dateInChina } from '@nansha/shared/age-in-china'
import type { Answer } from '@nansha/shared/api/answer'
import type { PhotoPlace } from '@nansha/shared/api/guest-document'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { specimen } from '#support/card-photos'
import { type Client, startTestCloud, type TestCloud } from '#support/cloud'
import { drawPassport } from '#support/draw-passport'
import { cardOf } from '#support/enrol'
import { asSelfie, cropFace } from '#support/faces'
import { ZONE } from '#support/reading-desk'

// The built functions `stays`, `document` and `face`, each with its nets: a clerk photographs documents and a guest.
let cloud: TestCloud
let clerk: Client

beforeAll(async () => {
  cloud = await startTestCloud()
  const { organisationId } = await expectOk(
    cloud.operator.call<Onboarded>('organisation', {
      action: 'onboard',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: ['hotel'],
      licenceExpiresAt: 2_000_000_000,
    }),
  )
  const invite = { action: 'invite', organisationId, role: 'clerk' }
  const { invitation } = await expectOk(cloud.operator.call<Invited>('organisation', invite))
  clerk = cloud.staff('clerk')
  await expectOk(clerk.call('organisation', { action: 'join', invitation, name: '王芳' }))
})
afterAll(() => cloud.stop())

async function expectOk<T extends object>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.details)}`)
  return answer
}
const ask = <T extends object>(event: object) => expectOk(clerk.call<T>('stays', event))
const photograph = async (event: object, picture: Buffer) =>
  clerk.upload((await ask<PhotoPlace>(event)).upload, picture)

it('a guest’s card and face are photographed, the hotel sees four digits, and no photo stays', async () => {
  const [stay, guest] = [randomId(), randomId()]
  const { name, number } = specimen('li-wanqing')
  const last4 = number.slice(-4)
  const face = await cropFace(0)
  const { portrait: card } = await cardOf({ name, idNumber: number }, await asSelfie(face, 1))
  const begin = { action: 'photograph-document', stay, guest, document: 'card' }
  const photo = await photograph(begin, card)
  expect(await ask({ action: 'read-document', guest, photo })).toMatchObject({ kind: 'card', name, last4 })
  const live = await photograph(
    { action: 'photograph-guest', guest, consented: true },
    await asSelfie(face, 2),
  )
  expect(await ask({ action: 'compare-guest', guest, photo: live })).toMatchObject({ answer: 'same' })
  const document = { kind: 'card', name, compared: true }
  expect(await ask({ action: 'admit-read', stay, guest, document })).toMatchObject({ name, last4 })
  // The marker by which file ids are known; it is no photo.
  expect(await cloud.fileCount()).toBe(1)
  const until = dateInChina(Date.now() + 86_400_000)
  await ask({ action: 'arrive', stay, room: '101', until })
  expect(await ask<StayDetails>({ action: 'stay', stay })).toMatchObject({
    guests: [{ name, last4, identified: { read: 'camera', faces: 'same' } }],
  })
})

it('a passport is read by the two lines of its page', async () => {
  const [stay, guest] = [randomId(), randomId()]
  const begin = { action: 'photograph-document', stay, guest, document: 'passport' }
  const photo = await photograph(begin, await drawPassport(ZONE))
  expect(await ask({ action: 'read-document', guest, photo })).toMatchObject({
    kind: 'passport',
    name: 'ERIKSSON ANNA MARIA',
    last4: '02C3',
  })
})
