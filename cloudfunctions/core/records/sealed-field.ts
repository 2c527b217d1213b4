import type { Envelope, Envelopes } from '../crypto/envelope'
import type { CollectionToken, Stored } from '../platform/database'

/** A field of a collection's records that is sealed apart from the rest of its record, and what is in it. */
export interface SealedField<Field extends string, Contents, Opened = Contents> {
  /** @param id of the record, to which the envelope is bound */
  seal(envelopes: Envelopes, id: string, contents: Contents): Envelope<Contents>
  /** @throws EnvelopeBroken when it was altered, moved, or sealed under another key */
  open(envelopes: Envelopes, record: Stored & { readonly [F in Field]: Envelope<Contents> }): Opened
}

type ContentsOf<T> = NonNullable<T> extends Envelope<infer Contents> ? Contents : never

/** A sealed field that holds a value as JSON, filled up so that its length tells nothing. */
export function sealedJson<T extends Stored, Field extends keyof T & string>(
  { name: collection }: CollectionToken<T>,
  field: Field,
): SealedField<Field, ContentsOf<T[Field]>> {
  return {
    seal: (envelopes, id, contents) => envelopes.sealJson({ collection, id, field }, contents),
    open: (envelopes, record) => envelopes.openJson({ collection, id: record._id, field }, record[field]),
  }
}

/** A sealed field that holds bytes. */
export function sealedBytes<T extends Stored, Field extends keyof T & string>(
  { name: collection }: CollectionToken<T>,
  field: Field & (ContentsOf<T[Field]> extends Uint8Array ? Field : never),
): SealedField<Field, Uint8Array, Buffer> {
  return {
    seal: (envelopes, id, contents) => envelopes.seal({ collection, id, field }, contents),
    open: (envelopes, record) => envelopes.open({ collection, id: record._id, field }, record[field]),
  }
}
