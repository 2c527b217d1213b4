import { randomBytes } from 'node:crypto'
import { invalid } from '../platform-error'
import { type Document, OpaqueValue, stringifyEjson, type Value } from './ejson'
import { isDocument } from './path'

/** MongoDB's limit of a document. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

/** Gives a new document an id, as the platform does: 32 hexadecimal digits. @throws PlatformError INVALID_PARAM */
export function withId(document: Document): Document {
  const complete = { _id: randomBytes(16).toString('hex'), ...document }
  checkId(complete._id)
  checkDocument(complete)
  return complete
}

/** Checks an id: text, a number or an ObjectId. */
export function checkId(id: Value): void {
  const opaque = id instanceof OpaqueValue && id.type === '$oid'
  if (typeof id !== 'string' && typeof id !== 'number' && !opaque)
    throw invalid('An _id must be a text or a number.')
}

/** Checks what is to be stored: no operators among its fields, no more than 16 MB. */
export function checkDocument(document: Document): void {
  checkFields(document)
  if (stringifyEjson(document).length > MAX_DOCUMENT_BYTES) throw invalid('A document is larger than 16 MB.')
}

function checkFields(value: Value): void {
  if (Array.isArray(value)) for (const item of value) checkFields(item)
  if (!isDocument(value)) return
  for (const [field, item] of Object.entries(value)) {
    if (field.startsWith('$')) throw invalid(`A stored field may not be called ${field}.`)
    checkFields(item)
  }
}
