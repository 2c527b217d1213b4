import * as v from 'valibot'
import { decodeBase64 } from '../encoding/base64'
import { shownText, unixSeconds } from '../fields'
import { isDomain } from '../x509/domain'
import { Purpose } from './purpose'
import { clientIdText } from './request-link'

export const REGISTRATION_TYPE = 'nansha-relying-party+jwt'
/** The registrar's word on a relying party is good for this long: so soon does a withdrawal reach every wallet. */
export const REGISTRATION_SECONDS = 60

/** DER in base64, as `x5c` has it. */
export const certificateText = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.check((text) => decodeBase64(text) !== undefined, 'no base64'),
)

/** Who a relying party is and what it may ask for; shown to every citizen before anything is disclosed. */
export const Registrant = v.strictObject({
  organisation: v.strictObject({ zh: shownText(60), en: shownText(100) }),
  domains: v.pipe(
    v.array(v.pipe(v.string(), v.check(isDomain, 'no domain'))),
    v.minLength(1),
    v.maxLength(8),
  ),
  /** App ids of its own mini-programs, which alone may lead a citizen here by a jump, and are led back to. */
  miniPrograms: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/))), v.minLength(1), v.maxLength(8)),
  ),
  /** Issued by the access authority. */
  certificate: certificateText,
  /** Where a citizen writes to have data erased, or to complain. */
  contact: shownText(200),
  purposes: v.pipe(
    v.array(Purpose),
    v.minLength(1),
    v.maxLength(16),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a purpose twice'),
  ),
})
export type Registrant = v.InferOutput<typeof Registrant>

/** The registrar's signed word. */
export const Registration = v.object({
  iss: v.string(),
  iat: unixSeconds,
  exp: unixSeconds,
  client_id: clientIdText,
  registrant: Registrant,
})
export type Registration = v.InferOutput<typeof Registration>
