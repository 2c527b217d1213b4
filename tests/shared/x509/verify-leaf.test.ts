import { verifyLeaf } from '@nansha/shared/x509/verify-leaf'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { BACKENDS } from '#support/keys'
import { ACCESS_CERTIFICATE, certify } from '#support/registered-portal'

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
