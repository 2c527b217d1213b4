import type { Picture } from '@nansha/kit/camera/picture'
import { codeOf } from '@nansha/kit/cloud/ask'
import { UPLOAD_TIMEOUT_MS } from '@nansha/kit/cloud/time-limit'
import type { CardRead, EnrolBegun, EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import { PICTURE_OF } from './card-sides'
import type { Reading } from './reading'
import type { EnrolmentPorts } from './submit-enrolment'

const READ_TIMEOUT_MS = 30_000

/** @returns the file id. @throws NanshaError OFFLINE, SERVICE_UNAVAILABLE */
export async function uploadCard(
  { uploadFile }: Pick<EnrolmentPorts, 'uploadFile'>,
  { uploads }: EnrolBegun,
  side: CardSide,
  card: Picture,
): Promise<string> {
  const uploaded = await uploadFile(uploads[PICTURE_OF[side]], card, {
    timeoutMs: UPLOAD_TIMEOUT_MS,
  })
  if (!uploaded.ok) throw new NanshaError(uploaded.code)
  return uploaded.fileID
}

/** A phone has one key and a key belongs to one person, so whoever comes with another card is told before anything is asked. */
function requireSamePerson(held: string | undefined, read: string | undefined): void {
  if (held !== undefined && read !== undefined && read !== held) throw new NanshaError('PHONE_HOLDS_ANOTHER')
}

/** Reads one side. One that cannot be read is no refusal: it says what the next photo should do better. */
export async function readCard(
  { ask, heldNumber }: Pick<EnrolmentPorts, 'ask' | 'heldNumber'>,
  { enrolmentId }: EnrolBegun,
  side: CardSide,
  file: string,
): Promise<Reading> {
  const event: EnrolEvent = { action: 'read-card', enrolmentId, side, card: file }
  try {
    const { fields, portrait } = await ask<CardRead>('enrol', event, { timeoutMs: READ_TIMEOUT_MS })
    requireSamePerson(heldNumber(), fields.number?.value)
    return {
      phase: 'read',
      enrolmentId,
      fields,
      ...(portrait && { portrait: `data:image/jpeg;base64,${portrait}` }),
    }
  } catch (error) {
    return { phase: 'unread', code: codeOf(error) }
  }
}
