import { setTimeout } from 'node:timers/promises'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { Answer } from '@nansha/shared/api/answer'
import {
  type CardRead,
  CONSENT_VERSION,
  type EnrolBegun,
  type EnrolSubmitted,
  type LivenessAsked,
  type LivenessStep,
  type StepAnswered,
} from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { framesOf } from '@nansha/shared/liveness'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { photographEmblemOf, photographOf } from '#demo/photograph'
import { registerSpecimen as register } from '#demo/register-specimen'
import type { Act } from '#demo/specimen/act-face'
import { type Client, seed, type TestCloud } from './cloud'

/** A person as the specimen registry knows them. */
export interface Specimen {
  readonly name: string
  readonly idNumber: string
  /** JPEG, the registry's own portrait. */
  readonly portrait: Buffer
}

/** Photos of both sides of a card. JPEG. */
export type CardPhotos = Readonly<Record<CardRead['side'], Buffer>>

/** What a phone's cameras see. */
export interface Photos {
  readonly card: CardPhotos
  /** The person before the front camera, doing as asked. JPEG. */
  readonly acting: (act: Act) => Promise<Buffer>
}

const ADDRESS = '广州市南沙区港前大道北1号'

/** The card of a person as a phone photographs it. @param face JPEG, the portrait on it */
export async function cardOf(
  { name, idNumber }: Pick<Specimen, 'name' | 'idNumber'>,
  face: Buffer,
): Promise<CardPhotos> {
  const parsed = parseResidentNumber(idNumber)
  if (!parsed.ok) throw new Error(`No card has the number ${idNumber}.`)
  const { birthdate: birth, sex } = parsed
  const text = {
    name,
    number: idNumber,
    birth,
    sex,
    ethnicity: '汉',
    address: ADDRESS,
  } as const
  const validity = { validFrom: '2020-01-01', validUntil: '2040-01-01' }
  const [portrait, emblem] = await Promise.all([
    photographOf(text, face),
    photographEmblemOf({ authority: '广州市公安局南沙分局', ...validity }),
  ])
  return { portrait, emblem }
}

export async function registerSpecimen(
  cloud: TestCloud,
  { name, idNumber, portrait }: Specimen,
): Promise<void> {
  await register(
    (event) => cloud.operator.call('specimen', event),
    { name, number: idNumber, ethnicity: '汉', address: ADDRESS },
    portrait,
  )
}

export async function begin(client: Client): Promise<EnrolBegun> {
  const answer = await client.call<EnrolBegun>('enrol', {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
  if (!answer.ok) throw new Error(`enrol refused to begin: ${answer.code}`)
  return answer
}

/** Uploads both sides of the card and has them read. @returns the file of the portrait side */
export async function readCard(
  client: Client,
  { enrolmentId, uploads }: EnrolBegun,
  photos: CardPhotos,
): Promise<string> {
  const read = async (side: CardRead['side'], path: string) => {
    const card = await client.upload(path, photos[side])
    const answer = await client.call('enrol', { action: 'read-card', enrolmentId, side, card })
    if (!answer.ok) throw new Error(`The ${side} side was not read: ${answer.code}`)
    return card
  }
  await read('emblem', uploads.emblem)
  return read('portrait', uploads.card)
}

/** Films a person who does as asked, or something else. */
export async function film(
  client: Client,
  { enrolmentId }: Pick<EnrolBegun, 'enrolmentId'>,
  acting: Photos['acting'],
  instead?: readonly Act[],
): Promise<string[]> {
  const asked = await client.call<LivenessAsked>('enrol', { action: 'challenge', enrolmentId })
  if (!asked.ok) throw new Error(`enrol refused to ask: ${asked.code}`)
  const uploads: Promise<string>[] = []
  let step: LivenessStep | null = asked.step
  while (step) {
    const { number, request } = step as LivenessStep
    const doing = number > 0 ? (instead?.[number - 1] ?? request) : request
    const frames = await takeFrames(acting, doing === 'light' ? 'look-straight' : doing, framesOf(request))
    for (const frame of frames) uploads.push(client.upload(asked.frames + uploads.length, frame))
    const digests = frames.map((frame) => photoDigest(frame))
    await setTimeout(ACT_MS)
    const event = { action: 'answer-step', enrolmentId, step: number, digests }
    const answer: Answer<StepAnswered> = await client.call<StepAnswered>('enrol', event)
    if (!answer.ok) throw new Error(`enrol refused step ${number}: ${answer.code}`)
    step = answer.step
  }
  return Promise.all(uploads)
}

/** The server refuses an answer that comes too fast. */
const ACT_MS = 310

async function takeFrames(acting: Photos['acting'], act: Act, count: number): Promise<Buffer[]> {
  const frames: Buffer[] = []
  while (frames.length < count) frames.push(await acting(act))
  return frames
}

/** Has what was filmed looked at before the submission. */
export function checkSelfie(client: Client, { enrolmentId }: EnrolBegun): Promise<Answer<object>> {
  return client.call('enrol', { action: 'check-selfie', enrolmentId })
}

/** The submission of photos that are there already. */
export function submissionOf(
  { enrolmentId, audience, nonce }: EnrolBegun,
  { name, idNumber }: Pick<Specimen, 'name' | 'idNumber'>,
  files: { readonly card: string; readonly frames: readonly string[] },
  key: HolderKey = createHolderKey(seed()),
) {
  const issuedAt = unixSeconds(Date.now())
  const proof = createProofOfPossession({ key, audience, nonce, issuedAt })
  return { action: 'submit' as const, enrolmentId, name, idNumber, files, proof }
}

/** Has the card read, films the person as asked, has that looked at, and words the submission, as the citizen app does. */
export async function prepare(
  client: Client,
  begun: EnrolBegun,
  who: Pick<Specimen, 'name' | 'idNumber'>,
  { card, acting }: Photos,
  key?: HolderKey,
) {
  const files = {
    card: await readCard(client, begun, card),
    frames: await film(client, begun, acting),
  }
  // A refusal stands, so that the submission has it too.
  await checkSelfie(client, begun)
  return submissionOf(begun, who, files, key)
}

/** An act that a drawn actor does not show clearly is seen by chance of the challenge; a person is filmed anew then. */
const FILMED_AT_MOST = 3

/** The whole enrolment of one phone. */
export async function enrol(
  client: Client,
  who: Pick<Specimen, 'name' | 'idNumber'>,
  photos: Photos,
  key: HolderKey = createHolderKey(seed()),
): Promise<Answer<EnrolSubmitted> & { readonly key: HolderKey; readonly audience: string }> {
  for (let filmed = 1; ; filmed++) {
    const begun = await begin(client)
    const answer = await client.call<EnrolSubmitted>('enrol', await prepare(client, begun, who, photos, key))
    const isUnclear = !answer.ok && answer.code === 'LIVENESS_ACTION'
    if (!isUnclear || filmed === FILMED_AT_MOST) return { ...answer, key, audience: begun.audience }
  }
}
