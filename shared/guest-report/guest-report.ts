import * as v from 'valibot'
import { digest, id, unixSeconds } from '../fields'

/** `typ` of the messages between a deployment and the authority that receives reports of guests (docs/guest-report.md). */
export const GUEST_REPORT_TYPE = 'nansha-guest-report+jwt'
export const GUEST_RECEIPT_TYPE = 'nansha-guest-receipt+jwt'
export const GUEST_COUNT_REQUEST_TYPE = 'nansha-guest-count-request+jwt'
export const GUEST_COUNT_TYPE = 'nansha-guest-count+jwt'

/** A message is good this many seconds after it was signed; a repetition is signed anew. */
export const GUEST_MESSAGE_SECONDS = 300

/** Entries in one answer: more would not fit in a JWS. */
export const ENTRIES_PAGE = 200

/** By what a guest was recognised. */
export const GUEST_KINDS = ['nansha', 'card', 'permit', 'permanent-resident', 'passport', 'child'] as const
export type GuestKind = (typeof GUEST_KINDS)[number]

/** Guests from abroad are reported within a day of their arrival, permanent residents among them. */
export const FROM_ABROAD: ReadonlySet<GuestKind> = new Set(['passport', 'permit', 'permanent-resident'])

export const REPORT_KINDS = ['arrival', 'correction', 'departure', 'annulment'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

const base64url = v.pipe(v.string(), v.maxLength(8192), v.regex(/^[\w-]+$/))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const organisationId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const url = v.pipe(v.string(), v.maxLength(200))

/** A guest's fields, sealed to the authority by HPKE (RFC 9180, base mode). */
export const Sealed = v.strictObject({
  /** RFC 7638 thumbprint of the key that opens it. */
  kid: digest,
  /** The encapsulated key, an uncompressed point of P-256. */
  enc: base64url,
  /** AES-128-GCM. */
  ct: base64url,
})
export type Sealed = v.InferOutput<typeof Sealed>

/** One version of a stay, as a hotel reports it. Who the guests are is sealed. */
export const GuestReport = v.strictObject({
  stay: id,
  /** 1 for the arrival, and one more at each change. With `stay` it names the report: the same one twice is one. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(REPORT_KINDS),
  organisation: v.strictObject({ id: organisationId, zh: v.pipe(v.string(), v.maxLength(100)) }),
  room: v.pipe(v.string(), v.maxLength(40)),
  /** Unix seconds. */
  arrivedAt: unixSeconds,
  /** The day on which they mean to leave. */
  until: day,
  departedAt: v.optional(unixSeconds),
  /** When this version came to be. */
  at: unixSeconds,
  guests: v.pipe(
    v.array(
      v.strictObject({
        guest: id,
        /** Version of the sealed fields: 1, and one more at each correction of them. */
        version: v.pipe(v.number(), v.integer(), v.minValue(1)),
        kind: v.picklist(GUEST_KINDS),
        fields: Sealed,
        /** What the desk did for a minor. */
        duties: v.optional(Sealed),
      }),
    ),
    v.minLength(1),
    v.maxLength(40),
  ),
})
export type GuestReport = v.InferOutput<typeof GuestReport>

/** What a report's JWS says; `aud` is the authority. */
export const GuestReportMessage = v.object({
  iss: url,
  aud: url,
  iat: unixSeconds,
  /** {@link GuestReport} as JSON. Receipts and counts name the SHA-256 of exactly this text. */
  report: v.pipe(v.string(), v.maxLength(40_000)),
})

/** What the authority signs for each report it has; `aud` is who reported. */
export const GuestReceipt = v.object({
  iss: url,
  aud: url,
  iat: unixSeconds,
  stay: id,
  version: v.number(),
  digest,
})
export type GuestReceipt = v.InferOutput<typeof GuestReceipt>

/** Asks the authority what it has of an organisation's day. */
export const GuestCountRequest = v.object({
  iss: url,
  aud: url,
  iat: unixSeconds,
  organisation: organisationId,
  day,
  /** Also the entries behind this one (the first ones: behind the empty text), because the counts differed. */
  after: v.optional(v.pipe(v.string(), v.maxLength(200))),
})
export type GuestCountRequest = v.InferOutput<typeof GuestCountRequest>

export const GuestCount = v.object({
  iss: url,
  aud: url,
  iat: unixSeconds,
  organisation: organisationId,
  day,
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** `hashEntries` of them all. */
  hash: digest,
  /** In the order of their bytes, at most {@link ENTRIES_PAGE}; fewer are the last ones. */
  entries: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(ENTRIES_PAGE))),
})
export type GuestCount = v.InferOutput<typeof GuestCount>
