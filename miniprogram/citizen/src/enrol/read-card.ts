import type { Picture } from '@nansha/kit/camera/picture'
import { codeOf } from '@nansha/kit/cloud/ask'
import type { CardRead, EnrolBegun, EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { Reading } from './enrolment'
import { type EnrolmentPorts, UPLOAD_TIMEOUT_MS } from './submit-enrolment'

const READ_TIMEOUT_MS = 30_000

/** @returns the file id. @throws NanshaError OFFLINE, SERVICE_UNAVAILABLE */
export async function uploadCard(
  { uploadFile }: Pick<EnrolmentPorts, 'uploadFile'>,
  { uploads }: EnrolBegun,
  card: Picture,
): Promise<string> {
  const uploaded = await uploadFile(uploads.card, card, { timeoutMs: UPLOAD_TIMEOUT_MS })
  if (!uploaded.ok) throw new NanshaError(uploaded.code)
  return uploaded.fileID
}

/** Reads the portrait side. A card that cannot be read is no refusal: the citizen may type instead. */
export async function readCard(
  { ask }: Pick<EnrolmentPorts, 'ask'>,
  { enrolmentId }: EnrolBegun,
  file: string,
): Promise<Reading> {
  const event: EnrolEvent = { action: 'read-card', enrolmentId, side: 'portrait', card: file }
  try {
    const { fields } = await ask<CardRead>('enrol', event, { timeoutMs: READ_TIMEOUT_MS })
    return { phase: 'read', fields }
  } catch (error) {
    return { phase: 'unread', code: codeOf(error) }
  }
}
