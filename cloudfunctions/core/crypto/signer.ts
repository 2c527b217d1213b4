import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { readCertificate } from '@nansha/shared/x509/read-certificate'
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

/** How a token names its key: by the thumbprint, or by a certificate. */
type KeyHeader = { readonly x5c: string[] }

const EcPrivateJwk = v.pipe(v.string(), v.parseJson(), v.looseObject({ d: v.pipe(v.string(), v.length(43)) }))

/**
 * Makes a {@link SigningKey} of a private key in the environment.
 *
 * @param name the variable, whose value is a private P-256 JWK
 * @throws Error that names the variable, never its value
 */
export function readSigner(environment: NodeJS.ProcessEnv, name: string, header?: KeyHeader): SigningKey {
  const parsed = v.safeParse(EcPrivateJwk, environment[name])
  if (!parsed.success) throw new Error(`${name} must be a private P-256 JWK.`)
  const { d, ...rest } = parsed.output
  const publicJwk = v.safeParse(EcPublicJwk, rest)
  if (!publicJwk.success) throw new Error(`${name} must be a private P-256 JWK.`)
  return createSigner(d, publicJwk.output, header)
}

/**
 * Makes a {@link Signer} for readers who know an issuer by a certificate (OpenID4VC HAIP 1.0 §6.1): `x5c` stands in the header in
 * place of `kid`. Such tokens are another profile: no reader of the one takes the other.
 *
 * @param name the variable of the key; its certificate, DER in base64, is in the variable `certificate`
 * @throws Error that names the variable
 */
export function readCertifiedSigner(
  environment: NodeJS.ProcessEnv,
  name: string,
  certificate: string,
): SigningKey {
  const text = environment[certificate] ?? ''
  const { kid, publicJwk, sign } = readSigner(environment, name, { x5c: [text] })
  const named = readCertificate(Uint8Array.from(Buffer.from(text, 'base64')))?.publicJwk
  if (named?.x !== publicJwk.x || named.y !== publicJwk.y)
    throw new Error(`${certificate} must be the certificate of ${name}, DER in base64.`)
  return { kid, publicJwk, sign }
}

/** @param privateKey 32 bytes, base64url, of `publicJwk` */
export function createSigner(privateKey: string, publicJwk: EcPublicJwk, header?: KeyHeader): SigningKey {
  const kid = keyThumbprint(publicJwk)
  const names = header ?? { kid }
  const key = importJWK({ ...publicJwk, d: privateKey }, 'ES256')
  key.catch(() => undefined) // told at the first use
  return {
    kid,
    publicJwk,
    async sign(typ, payload) {
      return new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ, ...names })
        .sign(await key)
    },
  }
}
