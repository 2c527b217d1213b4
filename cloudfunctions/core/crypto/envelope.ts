import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where an envelope lies; bound to it, so that one cannot be moved to another record or field. */
export interface EncryptionContext {
  readonly collection: string
  readonly id: string
  readonly field: string
}

declare const CONTENTS: unique symbol

/** `1.<wrapped data key>.<contents>`, each part base64url of nonce (12) | ciphertext | tag (16). */
export type Envelope<Contents = Uint8Array> = string & { readonly [CONTENTS]?: Contents }

export interface Envelopes {
  seal(context: EncryptionContext, contents: Uint8Array): Envelope
  /** @throws EnvelopeBroken when it was altered, moved, or sealed under another key */
  open(context: EncryptionContext, envelope: Envelope): Buffer
  /** Seals a value as JSON, filled up so that its length does not tell one value from another. */
  sealJson<T>(context: EncryptionContext, value: T): Envelope<T>
  /** Opens what {@link sealJson} sealed. The content is authenticated, so its type is trusted. */
  openJson<T>(context: EncryptionContext, envelope: Envelope<T>): T
}

/** An envelope that does not open where it lies. The reason is left out on purpose. */
export class EnvelopeBroken extends Error {
  constructor(context: EncryptionContext) {
    super(`The envelope at ${context.collection}/${context.field} does not open.`)
    this.name = 'EnvelopeBroken'
  }
}

const VERSION = '1'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PAD_BYTES = 512

/**
 * Envelope encryption with AES-256-GCM (NIST SP 800-38D): every envelope has a fresh data key, which `wrappingKey`
 * wraps. Random nonces are safe: a data key encrypts once, and one wrapping key stays far below 2^32 envelopes.
 *
 * @param wrappingKey 32 bytes
 */
export function createEnvelopes(wrappingKey: Uint8Array): Envelopes {
  const seal = (context: EncryptionContext, contents: Uint8Array): string => {
    const dataKey = randomBytes(32)
    const associated = associatedData(context)
    return [VERSION, encrypt(wrappingKey, dataKey, associated), encrypt(dataKey, contents, associated)].join(
      '.',
    )
  }
  const open = (context: EncryptionContext, envelope: string): Buffer => {
    const [version, wrapped, contents, ...rest] = envelope.split('.')
    if (version !== VERSION || !wrapped || !contents || rest.length > 0) throw new EnvelopeBroken(context)
    const associated = associatedData(context)
    try {
      return decrypt(decrypt(wrappingKey, wrapped, associated), contents, associated)
    } catch {
      throw new EnvelopeBroken(context)
    }
  }
  return {
    seal,
    open,
    sealJson: (context, value) => seal(context, padText(JSON.stringify(value), PAD_BYTES)),
    openJson: <T>(context: EncryptionContext, envelope: Envelope<T>) =>
      JSON.parse(open(context, envelope).toString()) as T,
  }
}

/**
 * Fills up JSON to a multiple of so many bytes of UTF-8: white space at its end means nothing.
 */
export function padText(json: string, block: number): Buffer {
  const over = Buffer.byteLength(json) % block
  return Buffer.from(over === 0 ? json : json + ' '.repeat(block - over))
}

/** JSON, because joining with a separator would let `a/b` + `c` pass for `a` + `b/c`. */
function associatedData({ collection, id, field }: EncryptionContext): Buffer {
  return Buffer.from(JSON.stringify([VERSION, collection, id, field]))
}

function encrypt(key: Uint8Array, contents: Uint8Array, associated: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(contents), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

function decrypt(key: Uint8Array, text: string, associated: Uint8Array): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associated).setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
}
