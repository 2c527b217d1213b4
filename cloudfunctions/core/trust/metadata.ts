import {
  CREDENTIAL_TYPES,
  type CredentialType,
  type CredentialTypeName,
  vctOf,
} from '@nansha/shared/credential-types'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'

/** JWK Set (RFC 7517 §5): next, current and retired keys, so that nothing that is out becomes invalid by a rotation. */
export function jwkSet({ keys }: TrustedIssuer) {
  return { keys: keys.map((key) => ({ ...key, kid: keyThumbprint(key), alg: 'ES256', use: 'sig' })) }
}

/** JWT VC issuer metadata (draft-ietf-oauth-sd-jwt-vc §5). */
export function issuerMetadata(issuer: TrustedIssuer) {
  return { issuer: issuer.iss, jwks: jwkSet(issuer) }
}

/**
 * Type metadata (draft-ietf-oauth-sd-jwt-vc §6) with names in Chinese and English, or `undefined` for an unknown type.
 */
export function typeMetadata(issuerUrl: string, name: string) {
  if (!Object.hasOwn(CREDENTIAL_TYPES, name)) return undefined
  const type: CredentialType = CREDENTIAL_TYPES[name as CredentialTypeName]
  return {
    vct: vctOf(issuerUrl, name as CredentialTypeName),
    name: type.title.en,
    display: [
      { locale: 'zh-CN', name: type.title.zh },
      { locale: 'en', name: type.title.en },
    ],
    claims: type.claims.map(({ path, title }) => ({
      path,
      sd: type.disclosure === 'selective' ? 'always' : 'never',
      display: [
        { locale: 'zh-CN', label: title.zh },
        { locale: 'en', label: title.en },
      ],
    })),
  }
}
