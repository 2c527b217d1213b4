import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { packDeskCode, unpackDeskCode } from '@nansha/shared/desk-code/pack-desk-code'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { BACKENDS } from '../../support/keys'
import { TRUST_LIST } from '../../support/trust'
import { CLERK, createWorld } from '../../support/world'

const shown = async (scenario: 'bank' | 'counter' = 'bank') => {
  const world = await createWorld()
  return (await showDeskCode(world.ports, CLERK, scenario)).code
}

describe.each(BACKENDS)('a desk code with $name', ({ verify }) => {
  const read = (text: string, now = NOW, trust = TRUST_LIST) => verifyDeskCode(text, trust, 1, now, verify)

  it('names the organisation that asks, and what for', async () => {
    expect(await read(await shown())).toMatchObject({
      scenario: 'bank',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      iat: NOW,
    })
  })

  it('is good for two minutes', async () => {
    const text = await shown()
    expect((await read(text, NOW + 120)).iat).toBe(NOW)
    await expect(read(text, NOW + 121)).rejects.toMatchObject({ code: 'DESK_CODE_EXPIRED' })
    // Phones' clocks differ.
    expect((await read(text, NOW - 60)).iat).toBe(NOW)
    await expect(read(text, NOW - 61)).rejects.toThrow()
  })

  it('is refused with any character changed, and from anybody else', async () => {
    const text = await shown()
    for (let at = 4; at < text.length; at += 5) {
      const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      await expect(read(changed), `character ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|DESK_CODE_INVALID|DESK_CODE_EXPIRED)$/),
      })
    }
    await expect(read(text, NOW, { ...TRUST_LIST, issuers: [] })).rejects.toMatchObject({
      code: 'ISSUER_UNTRUSTED',
    })
  })
})

it('a desk code has one text and fits a small QR code', async () => {
  const text = await shown()
  const unpacked = unpackDeskCode(text)
  expect(unpacked && packDeskCode(unpacked.code, unpacked.jws)).toBe(text)
  expect(encode(text, { ecc: 'M' }).version).toBeLessThanOrEqual(10)
})
