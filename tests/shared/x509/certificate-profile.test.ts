import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { membersOf, readDer, writeDer } from '@nansha/shared/x509/der'
import * as DER from '@nansha/shared/x509/der-tags'
import { allowsUse } from '@nansha/shared/x509/key-usage'
import * as OID from '@nansha/shared/x509/oids'
import { readCertificate } from '@nansha/shared/x509/read-certificate'
import { describe, expect, it } from 'vitest'
import { certify } from '#support/registered-portal'

const leaf = certify()
const [certificate] = readDer(leaf)
const [signed, algorithm, signature] = membersOf(certificate)
const fields = membersOf(signed)
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'))
const sequence = (...parts: Uint8Array[]) => writeDer(DER.sequence, ...parts)
const oid = (digits: string) => writeDer(DER.oid, hex(digits))
const whole = (value: { whole: Uint8Array } | undefined) => value?.whole ?? new Uint8Array(0)

const FIELD = {
  version: 0,
  serial: 1,
  algorithm: 2,
  issuer: 3,
  validity: 4,
  subject: 5,
  key: 6,
  extensions: 7,
} as const
/** The certificate with some fields exchanged, by hand. */
const withField = (changed: { readonly [name in keyof typeof FIELD]?: Uint8Array }) => {
  const exchanged = fields.map((field, at) => {
    const name = Object.entries(FIELD).find(([, place]) => place === at)?.[0] as keyof typeof FIELD
    return changed[name] ?? field.whole
  })
  return sequence(sequence(...exchanged), whole(algorithm), whole(signature))
}
const read = (changed: Parameters<typeof withField>[0]) => readCertificate(withField(changed))

it('a certificate that is put together again is the same', () => {
  expect(withField({})).toEqual(leaf)
  expect(fields).toHaveLength(8)
  const parts = fields.map((field) => field.whole)
  for (const wrong of [parts.slice(1), parts.slice(0, 7), [...parts, hex('0500')]])
    expect(readCertificate(sequence(sequence(...wrong), whole(algorithm), whole(signature)))).toBeUndefined()
  const more = sequence(sequence(...parts), whole(algorithm), whole(signature), hex('0500'))
  expect(readCertificate(more)).toBeUndefined()
  expect(readCertificate(sequence())).toBeUndefined()
})

it.each([
  ['version 2', { version: hex('a0 03 02 01 01') }],
  ['two versions', { version: hex('a0 06 02 01 02 02 01 02') }],
  ['a version of another tag', { version: hex('a1 03 02 01 02') }],
  ['a serial number of 21 bytes', { serial: writeDer(DER.integer, new Uint8Array(21).fill(1)) }],
  ['a negative serial number', { serial: hex('02 01 80') }],
  ['an algorithm with parameters', { algorithm: sequence(oid(OID.ecdsaWithSha256), hex('0500')) }],
  ['another algorithm', { algorithm: sequence(oid(OID.ecPublicKey)) }],
])('a certificate with %s is not of the profile', (_, changed) => {
  expect(read(changed)).toBeUndefined()
})

it('a certificate has a serial number of up to 20 bytes, and 4096 bytes in all', () => {
  expect(read({ serial: writeDer(DER.integer, new Uint8Array(20).fill(1)) })).toBeDefined()
  const name = (length: number) => {
    const other = sequence(oid(OID.commonName), writeDer(DER.utf8String, new Uint8Array(length).fill(65)))
    return sequence(writeDer(DER.set, other))
  }
  const room = 4096 - withField({ issuer: name(1000) }).length + 1000
  // Lengths of more bytes may take the place of a byte of the name.
  const largest = Array.from({ length: 8 }, (_, less) => name(room - less)).find(
    (issuer) => withField({ issuer }).length === 4096,
  )
  expect(read({ issuer: largest ?? expect.unreachable() })).toBeDefined()
  expect(read({ issuer: name(room + 1) })).toBeUndefined()
})

it('a certificate whose outer algorithm or signature is another is not of the profile', () => {
  const parts = sequence(...fields.map((field) => field.whole))
  const [r, s] = membersOf(readDer(signature?.content.subarray(1) ?? new Uint8Array(0))[0])
  const signs = (...bytes: Uint8Array[]) => writeDer(DER.bitString, Uint8Array.of(0), ...bytes)
  const outer = (by: Uint8Array, bits: Uint8Array) => readCertificate(sequence(parts, by, bits))
  const numbers = (...some: Uint8Array[]) => signs(sequence(...some))
  const known = whole(algorithm)
  expect(outer(known, numbers(whole(r), whole(s)))).toBeDefined()
  expect(outer(sequence(oid(OID.ecPublicKey)), numbers(whole(r), whole(s)))).toBeUndefined()
  for (const wrong of [
    numbers(whole(r)),
    numbers(whole(r), whole(s), whole(s)),
    signs(sequence(whole(r), whole(s)), hex('0500')),
    numbers(writeDer(DER.integer, new Uint8Array(33).fill(1)), whole(s)),
    numbers(whole(r), hex('02 01 80')),
  ])
    expect(outer(known, wrong)).toBeUndefined()
  const short = outer(known, numbers(hex('02 01 05'), hex('02 02 00 80')))?.signature
  expect(short).toHaveLength(64)
  expect([short?.[31], short?.[63], short?.filter((byte) => byte !== 0).length]).toEqual([5, 0x80, 2])
})

