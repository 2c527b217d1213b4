import { encodeBase64url } from '../encoding/base64url'
import { equalBytes } from '../encoding/bytes'
import { decodeUtf8 } from '../encoding/utf8'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import {
  asciiOf,
  bitsOf,
  contentOf,
  DER,
  DerFault,
  type DerValue,
  membersOf,
  positiveInteger,
  readDer,
} from './der'
import { type KEY_USAGE, OID } from './oids'
import { type Extensions, readExtensions } from './read-extensions'

/** What this project reads of a certificate (RFC 5280). Nothing of it is believed before its signature was checked. */
export interface Certificate extends Extensions {
  readonly der: Uint8Array
  /** The part that the signature is over. */
  readonly signed: Uint8Array
  /** `r ‖ s`, 64 bytes. */
  readonly signature: Uint8Array
  /** Names as they are encoded: two names are the same when their bytes are. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** `organizationName` of the subject, the only one there is. */
  readonly organisation: string | undefined
  /** Unix seconds, both inclusive. */
  readonly notBefore: number
  readonly notAfter: number
  readonly publicJwk: EcPublicJwk
}

/** The certificates here have fewer than 700 bytes. */
const LARGEST = 4096

/**
 * Reads a certificate of the profile that this project uses: version 3, P-256, ECDSA with SHA-256, strict DER.
 *
 * @returns `undefined` for anything else, also for an extension that is critical and unknown
 */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  if (der.length > LARGEST) return undefined
  try {
    return read(der)
  } catch (fault) {
    if (fault instanceof DerFault) return undefined
    throw fault
  }
}

function read(der: Uint8Array): Certificate {
  const [certificate, ...behind] = readDer(der)
  const [signed, algorithm, signature, ...more] = membersOf(certificate)
  if (behind.length > 0 || more.length > 0 || !signed) throw new DerFault('more than a certificate')
  const fields = membersOf(signed)
  if (fields.length !== 8) throw new DerFault('not the fields of version 3 with extensions')
  const [version, serial, innerAlgorithm, issuer, validity, subject, key, extensions] = fields as Fields
  requireVersion3(version)
  if (positiveInteger(serial).length > 20) throw new DerFault('a serial number that is too long')
  requireAlgorithm(algorithm)
  requireAlgorithm(innerAlgorithm)
  const [notBefore, notAfter, ...times] = membersOf(validity).map(timeOf)
  if (notBefore === undefined || notAfter === undefined || times.length > 0) throw new DerFault('validity')
  return {
    der,
    signed: signed.whole,
    signature: readSignature(bitsOf(signature)),
    issuer: issuer.whole,
    subject: subject.whole,
    organisation: organisationOf(subject),
    notBefore,
    notAfter,
    publicJwk: publicKeyOf(key),
    ...readExtensions(extensions),
  }
}

type Fields = [DerValue, DerValue, DerValue, DerValue, DerValue, DerValue, DerValue, DerValue]

function requireVersion3(version: DerValue): void {
  const [number] = membersOf(version, 0xa0)
  if (!equalBytes(contentOf(number, DER.integer), Uint8Array.of(2))) throw new DerFault('not version 3')
}

function requireAlgorithm(value: DerValue | undefined): void {
  const [oid, ...parameters] = membersOf(value)
  const isKnown = equalBytes(contentOf(oid, DER.oid), OID.ecdsaWithSha256) && parameters.length === 0
  if (!isKnown) throw new DerFault('another algorithm than ECDSA with SHA-256')
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3). */
function readSignature(bits: Uint8Array): Uint8Array {
  const [value, ...more] = readDer(bits)
  const numbers = membersOf(value)
  if (more.length > 0 || numbers.length !== 2) throw new DerFault('not r and s')
  const signature = new Uint8Array(64)
  for (const [at, number] of numbers.entries()) {
    const digits = positiveInteger(number)
    if (digits.length > 32) throw new DerFault('a number that is too large')
    signature.set(digits, 32 * (at + 1) - digits.length)
  }
  return signature
}

function publicKeyOf(value: DerValue): EcPublicJwk {
  const [algorithm, bits, ...more] = membersOf(value)
  const [type, curve, ...parameters] = membersOf(algorithm)
  const isP256 =
    equalBytes(contentOf(type, DER.oid), OID.ecPublicKey) &&
    equalBytes(contentOf(curve, DER.oid), OID.prime256v1)
  const point = bitsOf(bits)
  if (!isP256 || parameters.length > 0 || more.length > 0 || point.length !== 65 || point[0] !== 4)
    throw new DerFault('not an uncompressed P-256 key')
  const coordinate = (start: number) => encodeBase64url(point.subarray(start, start + 32))
  return { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
}

/** UTCTime until 2049, GeneralizedTime from then on, both to the second and in UTC (RFC 5280 §4.1.2.5). */
function timeOf(value: DerValue): number {
  const text = asciiOf(value.content)
  const isShort = value.tag === DER.utcTime
  if (!isShort && value.tag !== DER.generalizedTime) throw new DerFault('no time')
  const parts = (
    isShort ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  ).exec(text)
  if (!parts) throw new DerFault('no time')
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number)
  const full = !isShort ? year : year < 50 ? 2000 + year : 1900 + year
  const [day = 0, hour = 0, minute = 0, second = 0] = rest
  const time = Date.UTC(full, month - 1, day, hour, minute, second)
  const again = new Date(time).toISOString().replace(/[-T:]/g, '').slice(0, 14)
  if (again !== text.slice(0, -1).padStart(14, String(full))) throw new DerFault('no date')
  return time / 1000
}

function organisationOf(subject: DerValue): string | undefined {
  const names = membersOf(subject).flatMap((set) =>
    membersOf(set, DER.set).flatMap((attribute) => {
      const [type, value] = membersOf(attribute)
      if (!equalBytes(contentOf(type, DER.oid), OID.organizationName) || !value) return []
      const isText = value.tag === DER.utf8String || value.tag === DER.printableString
      const text = isText ? decodeUtf8(value.content) : undefined
      if (text === undefined) throw new DerFault('a name that is no text')
      return [text]
    }),
  )
  if (names.length > 1) throw new DerFault('two names')
  return names[0]
}

/** Whether a certificate that says what its key is for allows this use. */
export function allowsUse({ usage }: Certificate, bit: (typeof KEY_USAGE)[keyof typeof KEY_USAGE]): boolean {
  return usage !== undefined && (usage & bit) !== 0
}
