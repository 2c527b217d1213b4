import { X509Certificate } from 'node:crypto'
import { equalBytes } from '@nansha/shared/encoding/bytes'
import { isDomain } from '@nansha/shared/x509/domain'
import { readCertificate } from '@nansha/shared/x509/read-certificate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { ACCESS_CERTIFICATE, certify, PORTAL_KEY } from '../../support/registered-portal'

const leaf = certify()

it('a certificate is read as it was written, and as OpenSSL reads it', () => {
  const read = readCertificate(leaf)
  const byOpenSsl = new X509Certificate(leaf)
  expect(read).toMatchObject({
    organisation: '南沙政务大厅',
    notBefore: NOW - 86_400,
    notAfter: NOW + 365 * 86_400,
    publicJwk: PORTAL_KEY.publicJwk,
    isAuthority: false,
    domains: ['hall.example'],
  })
  expect(byOpenSsl.subjectAltName).toBe('DNS:hall.example')
  expect(byOpenSsl.checkIssued(new X509Certificate(ACCESS_CERTIFICATE))).toBe(true)
  expect(byOpenSsl.verify(new X509Certificate(ACCESS_CERTIFICATE).publicKey)).toBe(true)
  expect(new Date(byOpenSsl.validTo).getTime() / 1000).toBe(read?.notAfter)
  expect(new X509Certificate(ACCESS_CERTIFICATE).ca).toBe(true)
})

it('a certificate marks as critical what a reader must know, and its domains not', () => {
  const bytes = Buffer.from(leaf)
  // An extension is an identifier (tag 6), TRUE (01 01 ff) when it is critical, and an octet string (tag 4).
  const behind = (identifier: string) => {
    const at = bytes.indexOf(Buffer.from(`0603${identifier}`, 'hex'))
    return bytes.subarray(at + 5, at + 9).toString('hex')
  }
  expect(behind('551d0f')).toBe('0101ff04') // key usage
  expect(behind('551d13')).toBe('0101ff04') // basic constraints
  expect(behind('551d11')).toMatch(/^04/) // alternative names
})

it('a certificate with something behind its list of domains is refused', () => {
  const two = certify({ domains: ['a.example', 'b.example'] })
  expect(readCertificate(two)?.domains).toEqual(['a.example', 'b.example'])
  const list = Buffer.from(two).indexOf(Buffer.from('30168209', 'hex'))
  expect(list).toBeGreaterThan(0)
  two[list + 1] = 11
  expect(readCertificate(two)).toBeUndefined()
})

it('a certificate that ends after 2049 is read', () => {
  const notAfter = Date.UTC(2051, 5, 30, 12, 0, 1) / 1000
  expect(readCertificate(certify({ notAfter }))?.notAfter).toBe(notAfter)
})

it('a certificate with a changed byte never reads as the same one, and nothing throws', () => {
  const same = readCertificate(leaf)
  fc.assert(
    fc.property(fc.nat(leaf.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = leaf.slice()
      changed[at] = (changed[at] ?? 0) ^ flip
      const read = readCertificate(changed)
      const isSame =
        read && same && equalBytes(read.signed, same.signed) && equalBytes(read.signature, same.signature)
      expect(isSame ?? false).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

it('bytes behind a certificate are refused, and a length that could be written shorter', () => {
  expect(readCertificate(Uint8Array.of(...leaf, 0))).toBeUndefined()
  const [tag, , high, low, ...rest] = leaf
  expect(readCertificate(Uint8Array.of(tag ?? 0, 0x83, 0, high ?? 0, low ?? 0, ...rest))).toBeUndefined()
})

it('random bytes are no certificate', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(readCertificate(bytes)).toBeUndefined()
    }),
  )
})

it.each([
  ['hall.example', true],
  ['a.b-c.example', true],
  ['hall.localhost', true],
  ['Hall.example', false],
  ['*.example', false],
  ['127.0.0.1', false],
  ['localhost', false],
  ['hall.example.', false],
  ['-a.example', false],
  ['hall..example', false],
])('a domain: %s is %s', (text, expected) => {
  expect(isDomain(text)).toBe(expected)
})
