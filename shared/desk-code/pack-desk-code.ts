import { decodeBase45, encodeBase45 } from '../encoding/base45'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8'
import { decodeJws } from '../jws/decode-jws'
import { SCENARIOS, scenarioById } from '../scenarios'
import { DESK_CODE_TYPE, type DeskCode } from './desk-code'

const DESK_CODE_PREFIX = 'ND1:'

const SIGNATURE = 64
/** Bytes before the names: scenario 1 | issuer 2 | nonce 16 | iat 4 | kid 32. */
const FIXED = 55
const LARGEST = 320

/** The members of a desk code's payload, in the order in which they are signed. */
export function deskCodePayload({ issuerId, scenario, nonce, iat, name }: DeskCode) {
  return { issuer: issuerId, scenario, nonce, iat, zh: name.zh, en: name.en }
}

/**
 * Packs a signed desk code for a QR code: scenario | issuer | nonce | iat | kid | both names | signature, big endian, each
 * name with its length before it.
 *
 * @param jws compact JWS over {@link deskCodePayload} with `alg`, `typ` and `kid` in the header
 */
export function packDeskCode(code: DeskCode, jws: string): string {
  const decoded = decodeJws(jws)
  const kid = decodeBase64url(String(decoded?.header.kid))
  const nonce = decodeBase64url(code.nonce)
  if (!decoded || kid?.length !== 32 || nonce?.length !== 16) throw new RangeError('This is not a desk code.')
  const head = new DataView(new ArrayBuffer(3))
  head.setUint8(0, SCENARIOS[code.scenario].id)
  head.setUint16(1, code.issuerId)
  const iat = new DataView(new ArrayBuffer(4))
  iat.setUint32(0, code.iat)
  const names = [code.name.zh, code.name.en].map(encodeUtf8)
  const bytes = concatBytes(
    new Uint8Array(head.buffer),
    nonce,
    new Uint8Array(iat.buffer),
    kid,
    ...names.flatMap((name) => [Uint8Array.of(name.length), name]),
    decoded.signature,
  )
  return DESK_CODE_PREFIX + encodeBase45(bytes)
}

/** @returns the code and the JWS that it stands for, not yet believed; `undefined` for anything that is no desk code */
export function unpackDeskCode(text: string): { readonly code: DeskCode; readonly jws: string } | undefined {
  if (!text.startsWith(DESK_CODE_PREFIX) || text.length > DESK_CODE_PREFIX.length + LARGEST * 1.5)
    return undefined
  const bytes = decodeBase45(text.slice(DESK_CODE_PREFIX.length))
  if (!bytes || bytes.length < FIXED + 2 + SIGNATURE) return undefined
  const view = new DataView(bytes.buffer)
  const scenario = scenarioById(view.getUint8(0))
  const names = readNames(bytes.slice(FIXED, -SIGNATURE))
  if (!scenario || !names) return undefined
  const code: DeskCode = {
    issuerId: view.getUint16(1),
    scenario,
    nonce: encodeBase64url(bytes.slice(3, 19)),
    iat: view.getUint32(19),
    name: names,
  }
  const header = { alg: 'ES256', typ: DESK_CODE_TYPE, kid: encodeBase64url(bytes.slice(23, FIXED)) }
  const input = [header, deskCodePayload(code)]
    .map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part))))
    .join('.')
  return { code, jws: `${input}.${encodeBase64url(bytes.slice(-SIGNATURE))}` }
}

function readNames(bytes: Uint8Array): DeskCode['name'] | undefined {
  const split = 1 + (bytes[0] ?? 0)
  if (bytes.length < split + 1 || bytes.length !== split + 1 + (bytes[split] ?? 0)) return undefined
  const zh = decodeUtf8(bytes.slice(1, split))
  const en = decodeUtf8(bytes.slice(split + 1))
  return zh !== undefined && en !== undefined ? { zh, en } : undefined
}
