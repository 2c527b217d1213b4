import { createPinHash } from '@nansha/core/crypto/pin-hash'
import { describe, expect, it } from 'vitest'

const key = Buffer.alloc(32, 1)
const cheap = { logN: 4, r: 8, p: 1 }
const pins = createPinHash(key, cheap)

describe('the fingerprint of a PIN', () => {
  it('is right for one device, one PIN and one key', async () => {
    const hash = await pins.of('device', '385201')
    expect(await pins.isRight(hash, 'device', '385201')).toBe(true)
    expect(await pins.isRight(hash, 'device', '385202')).toBe(false)
    expect(await pins.isRight(hash, 'another', '385201')).toBe(false)
    expect(await createPinHash(Buffer.alloc(32, 2), cheap).isRight(hash, 'device', '385201')).toBe(false)
  })

  it('is another each time, and does not hold the PIN', async () => {
    const [one, other] = [await pins.of('device', '385201'), await pins.of('device', '385201')]
    expect(one).not.toBe(other)
    expect(one).not.toContain('385201')
  })

  it('takes 32 MB and three rounds, and says so', async () => {
    const hash = await createPinHash(key).of('device', '385201')
    expect(hash).toMatch(/^scrypt\.15\.8\.3\.[\w-]{22}\.[\w-]{43}$/)
    expect(await createPinHash(key).isRight(hash, 'device', '385201')).toBe(true)
  })

  it('of an earlier cost is still judged, and known to be outdated', async () => {
    const hash = await pins.of('device', '385201')
    const dearer = createPinHash(key, { ...cheap, logN: 5 })
    expect(await dearer.isRight(hash, 'device', '385201')).toBe(true)
    expect(dearer.isOutdated(hash)).toBe(true)
    expect(pins.isOutdated(hash)).toBe(false)
  })

  it.each(['', 'x'.repeat(43), 'scrypt.4.8.1.AAAA.AAAA', 'argon2.4.8.1.AAAA.AAAA'])(
    'is not read from %j',
    async (hash) => {
      await expect(pins.isRight(hash, 'device', '385201')).rejects.toThrow('in no form that is known')
    },
  )
})
