import { codeOf } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import {
  CONSENT_VERSION,
  type EnrolBegun,
  type EnrolEvent,
  type EnrolSubmitted,
} from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { Granted } from '../wallet/held-credential'
import type { Details } from './check-details'
import type { Stage } from './enrolment'
import type { Selfie } from './live-person'
import { type PlatformPorts, showToPlatform } from './show-to-platform'
import { type SelfieFiles, uploadSelfie } from './upload-selfie'

/** Matching faces on a cold function takes its time; a person who sees progress waits this long. */
const CHECK_TIMEOUT_MS = 60_000

export interface EnrolmentPorts extends PlatformPorts {
  readonly uploadFile: typeof uploadFile
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  /** The key of this phone, the same for every try. */
  readonly phoneKey: () => Promise<HolderKey>
  readonly forgetPhoneKey: () => Promise<void>
  /** Whose identity this phone holds, by their number; undefined where it holds none. */
  readonly heldNumber: () => string | undefined
}

export interface Given {
  readonly selfie: Selfie
  /** Where it lies on the server, once it was looked at there. */
  readonly selfieFiles?: SelfieFiles
  readonly details: Details
  /** Open, with both sides of the card read in it. */
  readonly begun: EnrolBegun
  /** The portrait side as uploaded. */
  readonly cardFile: string
}

export interface Run {
  readonly onStage: (stage: Stage) => void
  /** Asked before the decision is; afterwards it is too late to cancel. */
  readonly isCancelled: () => boolean
}

/**
 * Makes sure that this phone can keep a key before anything is photographed, and opens an enrolment.
 *
 * @throws NanshaError STORAGE_FULL, CONSENT_REQUIRED, ATTEMPTS_EXHAUSTED, …
 */
export async function beginEnrolment({
  ask,
  phoneKey,
}: Pick<EnrolmentPorts, 'ask' | 'phoneKey'>): Promise<EnrolBegun> {
  await phoneKey()
  const event: EnrolEvent = { action: 'begin', consent: { face: true, version: CONSENT_VERSION } }
  return ask<EnrolBegun>('enrol', event)
}

/**
 * Uploads what was filmed, unless that was done, and submits it with a proof that this phone holds its key.
 *
 * @returns the credential or the promise of one, or `undefined` when cancelled
 * @throws NanshaError with the code of the refusal
 */
export async function submitEnrolment(
  ports: EnrolmentPorts,
  given: Given,
  run: Run,
): Promise<Granted | undefined> {
  const { begun } = given
  const { enrolmentId } = begun
  const { onStage, isCancelled } = run

  const selfie = given.selfieFiles ?? (await upload(ports, given, run))
  if (!selfie) return undefined
  if (isCancelled()) {
    await abandon(ports, begun)
    return undefined
  }
  const files = { card: given.cardFile, ...selfie }
  const shown = begun.capture === 'platform' ? await show(ports, given, onStage) : {}
  if (!shown) return undefined

  onStage('checking')
  return submit(ports, begun, { action: 'submit', enrolmentId, ...given.details, files, ...shown })
}

async function upload(
  ports: EnrolmentPorts,
  { begun, selfie }: Given,
  { onStage, isCancelled }: Run,
): Promise<SelfieFiles | undefined> {
  onStage('uploading')
  try {
    return await uploadSelfie(ports.uploadFile, begun.uploads.selfie, selfie)
  } catch (error) {
    await abandon(ports, begun)
    if (!isCancelled()) throw error
    return undefined
  }
}

/** A submission that is given up or fails leaves nothing on the server. */
async function show(ports: EnrolmentPorts, { begun, details }: Given, onStage: Run['onStage']) {
  try {
    const shown = await showToPlatform(ports, begun, details, onStage)
    if (!shown) await abandon(ports, begun)
    return shown
  } catch (error) {
    await abandon(ports, begun)
    throw error
  }
}

/** The server deletes what did arrive; should this be lost, its own sweep does. */
async function abandon({ ask }: EnrolmentPorts, { enrolmentId }: EnrolBegun): Promise<void> {
  await ask('enrol', { action: 'cancel', enrolmentId }).catch(() => undefined)
}

type Submit = Extract<EnrolEvent, { action: 'submit' }>

async function submit(
  { ask, now, phoneKey, forgetPhoneKey, heldNumber }: EnrolmentPorts,
  { enrolmentId, audience, nonce }: EnrolBegun,
  submission: Omit<Submit, 'proof'>,
): Promise<Granted> {
  const key = await phoneKey()
  const proof = createProofOfPossession({ key, audience, nonce, issuedAt: unixSeconds(now()) })
  const event: Submit = { ...submission, proof }
  const timeoutMs = CHECK_TIMEOUT_MS
  const answer = await ask<EnrolSubmitted>('enrol', event, { timeoutMs }).catch(async (error) => {
    if (codeOf(error) !== 'PHONE_HOLDS_ANOTHER' || heldNumber() !== undefined) throw error
    // Nothing but the key is left of this phone's former holder, so the next try begins with a new one.
    await forgetPhoneKey()
    throw new NanshaError('PROOF_INVALID')
  })
  return 'credential' in answer
    ? { key, credential: answer.credential }
    : { key, enrolmentId, readyAt: answer.readyAt }
}
