import { decodeHex } from '../encoding/bytes'

/** Contents of the object identifiers that the certificates of this project use (RFC 5280, RFC 5480). */
export const OID = {
  /** 1.2.840.10045.4.3.2 */
  ecdsaWithSha256: decodeHex('2a8648ce3d040302'),
  /** 1.2.840.10045.2.1 */
  ecPublicKey: decodeHex('2a8648ce3d0201'),
  /** 1.2.840.10045.3.1.7 */
  prime256v1: decodeHex('2a8648ce3d030107'),
  /** 2.5.4.3 */
  commonName: decodeHex('550403'),
  /** 2.5.4.10 */
  organizationName: decodeHex('55040a'),
  /** 2.5.29.15 */
  keyUsage: decodeHex('551d0f'),
  /** 2.5.29.17 */
  subjectAltName: decodeHex('551d11'),
  /** 2.5.29.19 */
  basicConstraints: decodeHex('551d13'),
} as const

/** Bits of `keyUsage` (RFC 5280 §4.2.1.3), as the first byte of its bit string holds them. */
export const KEY_USAGE = { digitalSignature: 0x80, keyCertSign: 0x04 } as const
