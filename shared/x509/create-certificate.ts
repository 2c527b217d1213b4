import { decodeBase64url } from '../encoding/base64url'
import { decodeHex } from '../encoding/bytes'
import { encodeUtf8 } from '../encoding/utf8'
import { signWithNoble } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { writeDer, writeInteger } from './der'
import * as DER from './der-tags'
import { KEY_USAGE } from './key-usage'
import * as OID from './oids'

/** Who a certificate is about. */
export interface CertificateName {
  readonly commonName: string
  readonly organisation: string
}

export interface CertificateContent {
  /** At most 20 random bytes, of which the first is below 128 and not 0. */
  readonly serial: Uint8Array
  readonly subject: CertificateName
  readonly publicJwk: EcPublicJwk
  /** Unix seconds. */
  readonly notBefore: number
  readonly notAfter: number
  /** Host names in lower case; none for an authority. */
  readonly domains: readonly string[]
}

/** An authority: its key, and the name under which it issues. */
export interface CertificateAuthority {
  readonly key: HolderKey
  readonly name: CertificateName
}

/** Issues a certificate for signatures (RFC 5280) to a relying party or an issuer. @returns DER */
export function createCertificate(authority: CertificateAuthority, content: CertificateContent): Uint8Array {
  return certify(authority, content, [
    extension(OID.keyUsage, usage(KEY_USAGE.digitalSignature, 7), true),
    extension(OID.basicConstraints, writeDer(DER.sequence), true),
    extension(
      OID.subjectAltName,
      writeDer(DER.sequence, ...content.domains.map((domain) => writeDer(0x82, encodeUtf8(domain)))),
    ),
  ])
}

/** The authority's own certificate, which verifiers trust and nobody sends. @returns DER */
export function createAuthorityCertificate(
  { key, name }: CertificateAuthority,
  times: Pick<CertificateContent, 'serial' | 'notBefore' | 'notAfter'>,
): Uint8Array {
  const isAuthority = writeDer(DER.sequence, writeDer(DER.boolean, Uint8Array.of(0xff)))
  const content = { ...times, subject: name, publicJwk: key.publicJwk, domains: [] }
  return certify({ key, name }, content, [
    extension(OID.keyUsage, usage(KEY_USAGE.keyCertSign, 2), true),
    extension(OID.basicConstraints, isAuthority, true),
  ])
}

function certify(
  { key, name }: CertificateAuthority,
  content: CertificateContent,
  extensions: readonly Uint8Array[],
): Uint8Array {
  const algorithm = writeDer(DER.sequence, oid(OID.ecdsaWithSha256))
  const signed = writeDer(
    DER.sequence,
    writeDer(0xa0, writeInteger(Uint8Array.of(2))),
    writeInteger(content.serial),
    algorithm,
    nameOf(name),
    writeDer(DER.sequence, time(content.notBefore), time(content.notAfter)),
    nameOf(content.subject),
    publicKey(content.publicJwk),
    writeDer(0xa3, writeDer(DER.sequence, ...extensions)),
  )
  const signature = signWithNoble(key.privateKey, signed)
  const value = writeDer(
    DER.sequence,
    writeInteger(signature.slice(0, 32)),
    writeInteger(signature.slice(32)),
  )
  return writeDer(DER.sequence, signed, algorithm, bits(value))
}

function extension(id: string, content: Uint8Array, isCritical = false): Uint8Array {
  const critical = isCritical ? [writeDer(DER.boolean, Uint8Array.of(0xff))] : []
  return writeDer(DER.sequence, oid(id), ...critical, writeDer(DER.octetString, content))
}

/** @param unused bits behind the last one that is set, which DER leaves out */
function usage(bit: number, unused: number): Uint8Array {
  return writeDer(DER.bitString, Uint8Array.of(unused, bit))
}

/** @param content in hexadecimal */
function oid(content: string): Uint8Array {
  return writeDer(DER.oid, decodeHex(content))
}

function bits(content: Uint8Array): Uint8Array {
  return writeDer(DER.bitString, Uint8Array.of(0), content)
}

function nameOf({ commonName, organisation }: CertificateName): Uint8Array {
  const attribute = (type: string, text: string) =>
    writeDer(DER.set, writeDer(DER.sequence, oid(type), writeDer(DER.utf8String, encodeUtf8(text))))
  return writeDer(
    DER.sequence,
    attribute(OID.organizationName, organisation),
    attribute(OID.commonName, commonName),
  )
}

function time(unixSeconds: number): Uint8Array {
  const text = `${new Date(unixSeconds * 1000).toISOString().replace(/[-T:]/g, '').slice(0, 14)}Z`
  return text < '2050'
    ? writeDer(DER.utcTime, encodeUtf8(text.slice(2)))
    : writeDer(DER.generalizedTime, encodeUtf8(text))
}

function publicKey({ x, y }: EcPublicJwk): Uint8Array {
  const coordinate = (text: string) => {
    const bytes = decodeBase64url(text)
    if (bytes?.length !== 32) throw new RangeError('A coordinate is 32 bytes in base64url.')
    return bytes
  }
  const point = bits(Uint8Array.from([4, ...coordinate(x), ...coordinate(y)]))
  return writeDer(DER.sequence, writeDer(DER.sequence, oid(OID.ecPublicKey), oid(OID.prime256v1)), point)
}
