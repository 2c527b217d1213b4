import { ERRORS, type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import { IDENTITY_DOCUMENTS, type IdentityDocument } from '@nansha/shared/identity-document'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'

const Field = v.object({
  value: v.string(),
  confidence: v.number(),
  confirm: v.boolean(),
  remark: v.exactOptional(v.picklist(['unlisted', 'not-printed'])),
})
const fields = <const Names extends readonly string[]>(...names: Names) =>
  v.object(Object.fromEntries(names.map((name) => [name, Field])) as Record<Names[number], typeof Field>)

const DOCUMENTS = Object.keys(IDENTITY_DOCUMENTS) as IdentityDocument[]

/** `photoDigest` of the photo that was read. */
const digest = v.pipe(v.string(), v.length(43))
const SIDES = {
  portrait: v.object({
    digest,
    fields: v.union([
      fields('number', 'name', 'sex', 'ethnicity', 'birthdate', 'address'),
      // Of a foreign permanent resident.
      fields('number', 'name', 'chineseName', 'sex', 'birthdate', 'nationality', 'validFrom', 'validUntil'),
    ]),
    /** JPEG, base64: the crop of the card. */
    portrait: v.string(),
  }),
  /** `document`: whose side it is, by its title. */
  emblem: v.union([
    v.object({
      digest,
      fields: fields('authority', 'validFrom', 'validUntil'),
      document: v.picklist(DOCUMENTS.filter((document) => document !== 'permanent-resident-card')),
    }),
    v.object({ digest, fields: fields('authority'), document: v.literal('permanent-resident-card') }),
  ]),
}
export type ReadSide<Name extends CardSide> = v.InferOutput<(typeof SIDES)[Name]>

const Refusal = v.object({
  ok: v.literal(false),
  code: v.custom<ErrorCode>(
    (code) => typeof code === 'string' && code in ERRORS && /^(CARD|IMAGE|FACE)_/.test(code),
  ),
})

/**
 * Of the time left: 40 seconds of `enrol`'s minute. The net loads in a second and reads a card in less; a cold container on wasm
 * takes longest.
 */
const SHARE = 2 / 3

/**
 * Reads one side of a card off a stored photo.
 *
 * @throws NanshaError CARD_…, IMAGE_…: what the next photo should do better; SERVICE_UNAVAILABLE
 */
export type ReadCard = <Name extends CardSide>(card: string, side: Name) => Promise<ReadSide<Name>>

/** {@link ReadCard} by the function `document`. */
export function createReadCard(callFunction: CallFunction): ReadCard {
  return async (card, side) => {
    const event = { action: 'read', card, side }
    const answered = await callFunction('document', event, SHARE).catch(() => null)
    const refusal = v.safeParse(Refusal, answered)
    if (refusal.success) throw new NanshaError(refusal.output.code, { which: 'card' })
    const answer = v.safeParse(v.intersect([v.object({ ok: v.literal(true) }), SIDES[side]]), answered)
    if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
    return answer.output as ReadSide<typeof side>
  }
}
