import { ed25519 } from '@noble/curves/ed25519.js'
import { decodeBase64, encodeBase64 } from '../encoding/base64'
import { encodeUtf8 } from '../encoding/utf8'
import { isSameHash } from './hashes'
import { isKeyName, keyId, type VerifierKey } from './verifier-key'

/** Witnesses will add theirs; a note with more signatures than this is refused unread. */
const MOST_SIGNATURES = 64
/** Characters of a note: a checkpoint and sixteen of the largest signatures that there are. */
const LONGEST = 100_000
const ID_BYTES = 4
const TIME_BYTES = 8

/** A signature that was verified. */
export interface NoteSignature {
  readonly key: VerifierKey
  /** Unix seconds; of a cosignature only. */
  readonly at?: number
}

export interface VerifiedNote {
  /** With its last newline. */
  readonly text: string
  /** At least one. */
  readonly signatures: readonly NoteSignature[]
}

/**
 * Opens a signed note (C2SP signed-note): signatures of unknown keys are passed over, one of a known key that is wrong
 * spoils the note.
 *
 * @param keys the keys that are believed
 * @returns `undefined` unless the note is well formed and signed by one of them
 */
export function verifyNote(note: string, keys: readonly VerifierKey[]): VerifiedNote | undefined {
  const end = note.lastIndexOf('\n\n')
  if (note.length > LONGEST || end < 0 || !note.endsWith('\n') || hasControlCharacters(note)) return undefined
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return undefined
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = readLine(line)
    if (!signature) return undefined
    const key = keys.find((known) => isBy(known, signature))
    if (!key) continue
    const verified = verify(key, text, signature.bytes)
    if (!verified) return undefined
    signatures.push(verified)
  }
  return signatures.length > 0 ? { text, signatures } : undefined
}

/** What is signed for a cosignature: the time before the text of the checkpoint (C2SP tlog-cosignature). */
export function cosignedText(text: string, at: number): string {
  return `cosignature/v1\ntime ${at}\n${text}`
}

interface SignatureLine {
  readonly name: string
  readonly id: Uint8Array
  readonly bytes: Uint8Array
}

function readLine(line: string): SignatureLine | undefined {
  const [dash, name = '', encoded = '', ...more] = line.split(' ')
  const bytes = decodeBase64(encoded)
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || !bytes || bytes.length <= ID_BYTES)
    return undefined
  if (encodeBase64(bytes) !== encoded) return undefined
  return { name, id: bytes.slice(0, ID_BYTES), bytes: bytes.slice(ID_BYTES) }
}

function isBy(key: VerifierKey, { name, id }: SignatureLine): boolean {
  return key.name === name && isSameHash(keyId(key), id)
}

function verify(key: VerifierKey, text: string, bytes: Uint8Array): NoteSignature | undefined {
  if (key.type === 'note') return isSigned(key, text, bytes) ? { key } : undefined
  if (bytes.length <= TIME_BYTES) return undefined
  const at = bytes.slice(0, TIME_BYTES).reduce((number, byte) => number * 256 + byte, 0)
  if (!Number.isSafeInteger(at)) return undefined
  return isSigned(key, cosignedText(text, at), bytes.slice(TIME_BYTES)) ? { key, at } : undefined
}

function isSigned({ publicKey }: VerifierKey, message: string, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, encodeUtf8(message), publicKey, { zip215: false })
  } catch {
    return false // of another length, or the key is no point of the curve
  }
}

/** Of the characters below the space a note has newlines only. */
function hasControlCharacters(note: string): boolean {
  for (let at = 0; at < note.length; at++) {
    const unit = note.charCodeAt(at)
    if (unit < 0x20 && unit !== 0x0a) return true
  }
  return false
}
