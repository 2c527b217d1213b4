import { randomBytes } from 'node:crypto'
import { answerStep } from '@nansha/core/enrol/answer-step'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { readCard } from '@nansha/core/enrol/read-card'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { AccountKey } from '@nansha/core/records/account-key'
import { openRequest } from '@nansha/core/wallet/open-request'
import {
  CONSENT_VERSION,
  type Corrections,
  type EnrolBegun,
  type LivenessStep,
  type StepAnswered,
} from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { CARD_SIDES } from '@nansha/shared/identity-card'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { framesOf } from '@nansha/shared/liveness'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { dispatch } from '#functions/wallet/dispatch'
import { type createEnrolPorts, newHolderKey } from './enrol-ports'
import { ISSUER } from './issuer'
import { STORAGE_ROOT } from './memory-files'
import { RESIDENT } from './person'

export const RESIDENT_NUMBER = RESIDENT.id_number

type World = Pick<ReturnType<typeof createEnrolPorts>, 'ports' | 'clock' | 'files'>

/** Uploads both sides of a card and has them read. @returns the file of the portrait side */
export async function readSides(
  { ports, files }: Pick<World, 'ports' | 'files'>,
  account: AccountKey,
  { enrolmentId, uploads }: EnrolBegun,
  idNumber: string = RESIDENT_NUMBER,
): Promise<string> {
  const sides = { portrait: uploads.card, emblem: uploads.emblem } as const
  for (const side of CARD_SIDES) {
    const card = await files.upload(sides[side], Buffer.from(idNumber))
    await readCard(ports, account, { action: 'read-card', enrolmentId, side, card })
  }
  return STORAGE_ROOT + uploads.card
}

/**
 * Does as asked before the camera, half a second a step on a clock of its own, and uploads the frames.
 *
 * @param showing what a frame shows, by what is asked and the number of the frame; no two are alike without it
 */
export async function uploadFrames(
  { ports, clock, files }: World,
  account: AccountKey,
  { enrolmentId }: Pick<EnrolBegun, 'enrolmentId'>,
  showing: (step: LivenessStep, number: number) => string = ({ request }, number) =>
    `${request} ${number} ${randomBytes(8).toString('hex')}`,
): Promise<string[]> {
  let time = clock.now
  const filming = { ...ports, now: () => time }
  const asked = await askChallenge(filming, account, enrolmentId)
  const uploaded: string[] = []
  let step: LivenessStep | null = asked.step
  while (step) {
    const digests: string[] = []
    for (let taken = 0; taken < framesOf(step.request); taken++) {
      const bytes = Buffer.from(showing(step, uploaded.length))
      uploaded.push(await files.upload(asked.frames + uploaded.length, bytes))
      digests.push(photoDigest(bytes))
    }
    time += 500
    const answered: StepAnswered = await answerStep(filming, account, {
      action: 'answer-step',
      enrolmentId,
      step: step.number,
      digests,
    })
    step = answered.step
  }
  return uploaded
}

/** All that the cameras see: both sides of the card, which are read, and the person. */
export async function uploadPhotos(cloud: World, account: AccountKey, begun: EnrolBegun, idNumber?: string) {
  const card = await readSides(cloud, account, begun, idNumber)
  return { card, frames: await uploadFrames(cloud, account, begun) }
}

/** Uploads all photos and submits the enrolment. */
export async function submitPhotos(
  cloud: World,
  account: AccountKey,
  begun: EnrolBegun,
  {
    key = newHolderKey(),
    name = RESIDENT.name,
    idNumber = RESIDENT_NUMBER,
    files,
    corrections,
  }: Partial<Submitted> = {},
) {
  const { enrolmentId, audience, nonce } = begun
  return submitEnrolment(cloud.ports, account, {
    action: 'submit',
    enrolmentId,
    name,
    idNumber,
    ...(corrections && { corrections }),
    files: files ?? (await uploadPhotos(cloud, account, begun, idNumber)),
    proof: createProofOfPossession({ key, audience, nonce, issuedAt: unixSeconds(cloud.clock.now) }),
  })
}

interface Submitted {
  readonly key: HolderKey
  readonly name: string
  readonly idNumber: string
  readonly corrections: Corrections
  /** Photos that are there already. */
  readonly files: Awaited<ReturnType<typeof uploadPhotos>>
}

/** Enrols a person with services that say yes. */
export async function enrolCitizen(cloud: World, account: AccountKey, submitted: Partial<Submitted> = {}) {
  const key = submitted.key ?? newHolderKey()
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(cloud.ports, account, { action: 'begin', consent })
  return { key, ...(await submitPhotos(cloud, account, begun, { ...submitted, key })) }
}

/** Signs a wallet request at the time of the test's world. */
export function signRequest(
  key: HolderKey,
  action: WalletAction,
  time: number,
  changes: object = {},
): string {
  return createWalletRequest({
    key,
    audience: ISSUER,
    issuedAt: unixSeconds(time),
    requestId: randomBytes(16).toString('base64url'),
    action,
    ...changes,
  })
}

/** What the wallet answers to a request that this phone signs now. */
export async function askWallet<Result = unknown>(
  cloud: World,
  account: AccountKey,
  key: HolderKey,
  action: WalletAction,
): Promise<Result> {
  const request = await openRequest(cloud.ports, account, signRequest(key, action, cloud.clock.now))
  return (await dispatch(cloud.ports, request)) as Result
}
