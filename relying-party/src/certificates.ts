import { createHash, X509Certificate } from 'node:crypto'

/** @returns `client_id` of whoever holds a certificate, DER in base64 (OpenID4VP 1.0 §5.9.3) */
export function clientIdOf(certificate: string): string {
  return `x509_hash:${createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('base64url')}`
}

/** Whether a certificate, DER in base64, is for a host. */
export function namesHost(certificate: string, host: string): boolean {
  const leaf = new X509Certificate(Buffer.from(certificate, 'base64'))
  return leaf.checkHost(host, { wildcards: false }) !== undefined
}

/**
 * Verifies a chain of one, as `x5c` brings it, against authorities that the reader trusts.
 *
 * @param x5c of a JWS header
 * @param authorities DER in base64
 * @param host that the leaf must name
 * @param now Unix milliseconds
 * @returns the leaf's key as a JWK, or `undefined`
 */
export function verifyChain(
  x5c: unknown,
  authorities: readonly string[],
  host: string,
  now: number,
): Record<string, unknown> | undefined {
  if (!Array.isArray(x5c) || x5c.length !== 1 || typeof x5c[0] !== 'string') return undefined
  try {
    const leaf = new X509Certificate(Buffer.from(x5c[0], 'base64'))
    const isCertified = authorities
      .map((authority) => new X509Certificate(Buffer.from(authority, 'base64')))
      .some((one) => one.ca && isValidAt(one, now) && leaf.checkIssued(one) && leaf.verify(one.publicKey))
    const isLeaf =
      !leaf.ca && isValidAt(leaf, now) && leaf.checkHost(host, { wildcards: false }) !== undefined
    return isCertified && isLeaf ? { ...leaf.publicKey.export({ format: 'jwk' }) } : undefined
  } catch {
    return undefined // no certificate, or of an algorithm that this Node does not know
  }
}

function isValidAt({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo)
}
