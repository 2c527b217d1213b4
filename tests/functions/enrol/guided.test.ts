import { photographEmblemOf, photographOf } from '@nansha/localcloud/demo/photograph'
import type { CardRead, EnrolBegun, LivenessAction, LivenessAsked } from '@nansha/shared/api/enrol'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { frameOf } from '../../support/capture'
import { specimen } from '../../support/card-photos'
import { type Client, seed, startTestCloud, type TestCloud } from '../../support/cloud'
import { begin, registerSpecimen } from '../../support/enrol'
import { cropFace } from '../../support/faces'

/** Three sets of nets are loaded here, one of them in the test itself; on a busy machine that takes its time. */
vi.setConfig({ testTimeout: 120_000 })

const li = specimen('li-wanqing')
let cloud: TestCloud
let cardPhoto: Buffer
let emblemPhoto: Buffer
beforeAll(async () => {
  cloud = await startTestCloud()
  const face = await cropFace(0)
  await registerSpecimen(cloud, { name: li.name, idNumber: li.number, portrait: face })
  cardPhoto = await photographOf(li, face)
  emblemPhoto = await photographEmblemOf(li)
})
afterAll(() => cloud.stop())

async function readSide(client: Client, begun: EnrolBegun, side: CardRead['side'], photo: Buffer) {
  const card = await client.upload(begun.uploads[side === 'portrait' ? 'card' : 'emblem'], photo)
  const { enrolmentId } = begun
  const answer = await client.call<CardRead>('enrol', { action: 'read-card', enrolmentId, side, card })
  if (!answer.ok) throw new Error(`The card was not read: ${answer.code}`)
  return { card, read: answer }
}

/** Stands before the camera as somebody, and does what is asked, or what one likes. */
async function film(client: Client, begun: EnrolBegun, person: number, instead?: LivenessAction[]) {
  const { enrolmentId, uploads } = begun
  const asked = await client.call<LivenessAsked>('enrol', { action: 'challenge', enrolmentId })
  if (!asked.ok) throw new Error(`Nothing was asked: ${asked.code}`)
  const doing = ['look-straight', ...(instead ?? asked.actions)] as const
  return Promise.all(
    doing.map(async (action, step) => ({
      fileId: await client.upload(`${uploads.frames}${step}`, await frameOf(person, action, step)),
      step,
      at: 1000 + step * 1500,
    })),
  )
}

const submit = (client: Client, begun: EnrolBegun, files: object) =>
  client.call<{ credential: string }>('enrol', {
    action: 'submit',
    enrolmentId: begun.enrolmentId,
    name: li.name,
    idNumber: li.number,
    files,
    proof: createProofOfPossession({
      key: createHolderKey(seed()),
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: Math.floor(Date.now() / 1000),
    }),
  })

it('enrols a person who moved as asked, with what both sides of the card say', async () => {
  const client = cloud.citizen('li')
  const begun = await begin(client)
  const { card, read } = await readSide(client, begun, 'portrait', cardPhoto)
  expect(read.fields).toMatchObject({
    number: { value: li.number },
    name: { value: li.name, confirm: true },
    address: { value: li.address },
  })
  await readSide(client, begun, 'emblem', emblemPhoto)
  const answer = await submit(client, begun, { card, frames: await film(client, begun, 0) })
  if (!answer.ok) return expect.unreachable(`${answer.code} ${JSON.stringify(answer.details)}`)

  const disclosures = answer.credential.split('~').slice(1, -1)
  const disclosed = disclosures.map(
    (text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[],
  )
  const claims = Object.fromEntries(disclosed.map(([, name, value]) => [name, value]))
  expect(claims).toMatchObject({
    name: li.name,
    formatted: li.address,
    ethnicity: '汉',
    card_validity: li.validUntil,
  })
  expect((await cloud.records()).seenFrames).toHaveLength(4)
  // The registry's portrait and the marker by which file ids are known.
  expect(await cloud.fileCount()).toBe(2)
})

it('refuses somebody else who moves as asked before the same card', async () => {
  const client = cloud.citizen('thief')
  const begun = await begin(client)
  const card = await client.upload(begun.uploads.card, cardPhoto)
  const answer = await submit(client, begun, { card, frames: await film(client, begun, 4) })
  expect(answer).toMatchObject({ ok: false, code: 'PROOFING_RETRY', details: {} })
  expect(await cloud.fileCount()).toBe(2)
})

it('refuses who does something else than was asked, and says so', async () => {
  const client = cloud.citizen('distracted')
  const begun = await begin(client)
  const card = await client.upload(begun.uploads.card, cardPhoto)
  const frames = await film(client, begun, 0, [])
  const straight = await Promise.all(
    [1, 2, 3].map(async (step) => ({
      fileId: await client.upload(
        `${begun.uploads.frames}${step}`,
        await frameOf(0, 'look-straight', 10 + step),
      ),
      step,
      at: 1000 + step * 1500,
    })),
  )
  const answer = await submit(client, begun, { card, frames: [...frames, ...straight] })
  expect(answer).toMatchObject({ ok: false, code: 'LIVENESS_ACTION', details: { which: 'selfie', step: 1 } })
  expect(await cloud.fileCount()).toBe(2)
})

it('asks for another photo of a card that cannot be read', async () => {
  const client = cloud.citizen('blurred')
  const begun = await begin(client)
  const failing = readSide(client, begun, 'portrait', emblemPhoto)
  await expect(failing).rejects.toThrow('CARD_WRONG_SIDE')
  await client.call('enrol', { action: 'cancel', enrolmentId: begun.enrolmentId })
  expect(await cloud.fileCount()).toBe(2)
})