describe('the validity of a certificate', () => {
  const utc = (text: string) => writeDer(DER.utcTime, encodeUtf8(text))
  const general = (text: string) => writeDer(DER.generalizedTime, encodeUtf8(text))
  const times = (...values: Uint8Array[]) => {
    const found = read({ validity: sequence(...values) })
    return found && [found.notBefore, found.notAfter].map((at) => new Date(at * 1000).toISOString())
  }

  it('is two times, in this century until 2049 and in the last from 1950', () => {
    expect(times(utc('500101000000Z'), utc('491231235959Z'))).toEqual([
      '1950-01-01T00:00:00.000Z',
      '2049-12-31T23:59:59.000Z',
    ])
    expect(times(general('20500228123456Z'), general('29991231000000Z'))).toEqual([
      '2050-02-28T12:34:56.000Z',
      '2999-12-31T00:00:00.000Z',
    ])
  })

  it.each([
    ['one time', [utc('260101000000Z')]],
    ['three times', [utc('260101000000Z'), utc('260101000000Z'), utc('260101000000Z')]],
    ['a day that is none', [utc('260230000000Z'), utc('270101000000Z')]],
    ['a month that is none', [utc('261301000000Z'), utc('270101000000Z')]],
    ['an hour that is none', [utc('260101240000Z'), utc('270101000000Z')]],
    ['no seconds', [utc('2601010000Z'), utc('270101000000Z')]],
    ['a time zone', [utc('260101000000+0800'), utc('270101000000Z')]],
    ['something before', [utc('1260101000000Z'), utc('270101000000Z')]],
    ['something behind', [utc('260101000000Z0'), utc('270101000000Z')]],
    ['four digits in the short form', [utc('20260101000000Z'), utc('270101000000Z')]],
    ['two digits in the long form', [general('260101000000Z'), utc('270101000000Z')]],
    ['a long form before 2050', [general('20491231235959Z'), general('20500101000000Z')]],
    ['text', [writeDer(DER.utf8String, encodeUtf8('260101000000Z')), utc('270101000000Z')]],
  ])('is not %s', (_, values) => {
    expect(times(...values)).toBeUndefined()
  })
})

describe('the key of a certificate', () => {
  const point = membersOf(fields[FIELD.key])[1]?.content.subarray(1) ?? new Uint8Array(0)
  const p256 = sequence(oid(OID.ecPublicKey), oid(OID.prime256v1))
  const bits = (bytes: Uint8Array) => writeDer(DER.bitString, Uint8Array.of(0), bytes)
  const compressed = Uint8Array.of(2, ...point.subarray(1, 33))

  it('is a point of P-256, in full', () => {
    expect(read({ key: sequence(p256, bits(point)) })?.publicJwk).toEqual(readCertificate(leaf)?.publicJwk)
  })

  it.each([
    ['compressed', sequence(p256, bits(compressed))],
    ['of another form', sequence(p256, bits(Uint8Array.of(6, ...point.subarray(1))))],
    ['longer', sequence(p256, bits(Uint8Array.of(...point, 0)))],
    ['of another curve', sequence(sequence(oid(OID.ecPublicKey), oid(OID.ecPublicKey)), bits(point))],
    ['of another kind', sequence(sequence(oid(OID.prime256v1), oid(OID.prime256v1)), bits(point))],
    [
      'with parameters',
      sequence(sequence(oid(OID.ecPublicKey), oid(OID.prime256v1), hex('0500')), bits(point)),
    ],
    ['with something behind', sequence(p256, bits(point), hex('0500'))],
    ['no bits', sequence(p256)],
  ])('is not %s', (_, key) => {
    expect(read({ key })).toBeUndefined()
  })
})

