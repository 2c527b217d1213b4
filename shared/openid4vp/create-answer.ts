import { digestText } from '../encoding/digest'
import { encryptJwe, type JweRecipient } from '../jwe/encrypt-jwe'
import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { bindingPayload, KEY_BINDING_TYPE } from '../sd-jwt/create-key-binding'
import { selectDisclosures } from '../sd-jwt/select-disclosures'
import type { RequestObject } from './request-object'
import { transactionHashes } from './transaction-data'

/** Random bytes that an answer takes. */
export const ANSWER_RANDOM_BYTES = 60

/**
 * Answers a request: the chosen claims of one credential, bound to this request, encrypted to the asker's key of this request
 * (OpenID4VP 1.0 §8.1, §8.3 and Appendix B.3). `session_code` is this project's own member, which others ignore: the asking page lets
 * nobody in who does not type it (docs/protocol.md).
 *
 * @param answer.sdJwt as issued, with all disclosures, bound to `key`
 * @param answer.paths what is disclosed
 * @param answer.issuedAt Unix seconds, corrected to the server's clock
 * @returns compact JWE, the form field `response`
 */
export function createAnswer(
  request: RequestObject,
  recipient: JweRecipient,
  answer: {
    readonly credentialId: string
    readonly sdJwt: string
    readonly key: HolderKey
    readonly paths: readonly (readonly string[])[]
    readonly issuedAt: number
    readonly sessionCode: string
    readonly random: Uint8Array
  },
): string {
  const { credentialId, key, issuedAt, sessionCode, random } = answer
  const shown = selectDisclosures(answer.sdJwt, answer.paths)
  const binding = { audience: request.client_id, nonce: request.nonce, issuedAt }
  const keyBinding = createJws(
    key.privateKey,
    { typ: KEY_BINDING_TYPE },
    { ...bindingPayload(digestText(shown), binding), ...transactionHashes(request.transaction_data) },
  )
  const payload = {
    vp_token: { [credentialId]: [shown + keyBinding] },
    ...(request.state !== undefined && { state: request.state }),
    session_code: sessionCode,
  }
  return encryptJwe(recipient, payload, random)
}

/** Tells the asker that the citizen declined, or that the wallet refuses (OpenID4VP 1.0 §8.5). @returns compact JWE */
export function createRefusal(
  request: RequestObject,
  recipient: JweRecipient,
  error: 'access_denied' | 'invalid_request',
  random: Uint8Array,
): string {
  return encryptJwe(
    recipient,
    { error, ...(request.state !== undefined && { state: request.state }) },
    random,
  )
}
