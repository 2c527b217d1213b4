import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { CompactSign, importJWK } from 'jose'
import * as v from 'valibot'

/** What services need of a signer, wherever its key is. */
export interface Signer {
  /** @returns compact JWS, ES256, with `alg`, `typ` and `kid` in the header */
  sign(typ: string, payload: object): Promise<string>
}

/** A key at hand that signs. */
export interface SigningKey extends Signer {
  /** RFC 7638 thumbprint of {@link publicJwk}. */
  readonly kid: string
  readonly publicJwk: EcPublicJwk
}

const EcPrivateJwk = v.pipe(v.string(), v.parseJson(), v.looseObject({ d: v.pipe(v.string(), v.length(43)) }))

/**
 * Makes a {@link SigningKey} of a private key in the environment.
 *
 * @param name the variable, whose value is a private P-256 JWK
 * @throws Error that names the variable, never its value
 */
export function readSigner(environment: NodeJS.ProcessEnv, name: string): SigningKey {
  const parsed = v.safeParse(EcPrivateJwk, environment[name])
  if (!parsed.success) throw new Error(`${name} must be a private P-256 JWK.`)
  const { d, ...rest } = parsed.output
  const publicJwk = v.safeParse(EcPublicJwk, rest)
  if (!publicJwk.success) throw new Error(`${name} must be a private P-256 JWK.`)
  return createSigner(d, publicJwk.output)
}

/** @param privateKey 32 bytes, base64url, of `publicJwk` */
export function createSigner(privateKey: string, publicJwk: EcPublicJwk): SigningKey {
  const kid = keyThumbprint(publicJwk)
  const key = importJWK({ ...publicJwk, d: privateKey }, 'ES256')
  key.catch(() => undefined) // told at the first use
  return {
    kid,
    publicJwk,
    async sign(typ, payload) {
      return new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ, kid })
        .sign(await key)
    },
  }
}
