import type { Value } from '../database/ejson'
import { isDocument } from '../database/path'

/** An envelope of `cloudfunctions/core/crypto`: `1.<wrapped key of 60 bytes>.<contents>` in base64url. */
const ENVELOPE = /^1\.[\w-]{80}\.[\w-]{38,}$/
/** Nonce and tag around the contents. */
const OVERHEAD_BYTES = 28

/** Puts a note in the place of every encrypted field, so that a reader sees that it is one. */
export function markEncrypted(value: Value): Value {
  if (typeof value === 'string' && ENVELOPE.test(value)) {
    const contents = Buffer.from(value.slice(value.lastIndexOf('.') + 1), 'base64url')
    return `(encrypted, ${contents.length - OVERHEAD_BYTES} bytes)`
  }
  if (Array.isArray(value)) return value.map(markEncrypted)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, markEncrypted(item)]))
}
