import { deflateSync, inflateSync } from 'fflate'
import { decodeBase45, encodeBase45 } from '../encoding/base45'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8'
import { compressY, expandY } from '../keys/compress-key'
import { sdDigest } from '../sd-jwt/disclosure'
import { PASS_DICTIONARY } from './pass-dictionary'

/** Names the kind of code and the version of its packing. */
export const PASS_PREFIX = 'NP1:'
/** Bytes that a frame may have: more does not survive a blurred camera. */
export const FRAME_BYTES = 450

/** The JSON texts of a pass inflate to about 900 bytes; a bomb is cut off here. */
const LARGEST_INFLATED = 2_048
const SIGNATURE = 64

/**
 * Packs a pass, an SD-JWT VC without disclosures and with its KB-JWT, for a QR code: both signatures as bytes, then the
 * four JSON texts, one a line, deflated together. What follows from the rest is left out: `sd_hash`, and all but the parity
 * of the key's `y`.
 *
 * @param pass `<jws>~<kb-jwt>`
 * @throws RangeError when it is no such thing or does not fit a frame
 */
export function packPass(pass: string): string {
  const packed = pack(pass)
  if (!packed || packed.length > FRAME_BYTES)
    throw new RangeError('This is not a pass, or too large for a frame.')
  return PASS_PREFIX + encodeBase45(packed)
}

/**
 * Reads a pass as scanned. There is one text for each pass: `packPass(unpackPass(text)) === text`, because deflate alone
 * would leave many.
 *
 * @returns `<jws>~<kb-jwt>`, or `undefined`
 */
export function unpackPass(text: string): string | undefined {
  if (!text.startsWith(PASS_PREFIX) || text.length > PASS_PREFIX.length + FRAME_BYTES * 1.5) return undefined
  const bytes = decodeBase45(text.slice(PASS_PREFIX.length))
  if (!bytes || bytes.length <= 2 * SIGNATURE) return undefined
  const texts = inflate(bytes.slice(2 * SIGNATURE))?.split('\n')
  if (texts?.length !== 4) return undefined
  const [header, payload, kbHeader, kbPayload] = texts as [string, string, string, string]
  const expanded = expandKey(payload)
  if (!expanded) return undefined

  const jws = `${encode(header)}.${encode(expanded)}.${encodeBase64url(bytes.slice(0, SIGNATURE))}~`
  const restored = encode(kbPayload.replace(hashMember(''), hashMember(sdDigest(jws))))
  const pass = `${jws}${encode(kbHeader)}.${restored}.${encodeBase64url(bytes.slice(SIGNATURE, 2 * SIGNATURE))}`
  return sameBytes(pack(pass), bytes) ? pass : undefined
}

function pack(pass: string): Uint8Array | undefined {
  const [issued = '', binding = '', ...more] = pass.split('~')
  const [header, payload, signature] = issued.split('.').map(decodeBase64url)
  const [kbHeader, kbPayload, kbSignature] = binding.split('.').map(decodeBase64url)
  const parts = [header, payload, kbHeader, kbPayload].map((part) => part && decodeUtf8(part))
  if (more.length > 0 || !signature || !kbSignature || parts.some((part) => !part || part.includes('\n')))
    return undefined
  if (signature.length !== SIGNATURE || kbSignature.length !== SIGNATURE) return undefined

  const [headerText, payloadText, kbHeaderText, kbPayloadText] = parts as [string, string, string, string]
  const compressed = compressKey(payloadText)
  const hash = hashMember(sdDigest(`${issued}~`))
  if (!compressed || kbPayloadText.split(hash).length !== 2) return undefined
  const texts = [headerText, compressed, kbHeaderText, kbPayloadText.replace(hash, hashMember(''))]
  const deflated = deflateSync(encodeUtf8(texts.join('\n')), { level: 9, dictionary: PASS_DICTIONARY })
  return concatBytes(signature, kbSignature, deflated)
}

function inflate(deflated: Uint8Array): string | undefined {
  try {
    const out = new Uint8Array(LARGEST_INFLATED + 1)
    const bytes = inflateSync(deflated, { dictionary: PASS_DICTIONARY, out })
    return bytes.length > LARGEST_INFLATED ? undefined : decodeUtf8(bytes)
  } catch {
    return undefined
  }
}

/** The holder's key as JSON.stringify writes it: `x` in full, `y` in full or only its parity. */
const KEY = /"x":"([\w-]{43})","y":"([\w-]{43}|[01])"/

function compressKey(payload: string): string | undefined {
  const [member, x, y] = KEY.exec(payload) ?? []
  const parity = y && compressY(y)
  return member && parity ? payload.replace(member, `"x":"${x}","y":"${parity}"`) : undefined
}

function expandKey(payload: string): string | undefined {
  const [member, x = '', parity] = KEY.exec(payload) ?? []
  const y = parity === '0' || parity === '1' ? expandY(x, parity) : undefined
  return member && y ? payload.replace(member, `"x":"${x}","y":"${y}"`) : undefined
}

const hashMember = (hash: string) => `"sd_hash":"${hash}"`
const encode = (text: string) => encodeBase64url(encodeUtf8(text))

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, i) => byte === b[i])
}
