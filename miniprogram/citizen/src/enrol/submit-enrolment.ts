import type { Picture } from '@nansha/kit/camera/picture'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent, type EnrolIssued } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { Ask } from '../wallet/ask'
import type { HeldCredential } from '../wallet/held-credential'
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
  readonly randomBytes: (length: number) => Promise<Uint8Array>
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
 * Begins an enrolment, uploads both pictures, and submits with a key made for it on this phone.
 *
 * @returns the credential with its key, or `undefined` when cancelled
 * @throws NanshaError with the code of the refusal
 */
export async function submitEnrolment(
  ports: EnrolmentPorts,
  given: Given,
  { onStage, isCancelled }: Run,
): Promise<HeldCredential | undefined> {
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
  const key = createHolderKey(await ports.randomBytes(48))
  const proof = createProofOfPossession({
    key,
    audience: begun.audience,
    nonce: begun.nonce,
    issuedAt: Math.floor(ports.now() / 1000),
  })
  const submission = { action: 'submit', enrolmentId, ...given.details, files, proof } as const
  const { credential } = await enrol<EnrolIssued>(submission, CHECK_TIMEOUT_MS)
  return { key, credential }
}

async function uploadBoth({ uploadFile }: EnrolmentPorts, { uploads }: EnrolBegun, given: Given) {
  const options = { timeoutMs: UPLOAD_TIMEOUT_MS }
  const [card, selfie] = await Promise.all([
    uploadFile(uploads.card, given.card, options),
    uploadFile(uploads.selfie, given.selfie, options),
  ])
  return card.ok && selfie.ok ? { card: card.fileID, selfie: selfie.fileID } : undefined
}
