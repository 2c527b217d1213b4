import { CREDENTIAL_TYPES, vctOf } from '@nansha/shared/credential-types'
import { CONFIGURATION, credentialIssuer, PRE_AUTHORISED_GRANT } from './credential-issuer'

/** Credential issuer metadata (OpenID4VCI 1.0 §12.2.4). */
export function credentialIssuerMetadata(issuerUrl: string) {
  const issuer = credentialIssuer(issuerUrl)
  const { title, claims } = CREDENTIAL_TYPES[CONFIGURATION]
  const names = ({ zh, en }: { readonly zh: string; readonly en: string }) => [
    { locale: 'zh-CN', name: zh },
    { locale: 'en', name: en },
  ]
  return {
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/credential`,
    nonce_endpoint: `${issuer}/nonce`,
    credential_configurations_supported: {
      [CONFIGURATION]: {
        format: 'dc+sd-jwt',
        vct: vctOf(issuerUrl, CONFIGURATION),
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display: names(title),
          claims: claims.map(({ path, title: shown }) => ({ path, display: names(shown) })),
        },
      },
    },
  }
}

/** Authorization server metadata (RFC 8414): the issuer is its own, and takes pre-authorised codes alone. */
export function authorizationServerMetadata(issuerUrl: string) {
  const issuer = credentialIssuer(issuerUrl)
  return {
    issuer,
    token_endpoint: `${issuer}/token`,
    grant_types_supported: [PRE_AUTHORISED_GRANT],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  }
}
