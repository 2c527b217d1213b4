import { encodeBase64url } from '../encoding/base64url'
import { encodeHex } from '../encoding/bytes'
import { decodeUtf8 } from '../encoding/utf8'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import {
  asciiOf,
  bitsOf,
  contentOf,
  DerFault,
  type DerValue,
  membersOf,
  positiveInteger,
  readOne,
  requireThat,
} from './der'
import * as DER from './der-tags'
import * as OID from './oids'
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
  const [signed, algorithm, signature, ...more] = membersOf(readOne(der))
  const fields = membersOf(signed)
  requireThat(signed !== undefined && more.length === 0 && fields.length === 8)
  const [version, serial, innerAlgorithm, issuer, validity, subject, key, extensions] = fields as Fields
  requireThat(encodeHex(version.whole) === VERSION_3)
  requireThat(positiveInteger(serial).length <= 20)
  for (const one of [algorithm, innerAlgorithm])
    requireThat(one !== undefined && encodeHex(one.whole) === ECDSA_WITH_SHA256)
  const [notBefore, notAfter, ...times] = membersOf(validity).map(timeOf)
  requireThat(notBefore !== undefined && notAfter !== undefined && times.length === 0)
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

// DER writes a value in one way only: a field that may have one value alone is compared as it is written.
const VERSION_3 = 'a003020102'
const ECDSA_WITH_SHA256 = `300a0608${OID.ecdsaWithSha256}`
/** Of a key of P-256, what stands before the two coordinates of its uncompressed point. */
const P256_KEY = `305930130607${OID.ecPublicKey}0608${OID.prime256v1}03420004`

/** ECDSA-Sig-Value (RFC 3279 §2.2.3). */
function readSignature(bits: Uint8Array): Uint8Array {
  const numbers = membersOf(readOne(bits)).map(positiveInteger)
  requireThat(numbers.length === 2)
  const signature = new Uint8Array(64)
  for (const [at, digits] of numbers.entries()) {
    requireThat(digits.length <= 32)
    signature.set(digits, 32 * (at + 1) - digits.length)
  }
  return signature
}

function publicKeyOf({ whole }: DerValue): EcPublicJwk {
  const [start, x, y] = [whole.slice(0, -64), whole.slice(-64, -32), whole.slice(-32)]
  requireThat(encodeHex(start) === P256_KEY)
  return { kty: 'EC', crv: 'P-256', x: encodeBase64url(x), y: encodeBase64url(y) }
}

/** UTCTime until 2049, GeneralizedTime from then on, both to the second and in UTC (RFC 5280 §4.1.2.5). */
function timeOf({ tag, content }: DerValue): number {
  const text = asciiOf(content)
  const isShort = tag === DER.utcTime
  requireThat(isShort || (tag === DER.generalizedTime && text >= '2050'))
  const full = !isShort ? text : text < '50' ? `20${text}` : `19${text}`
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full)
  requireThat(parts !== null)
  const [, year, month, day, hour, minute, second] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = Date.parse(iso)
  // A day that is none is no number, or reads as a day of the next month.
  requireThat(!Number.isNaN(time) && new Date(time).toISOString() === iso)
  return time / 1000
}

function organisationOf(subject: DerValue): string | undefined {
  const [organisation, ...more] = membersOf(subject)
    .flatMap((set) => membersOf(set, DER.set))
    .map((attribute) => membersOf(attribute))
    .filter(([type]) => encodeHex(contentOf(type, DER.oid)) === OID.organizationName)
  requireThat(more.length === 0)
  if (!organisation) return undefined
  const [, name] = organisation
  requireThat(name?.tag === DER.utf8String || name?.tag === DER.printableString)
  const text = decodeUtf8(name.content)
  requireThat(text !== undefined)
  return text
}