describe('the subject of a certificate', () => {
  const attribute = (type: string, tag: number, text: string) =>
    writeDer(DER.set, sequence(oid(type), writeDer(tag, encodeUtf8(text))))
  const named = (tag: number, text = 'Hall') => attribute(OID.organizationName, tag, text)
  const COMMON = attribute(OID.commonName, 0x16, 'hall')

  it('has one organisation, or none', () => {
    expect(read({ subject: sequence(COMMON, named(DER.utf8String, '大厅')) })?.organisation).toBe('大厅')
    expect(read({ subject: sequence(named(DER.printableString)) })?.organisation).toBe('Hall')
    expect(read({ subject: sequence(COMMON) })).toMatchObject({ organisation: undefined })
  })

  it.each([
    ['two organisations', sequence(named(DER.utf8String), named(DER.utf8String))],
    ['an organisation in another alphabet', sequence(named(0x16))],
    [
      'an organisation that is no UTF-8',
      sequence(writeDer(DER.set, sequence(oid(OID.organizationName), writeDer(DER.utf8String, hex('c328'))))),
    ],
    ['a name that is no set', sequence(sequence(sequence(oid(OID.organizationName))))],
  ])('has not %s', (_, subject) => {
    expect(read({ subject })).toBeUndefined()
  })
})

describe('the extensions of a certificate', () => {
  const TRUE = hex('01 01 ff')
  const extension = (type: string, content: Uint8Array, ...critical: Uint8Array[]) =>
    sequence(oid(type), ...critical, writeDer(DER.octetString, content))
  const extensions = (...some: Uint8Array[]) => writeDer(0xa3, sequence(...some))
  const extended = (...some: Uint8Array[]) => read({ extensions: extensions(...some) })
  const usage = extension(OID.keyUsage, hex('03 02 07 80'), TRUE)
  const constraints = (content: string, ...critical: Uint8Array[]) =>
    extension(OID.basicConstraints, hex(content), ...critical)
  const domain = (tag: number, text: string) => writeDer(tag, encodeUtf8(text))
  const names = (...some: Uint8Array[]) => extension(OID.subjectAltName, sequence(...some))
  const UNKNOWN = '551d63'

  it('say whether it is an authority, what its key is for, and its domains', () => {
    expect(extended()).toMatchObject({ isAuthority: false, usage: undefined, domains: [] })
    expect(extended(constraints('30 03 01 01 ff', TRUE))?.isAuthority).toBe(true)
    expect(extended(constraints('30 06 01 01 ff 02 01 00'))?.isAuthority).toBe(true)
    expect(extended(constraints('30 00', TRUE))?.isAuthority).toBe(false)
    expect(extended(usage)?.usage).toBe(0x80)
    expect(extended(extension(OID.keyUsage, hex('03 03 07 06 80')))?.usage).toBe(6)
    const other = domain(0x81, 'Somebody@hall.example')
    expect(extended(names(other, domain(0x82, 'a.example'), domain(0x82, 'b.example')))?.domains).toEqual([
      'a.example',
      'b.example',
    ])
    expect(extended(extension(UNKNOWN, hex('0500')))).toBeDefined()
  })

  it.each([
    ['one twice', [usage, usage]],
    ['an unknown one that is critical', [extension(UNKNOWN, hex('0500'), TRUE)]],
    ['one that is not critical in words', [constraints('30 00', hex('01 01 00'))]],
    ['one that is critical twice', [constraints('30 00', TRUE, TRUE)]],
    [
      'one with something behind',
      [sequence(oid(UNKNOWN), writeDer(DER.octetString, hex('0500')), hex('0500'))],
    ],
    [
      'a critical one with something behind',
      [sequence(oid(OID.basicConstraints), TRUE, writeDer(DER.octetString, hex('3000')), hex('0500'))],
    ],
    ['one without contents', [sequence(oid(UNKNOWN))]],
    ['no authority in words', [constraints('30 03 01 01 00')]],
    ['an authority of three words', [constraints('30 09 01 01 ff 02 01 00 02 01 00')]],
    ['something behind the constraints', [constraints('30 00 05 00')]],
    ['a usage without bits', [extension(OID.keyUsage, hex('03 01 00'))]],
    ['a usage of three bytes', [extension(OID.keyUsage, hex('03 04 00 01 01 01'))]],
    ['something behind the usage', [extension(OID.keyUsage, hex('03 02 07 80 05 00'))]],
    ['a domain with a capital', [names(domain(0x82, 'Hall.example'))]],
    ['a wildcard', [names(domain(0x82, '*.example'))]],
    ['something behind the names', [extension(OID.subjectAltName, hex('30 00 05 00'))]],
  ])('have not %s', (_, some) => {
    expect(extended(...some)).toBeUndefined()
  })

  it('are one list, under their own tag', () => {
    const list = sequence(usage)
    expect(read({ extensions: writeDer(0xa3, list) })).toBeDefined()
    expect(read({ extensions: writeDer(0xa3, list, list) })).toBeUndefined()
    expect(read({ extensions: writeDer(0xa2, list) })).toBeUndefined()
  })

  it('allow a use when they name it, and none when they name no use', () => {
    const [withUse, without] = [extended(usage), extended()]
    if (!withUse || !without) expect.unreachable()
    expect(allowsUse(withUse, 0x80)).toBe(true)
    expect(allowsUse(withUse, 0x04)).toBe(false)
    expect(allowsUse(without, 0x80)).toBe(false)
  })
})
