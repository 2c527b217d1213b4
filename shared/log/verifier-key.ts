import { sha256 } from '@noble/hashes/sha2.js'
import { decodeBase64, encodeBase64 } from '../encoding/base64'
import { concatBytes } from '../encoding/bytes'
import { encodeUtf8 } from '../encoding/utf8'

/**
 * What a key of a note signs with (C2SP signed-note, tlog-cosignature): the note's text alone, or the text with the time
 * at which it was the newest that the signer had seen.
 */
export const SIGNATURE_TYPES = { note: 0x01, cosignature: 0x04 } as const
export type SignatureType = keyof typeof SIGNATURE_TYPES

/** An Ed25519 key that notes are checked with. */
export interface VerifierKey {
  readonly name: string
  readonly type: SignatureType
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

const KEY_BYTES = 32
/** No white space of any kind, no plus sign. */
const NAME = /^[^\s+\u0085]{1,200}$/

export function isKeyName(name: string): boolean {
  return NAME.test(name)
}

/** The first four bytes of SHA-256 over name, newline, type and key. */
export function keyId({ name, type, publicKey }: VerifierKey): Uint8Array {
  const material = concatBytes(encodeUtf8(`${name}\n`), Uint8Array.of(SIGNATURE_TYPES[type]), publicKey)
  return sha256(material).slice(0, 4)
}

/** `<name>+<key id, hex>+<base64 of type and key>`: a key as one line of text. */
export function formatVerifierKey(key: VerifierKey): string {
  const id = Array.from(keyId(key), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${key.name}+${id}+${encodeBase64(concatBytes(Uint8Array.of(SIGNATURE_TYPES[key.type]), key.publicKey))}`
}

/** @returns the key, or `undefined` unless {@link formatVerifierKey} writes exactly this text for it */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [name = '', , encoded = ''] = text.split('+', 3)
  const bytes = decodeBase64(text.slice(name.length + 1 + 8 + 1))
  const type = (Object.keys(SIGNATURE_TYPES) as SignatureType[]).find(
    (known) => SIGNATURE_TYPES[known] === bytes?.[0],
  )
  if (!isKeyName(name) || encoded === '' || type === undefined || bytes?.length !== 1 + KEY_BYTES)
    return undefined
  const key: VerifierKey = { name, type, publicKey: bytes.slice(1) }
  return formatVerifierKey(key) === text ? key : undefined
}
