import type { Picture } from '@nansha/kit/camera/picture'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import {
  CONSENT_VERSION,
  type EnrolBegun,
  type EnrolEvent,
  type EnrolSubmitted,
} from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { type Ask, codeOf } from '../wallet/ask'
import type { Granted } from '../wallet/held-credential'
import type { Details } from './check-details'
import type { Stage } from './enrolment'

/** Matching faces on a cold function takes its time; a person who sees progress waits this long. */
const CHECK_TIMEOUT_MS = 60_000
const UPLOAD_TIMEOUT_MS = 45_000

export interface EnrolmentPorts {
  readonly ask: Ask
  readonly uploadFile: typeof uploadFile
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  /** The key of this phone, the same for every try. */
  readonly phoneKey: () => Promise<HolderKey>
  readonly forgetPhoneKey: () => Promise<void>
}

export interface Given {
  readonly card: Picture
  readonly selfie: Picture
  readonly details: Details
}

export interface Run {
  readonly onStage: (stage: Stage) => void
  /** Asked before the decision is; afterwards it is too late to cancel. */
  readonly isCancelled: () => boolean
}

/**
 * Begins an enrolment, uploads both pictures, and submits them with a proof that this phone holds its key.
 *
 * @returns the credential or the promise of one, or `undefined` when cancelled
 * @throws NanshaError with the code of the refusal
 */
export async function submitEnrolment(
  ports: EnrolmentPorts,
  given: Given,
  { onStage, isCancelled }: Run,
): Promise<Granted | undefined> {
  const enrol = <Result>(event: EnrolEvent, timeoutMs?: number) =>
    ports.ask<Result>('enrol', event, timeoutMs === undefined ? {} : { timeoutMs })

  onStage('beginning')
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await enrol<EnrolBegun>({ action: 'begin', consent })
  const { enrolmentId } = begun

  onStage('uploading')
  const files = await uploadBoth(ports, begun, given)
  if (files === undefined || isCancelled()) {
    // The server deletes what did arrive; should this be lost too, its own sweep does.
    await enrol({ action: 'cancel', enrolmentId }).catch(() => undefined)
    if (isCancelled()) return undefined
    throw new NanshaError('OFFLINE')
  }

  onStage('checking')
  const key = await ports.phoneKey()
  const proof = createProofOfPossession({
    key,
    audience: begun.audience,
    nonce: begun.nonce,
    issuedAt: Math.floor(ports.now() / 1000),
  })
  const submission = { action: 'submit', enrolmentId, ...given.details, files, proof } as const
  const answer = await enrol<EnrolSubmitted>(submission, CHECK_TIMEOUT_MS).catch(async (error) => {
    // Bound to somebody else, who used this phone before: the next try begins with a new key.
    if (codeOf(error) === 'PROOF_INVALID') await ports.forgetPhoneKey()
    throw error
  })
  return 'credential' in answer
    ? { key, credential: answer.credential }
    : { key, enrolmentId, readyAt: answer.readyAt }
}

async function uploadBoth({ uploadFile }: EnrolmentPorts, { uploads }: EnrolBegun, given: Given) {
  const options = { timeoutMs: UPLOAD_TIMEOUT_MS }
  const [card, selfie] = await Promise.all([
    uploadFile(uploads.card, given.card, options),
    uploadFile(uploads.selfie, given.selfie, options),
  ])
  return card.ok && selfie.ok ? { card: card.fileID, selfie: selfie.fileID } : undefined
}
