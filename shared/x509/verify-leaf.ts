import { equalBytes } from '../encoding/bytes'
import type { VerifySignature } from '../jws/verify-signature'
import { allowsUse, KEY_USAGE } from './key-usage'
import { type Certificate, readCertificate } from './read-certificate'

/** Why a leaf is not believed; the first check that failed, in the order of this list. */
export type LeafFault =
  | 'CERTIFICATE_MALFORMED'
  | 'CERTIFICATE_AUTHORITY'
  | 'CERTIFICATE_USE'
  | 'CERTIFICATE_EXPIRED'
  | 'CERTIFICATE_SIGNATURE'

/**
 * Checks a certificate that one of the trusted authorities issued itself (RFC 5280 §6 for a path of one): known issuer,
 * no authority itself, a key for signatures, both in their validity, the authority's signature.
 *
 * @param der of the leaf
 * @param authorities DER of the certificates of authorities that are trusted for this purpose
 * @param now Unix seconds
 */
export async function verifyLeaf(
  der: Uint8Array,
  authorities: readonly Uint8Array[],
  now: number,
  verifySignature: VerifySignature,
): Promise<{ readonly leaf: Certificate } | { readonly fault: LeafFault }> {
  const leaf = readCertificate(der)
  if (!leaf) return { fault: 'CERTIFICATE_MALFORMED' }
  const issuers = authorities
    .map(readCertificate)
    .filter((one) => one !== undefined)
    .filter((one) => one.isAuthority && allowsUse(one, KEY_USAGE.keyCertSign))
    .filter((one) => equalBytes(one.subject, leaf.issuer))
  if (issuers.length === 0 || equalBytes(leaf.subject, leaf.issuer)) return { fault: 'CERTIFICATE_AUTHORITY' }
  if (leaf.isAuthority || !allowsUse(leaf, KEY_USAGE.digitalSignature)) return { fault: 'CERTIFICATE_USE' }
  const valid = issuers.filter((one) => isValidAt(one, now))
  if (!isValidAt(leaf, now) || valid.length === 0) return { fault: 'CERTIFICATE_EXPIRED' }
  for (const { publicJwk } of valid)
    if (await verifySignature(publicJwk, leaf.signed, leaf.signature)) return { leaf }
  return { fault: 'CERTIFICATE_SIGNATURE' }
}

function isValidAt({ notBefore, notAfter }: Certificate, now: number): boolean {
  return notBefore <= now && now <= notAfter
}
