import { cropPortrait } from '@nansha/core/document/card/crop-portrait'
import { looksCopied } from '@nansha/core/document/card/looks-copied'
import { type Answered, answerFields } from '@nansha/core/document/fields/answer-fields'
import type { Field } from '@nansha/core/document/fields/field'
import { readEmblemSide } from '@nansha/core/document/read-emblem-side'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import type { Reader } from '@nansha/core/document/text/open-reader'
import { readZone } from '@nansha/core/document/zone/read-zone'
import type { Now } from '@nansha/core/function/answer'
import { answerFunctions, type CalledPorts } from '@nansha/core/function/answer-functions'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { dateInChina } from '@nansha/shared/age-in-china'
import { validityFault } from '@nansha/shared/card-validity'
import { NanshaError } from '@nansha/shared/errors'
import { CARD_SIDES } from '@nansha/shared/identity-card'
import * as v from 'valibot'

const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(512))
const Event = v.variant('action', [
  v.object({ action: v.literal('read'), card: FileId, side: v.picklist(CARD_SIDES) }),
  v.object({ action: v.literal('read-zone'), photo: FileId }),
])

export interface DocumentPorts extends CalledPorts {
  readonly reader: Promise<Reader>
}

/**
 * Reads ID cards, and the machine-readable zone of passports, for other functions; citizens and staff cannot call it. It neither
 * keeps nor deletes the photo: the caller owns it.
 *
 * @returns `{ ok: true, side, digest, fields, document?, portrait? }`, the digest that of the photo that was read, the
 * document that of the emblem side's title, the portrait a JPEG in base64, or `{ ok: false, code }`, where
 * `CARD_…` says what the next photo should do better; of a passport `{ ok: true, zone }` or `ZONE_UNREADABLE`
 */
export function createDocumentFunction(ports: DocumentPorts) {
  return answerFunctions(ports, Event, (input) => read(ports, input))
}

async function read(ports: DocumentPorts, input: v.InferOutput<typeof Event>) {
  if (input.action === 'read-zone') {
    const photo = await decodePhoto(await fetchPhoto(ports, input.photo))
    return { zone: await readZone(await ports.reader, photo) }
  }
  const bytes = await fetchPhoto(ports, input.card)
  const readSide = input.side === 'portrait' ? readPortrait : readEmblem
  return { side: input.side, digest: photoDigest(bytes), ...(await readSide(ports, bytes)) }
}

async function fetchPhoto({ download }: DocumentPorts, fileId: string): Promise<Uint8Array> {
  const bytes = await download(fileId)
  if (!bytes) throw new NanshaError('IMAGE_MISSING')
  return bytes
}

async function readPortrait({ reader, now }: DocumentPorts, bytes: Uint8Array): Promise<Answered> {
  const photo = await decodePhoto(bytes)
  const { fields, toCard, portrait: field } = await readPortraitSide(await reader, photo)
  if (looksCopied(photo, toCard)) throw new NanshaError('CARD_COPY')
  if ('validUntil' in fields) requireValid(fields, now)
  const portrait = await cropPortrait(photo, toCard, field)
  return { fields: answerFields(fields), portrait: portrait.toString('base64') }
}

async function readEmblem({ reader, now }: DocumentPorts, bytes: Uint8Array): Promise<Answered> {
  const { document, fields } = await readEmblemSide(await reader, await decodePhoto(bytes))
  if ('validUntil' in fields) requireValid(fields, now)
  return { document, fields: answerFields(fields) }
}

/** @throws NanshaError CARD_… for a card that is not valid today */
function requireValid(printed: Readonly<Record<'validFrom' | 'validUntil', Field>>, now: Now): void {
  const validity = { from: printed.validFrom.value, until: printed.validUntil.value }
  const fault = validityFault(validity, dateInChina(now()))
  if (fault) throw new NanshaError(fault)
}
