import type { CardRead } from '@nansha/shared/api/enrol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { photographEmblemOf, photographOf } from '#demo/photograph'
import type { Act } from '#demo/specimen/act-face'
import { frameOf } from '../../support/capture'
import { specimen } from '../../support/card-photos'
import { type Client, startTestCloud, type TestCloud } from '../../support/cloud'
import {
  begin,
  type CardPhotos,
  checkSelfie,
  film,
  readCard,
  registerSpecimen,
  submissionOf,
} from '../../support/enrol'
import { cropFace } from '../../support/faces'
import { readCallLog } from '../../support/logged'

const { name, number: idNumber, ...li } = specimen('li-wanqing')
let cloud: TestCloud
let card: CardPhotos
beforeAll(async () => {
  cloud = await startTestCloud()
  const face = await cropFace(0)
  await registerSpecimen(cloud, { name, idNumber, portrait: face })
  const text = { ...li, name, number: idNumber }
  card = { portrait: await photographOf(text, face), emblem: await photographEmblemOf(text) }
})
afterAll(() => cloud.stop())

/** Li before the camera; no two frames are the same. */
function actingLi(taken = 0) {
  let variant = taken
  return (act: Act) => frameOf(0, act, variant++)
}

/** The enrolment of Li, who does as asked, or something else. */
async function enrol(client: Client, instead?: readonly Act[]) {
  const begun = await begin(client)
  const files = {
    card: await readCard(client, begun, card),
    frames: await film(client, begun, actingLi(), instead),
  }
  const submission = submissionOf(begun, { name, idNumber }, files)
  return client.call<{ credential: string }>('enrol', submission)
}

it('the guided enrolment enrols a person who moved as asked, with what both sides of the card say', async () => {
  const answer = await enrol(cloud.citizen('li'))
  if (!answer.ok) return expect.unreachable(`${answer.code} ${JSON.stringify(answer.details)}`)

  const disclosures = answer.credential.split('~').slice(1, -1)
  const disclosed = disclosures.map(
    (text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[],
  )
  const claims = Object.fromEntries(disclosed.map(([, name, value]) => [name, value]))
  expect(claims).toMatchObject({
    name,
    formatted: li.address,
    ethnicity: '汉',
    card_validity: li.validUntil,
  })
  expect((await cloud.records()).seenFrames).toHaveLength(5)
  // The registry's portrait and the marker by which file ids are known.
  expect(await cloud.fileCount()).toBe(2)
})

it('the guided enrolment refuses who does something else than was asked, and says so', async () => {
  const still = ['look-straight', 'look-straight', 'look-straight'] as const
  const answer = await enrol(cloud.citizen('distracted'), still)
  expect(answer).toMatchObject({ ok: false, code: 'LIVENESS_ACTION', details: { which: 'selfie', step: 1 } })
  expect(await cloud.fileCount()).toBe(2)
})

it('the guided enrolment tells at once what cannot be used of a film, and submits the next one without another look', async () => {
  const client = cloud.citizen('li')
  const begun = await begin(client)
  const file = await readCard(client, begun, card)
  const looks = async () => (await readCallLog(cloud.url)).filter(({ name }) => name === 'face').length
  const before = await looks()
  await film(client, begun, actingLi(), ['look-straight', 'look-straight', 'look-straight'])
  const refused = { ok: false, code: 'LIVENESS_ACTION', details: { which: 'selfie', step: 1 } }
  expect(await checkSelfie(client, begun)).toMatchObject(refused)
  expect(await checkSelfie(client, begun)).toMatchObject(refused)
  // Besides those two the card's sides: the frames are gone.
  expect(await cloud.fileCount()).toBe(4)
  const frames = await film(client, begun, actingLi(50))
  expect(await checkSelfie(client, begun)).toMatchObject({ ok: true })
  expect((await looks()) - before).toBe(2)
  const answer = await client.call('enrol', submissionOf(begun, { name, idNumber }, { card: file, frames }))
  expect(answer).toMatchObject({ ok: true })
  // Only the registry of invented people compares the frames with its own portrait.
  expect((await looks()) - before).toBe(3)
  expect(await cloud.fileCount()).toBe(2)
})

it('the guided enrolment tells the citizen what was read, and asks for another photo of what was not', async () => {
  const client = cloud.citizen('reader')
  const begun = await begin(client)
  const { enrolmentId, uploads } = begun
  const file = await client.upload(uploads.card, card.portrait)
  const event = { action: 'read-card', enrolmentId, side: 'portrait', card: file }
  expect(await client.call<CardRead>('enrol', event)).toMatchObject({
    ok: true,
    fields: {
      number: { value: idNumber },
      name: { value: name, confirm: true },
      address: { value: li.address },
    },
  })
  await client.upload(uploads.card, card.emblem)
  expect(await client.call('enrol', event)).toMatchObject({ ok: false, code: 'CARD_WRONG_SIDE' })
  await client.call('enrol', { action: 'cancel', enrolmentId })
  expect(await cloud.fileCount()).toBe(2)
})

it('the guided enrolment refuses a card that has expired, also if its other side is left out', async () => {
  const client = cloud.citizen('expired')
  const begun = await begin(client)
  const emblem = await photographEmblemOf({ ...li, validFrom: '2004-01-01', validUntil: '2024-01-01' })
  await expect(readCard(client, begun, { ...card, emblem })).rejects.toThrow('CARD_EXPIRED')
  const file = await client.upload(begun.uploads.card, card.portrait)
  const { enrolmentId } = begun
  await client.call('enrol', { action: 'read-card', enrolmentId, side: 'portrait', card: file })
  const frames = await film(client, begun, actingLi())
  const answer = await client.call('enrol', submissionOf(begun, { name, idNumber }, { card: file, frames }))
  expect(answer).toMatchObject({ ok: false, code: 'CARD_UNREAD', details: { which: 'emblem' } })
  expect(await cloud.fileCount()).toBe(2)
})

it('the cloud has logged a whole enrolment, card and face included, without a word of the person', async () => {
  const calls = await readCallLog(cloud.url)
  expect(calls.map(({ name }) => name)).toEqual(expect.arrayContaining(['document', 'face', 'enrol']))
  const said = calls.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')
  for (const value of [name, idNumber, li.birth, li.birth.replaceAll('-', ''), li.address])
    expect(said).not.toContain(value)
})
