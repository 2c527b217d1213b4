/** Why a wallet's request is refused, in the words of RFC 6749 §5.2, RFC 6750 §3.1 and OpenID4VCI 1.0 §8.3.1.2. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  constructor(
    readonly code:
      | 'invalid_request'
      | 'invalid_grant'
      | 'unsupported_grant_type'
      | 'invalid_token'
      | 'invalid_credential_request'
      | 'unknown_credential_configuration'
      | 'invalid_proof'
      | 'invalid_nonce'
      | 'credential_request_denied',
  ) {
    super(code)
  }
}
