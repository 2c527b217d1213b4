import * as v from 'valibot'
import { DcqlQuery } from '../dcql/dcql-query'
import { unixSeconds } from '../fields'
import { CONTENT_KEY_BITS, type ContentEncryption, type JweRecipient } from '../jwe/encrypt-jwe'
import { EcPublicJwk } from '../keys/ec-public-jwk'
import { clientIdText, webAddress } from './request-link'

/** `typ` of a signed request (OpenID4VP 1.0 §5.8). */
export const REQUEST_OBJECT_TYPE = 'oauth-authz-req+jwt'
/** `aud` of a request to a wallet whose metadata the asker does not know (§5.8). */
export const SELF_ISSUED = 'https://self-issued.me/v2'
/** Format under `verifier_info` by which a relying party names the registered purpose that it asks for. */
export const PURPOSE_FORMAT = 'urn:nansha:purpose'

const nonce = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,256}$/))
const shortText = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))

const ClientMetadata = v.object({
  jwks: v.object({ keys: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(8)) }),
  /** Left out, it stands for A128GCM (§5.1). */
  encrypted_response_enc_values_supported: v.optional(v.array(v.string()), ['A128GCM']),
})

/** What this wallet reads of a request (OpenID4VP 1.0 §5); other members are ignored. */
export const RequestObject = v.object({
  client_id: clientIdText,
  response_type: v.literal('vp_token'),
  response_mode: v.literal('direct_post.jwt'),
  response_uri: webAddress,
  redirect_uri: v.optional(v.undefined()),
  nonce,
  state: v.optional(shortText(512)),
  wallet_nonce: v.optional(nonce),
  exp: v.optional(unixSeconds),
  dcql_query: DcqlQuery,
  client_metadata: ClientMetadata,
  transaction_data: v.optional(v.pipe(v.array(shortText(8192)), v.maxLength(4)), []),
  verifier_info: v.optional(
    v.pipe(v.array(v.looseObject({ format: v.string(), data: v.unknown() })), v.maxLength(8)),
    [],
  ),
})
export type RequestObject = v.InferOutput<typeof RequestObject>

const EncryptionKey = v.looseObject({
  alg: v.literal('ECDH-ES'),
  use: v.optional(v.literal('enc')),
  kid: v.optional(shortText(200)),
})
const PREFERRED = Object.keys(CONTENT_KEY_BITS) as ContentEncryption[]

/** @returns the key and the way to encrypt the answer, or `undefined` when none is as strong as it must be */
export function recipientOf({ client_metadata }: RequestObject): JweRecipient | undefined {
  const enc = PREFERRED.find((one) => client_metadata.encrypted_response_enc_values_supported.includes(one))
  for (const key of client_metadata.jwks.keys) {
    const use = v.safeParse(EncryptionKey, key)
    const publicJwk = v.safeParse(EcPublicJwk, key)
    if (enc && use.success && publicJwk.success)
      return { publicJwk: publicJwk.output, kid: use.output.kid, enc }
  }
  return undefined
}

/** @returns the purpose that a request names, if it does */
export function namedPurpose({ verifier_info }: RequestObject): string | undefined {
  const { data } = verifier_info.find(({ format }) => format === PURPOSE_FORMAT) ?? {}
  const { id } = (typeof data === 'object' && data !== null ? data : {}) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}
