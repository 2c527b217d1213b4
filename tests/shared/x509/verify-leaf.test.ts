import { createAuthorityCertificate } from '@nansha/shared/x509/create-certificate'
import { membersOf, readDer, writeDer } from '@nansha/shared/x509/der'
import * as DER from '@nansha/shared/x509/der-tags'
import * as OID from '@nansha/shared/x509/oids'
import { verifyLeaf } from '@nansha/shared/x509/verify-leaf'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { BACKENDS } from '#support/keys'
import { ACCESS_AUTHORITY, ACCESS_CERTIFICATE, certify } from '#support/registered-portal'

const [{ verify }] = BACKENDS
const leaf = certify()
const YEAR = 365 * 86_400
const check = async (der: Uint8Array, authorities = [ACCESS_CERTIFICATE], now = NOW) => {
  const checked = await verifyLeaf(der, authorities, now, verify)
  return 'fault' in checked ? checked.fault : checked.leaf.organisation
}

it('a certificate of a trusted authority is believed from its first second to its last', async () => {
  for (const now of [NOW - 86_400, NOW, NOW + YEAR])
    expect(await check(leaf, [ACCESS_CERTIFICATE], now)).toBe('南沙政务大厅')
  for (const now of [NOW - 86_401, NOW + YEAR + 1])
    expect(await check(leaf, [ACCESS_CERTIFICATE], now)).toBe('CERTIFICATE_EXPIRED')
})

it('a certificate is believed of the authorities that are trusted, whatever else is among them', async () => {
  expect(await check(leaf, [new Uint8Array(3), leaf, ACCESS_CERTIFICATE])).toBe('南沙政务大厅')
  expect(await check(leaf, [])).toBe('CERTIFICATE_AUTHORITY')
  expect(await check(leaf, [leaf])).toBe('CERTIFICATE_AUTHORITY')
  expect(await check(new Uint8Array(3))).toBe('CERTIFICATE_MALFORMED')
  expect(await check(ACCESS_CERTIFICATE)).toBe('CERTIFICATE_AUTHORITY')
})

it('a certificate with a changed signature is not believed', async () => {
  const changed = leaf.slice()
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(await check(changed)).toBe('CERTIFICATE_SIGNATURE')
})

describe('a certificate for another use', () => {
  const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
  const extension = (id: string, content: string) =>
    writeDer(DER.sequence, writeDer(DER.oid, hex(id)), writeDer(DER.octetString, hex(content)))
  const USAGE = { sign: extension(OID.keyUsage, '03020780'), certify: extension(OID.keyUsage, '03020204') }
  const AUTHORITY = extension(OID.basicConstraints, '30030101ff')
  /** The certificate with other extensions, which its signature is not over. */
  const withExtensions = (der: Uint8Array, ...some: Uint8Array[]) => {
    const [signed, ...behind] = membersOf(readDer(der)[0])
    const fields = membersOf(signed).slice(0, 7)
    const extensions = writeDer(0xa3, writeDer(DER.sequence, ...some))
    const parts = [...fields.map(({ whole }) => whole), extensions]
    return writeDer(DER.sequence, writeDer(DER.sequence, ...parts), ...behind.map(({ whole }) => whole))
  }

  it('vouches for nobody: an authority is one by both of its extensions', async () => {
    const as = (...some: Uint8Array[]) => check(leaf, [withExtensions(ACCESS_CERTIFICATE, ...some)])
    expect(await as(AUTHORITY, USAGE.certify)).toBe('南沙政务大厅')
    for (const some of [[AUTHORITY], [USAGE.certify], [AUTHORITY, USAGE.sign], []])
      expect(await as(...some)).toBe('CERTIFICATE_AUTHORITY')
  })

  it('is no leaf: it is for signatures, and no authority', async () => {
    expect(await check(withExtensions(leaf, USAGE.sign))).toBe('CERTIFICATE_SIGNATURE')
    for (const some of [[USAGE.certify], [], [USAGE.sign, AUTHORITY]])
      expect(await check(withExtensions(leaf, ...some))).toBe('CERTIFICATE_USE')
  })

  it('is not one of an authority whose own has ended, or has not begun', async () => {
    const authority = (notBefore: number, notAfter: number) =>
      createAuthorityCertificate(ACCESS_AUTHORITY, { serial: Uint8Array.of(1), notBefore, notAfter })
    for (const ended of [authority(0, NOW - 1), authority(NOW + 1, NOW + YEAR)]) {
      expect(await check(leaf, [ended])).toBe('CERTIFICATE_EXPIRED')
      expect(await check(leaf, [ended, authority(NOW, NOW)])).toBe('南沙政务大厅')
    }
  })
})
