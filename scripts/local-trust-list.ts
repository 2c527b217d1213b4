import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { createTrustList } from '@nansha/shared/trust/create-trust-list'
import * as v from 'valibot'

const YEAR_SECONDS = 365 * 86_400

/**
 * The trust list of this machine: one issuer, signed by the first of two roots. In production an operator signs it
 * offline, and no machine of the cloud has a root.
 *
 * @param secrets private JWKs as text
 * @param now Unix milliseconds; a later start makes a newer list
 */
export function localTrustList(
  secrets: {
    readonly ROOT_KEYS: readonly [string, string]
    readonly NANSHA_ISSUER_KEY: string
    readonly NANSHA_DESK_KEY: string
  },
  issuer: { readonly iss: string; readonly id: number },
  now: number,
): string {
  const [first, second] = secrets.ROOT_KEYS
  const { d } = JSON.parse(first) as { d: string }
  const iat = Math.floor(now / 1000)
  return createTrustList(
    { privateKey: d, publicJwk: publicHalf(first) },
    {
      iat,
      exp: iat + YEAR_SECONDS,
      sequence: iat,
      roots: [publicHalf(first), publicHalf(second)],
      issuers: [
        {
          ...issuer,
          name: { zh: '南沙身份（本机）', en: 'Nansha ID (this machine)' },
          types: ['resident-id', 'gate-pass', 'age-pass'],
          keys: [publicHalf(secrets.NANSHA_ISSUER_KEY)],
          deskKeys: [publicHalf(secrets.NANSHA_DESK_KEY)],
        },
      ],
    },
  )
}

function publicHalf(privateJwk: string): EcPublicJwk {
  const { d, ...publicJwk } = JSON.parse(privateJwk) as { d: string }
  return v.parse(EcPublicJwk, publicJwk)
}
