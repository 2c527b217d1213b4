import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import { readSigner } from '../crypto/signer'
import { createWebCryptoVerifier } from '../crypto/verify-with-webcrypto'
import { readIssuer } from '../function/read-issuer'
import { readTrustList } from '../trust/read-trust-list'
import type { Registrar } from './organisation-ports'

/**
 * Reads `NANSHA_REGISTRAR_KEY`; the authorities stand on the trust list.
 *
 * @returns null where it is not set: then nothing can ask online
 * @throws Error when the trust list names neither this key nor an access authority for this issuer
 */
export function readRegistrar(environment: NodeJS.ProcessEnv): Registrar | null {
  if (!environment.NANSHA_REGISTRAR_KEY) return null
  const signer = readSigner(environment, 'NANSHA_REGISTRAR_KEY')
  const { issuerUrl } = readIssuer(environment)
  const issuer = issuerByUrl(readTrustList(environment).list, issuerUrl)
  const authorities = (issuer?.accessAuthorities ?? []).map(decodeBase64).filter((one) => one !== undefined)
  const isListed = issuer?.registrarKeys?.some(({ x }) => x === signer.publicJwk.x)
  if (!isListed || authorities.length === 0)
    throw new Error('NANSHA_TRUST_LIST does not name NANSHA_REGISTRAR_KEY and an access authority.')
  return { signer, issuerUrl, authorities, verifySignature: createWebCryptoVerifier() }
}
