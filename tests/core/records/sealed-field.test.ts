import { createEnvelopes, type Envelope, EnvelopeBroken } from '@nansha/core/crypto/envelope'
import { type SealedField, sealedBytes, sealedJson } from '@nansha/core/records/sealed-field'
import { describe, expect, it } from 'vitest'

interface Sample {
  readonly _id: string
  readonly told: Envelope<{ readonly name: string }>
  readonly shown: Envelope
}
const HERE = { name: 'here' }
const envelopes = createEnvelopes(Buffer.alloc(32, 1))
const told = sealedJson<Sample, 'told'>(HERE, 'told')
const shown = sealedBytes<Sample, 'shown'>(HERE, 'shown')
const value = { name: '李明' }
const bytes = Buffer.from('a face')

describe('a sealed field', () => {
  it('opens in its own record', () => {
    expect(told.open(envelopes, { _id: 'a', told: told.seal(envelopes, 'a', value) })).toEqual(value)
    expect(shown.open(envelopes, { _id: 'a', shown: shown.seal(envelopes, 'a', bytes) })).toEqual(bytes)
  })

  it('lies at its collection, record and field', () => {
    const place = { collection: 'here', id: 'a' }
    expect(envelopes.openJson({ ...place, field: 'told' }, told.seal(envelopes, 'a', value))).toEqual(value)
    expect(envelopes.open({ ...place, field: 'shown' }, shown.seal(envelopes, 'a', bytes))).toEqual(bytes)
  })

  it('does not open in another record, collection or field, whose writer would choose who somebody is', () => {
    const [text, picture] = [told.seal(envelopes, 'a', value), shown.seal(envelopes, 'a', bytes)]
    const elsewhere = { name: 'elsewhere' }
    const moved: (() => unknown)[] = [
      () => told.open(envelopes, { _id: 'b', told: text }),
      () => shown.open(envelopes, { _id: 'b', shown: picture }),
      () => sealedJson<Sample, 'told'>(elsewhere, 'told').open(envelopes, { _id: 'a', told: text }),
      () => sealedBytes<Sample, 'shown'>(elsewhere, 'shown').open(envelopes, { _id: 'a', shown: picture }),
      () => told.open(envelopes, { _id: 'a', told: picture as never }),
      () => (shown as SealedField<'shown', Uint8Array>).open(envelopes, { _id: 'a', shown: text as never }),
    ]
    for (const open of moved) expect(open).toThrow(EnvelopeBroken)
  })
})
