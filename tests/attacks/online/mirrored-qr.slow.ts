import { expect, it } from 'vitest'
import { mirrorQr } from '../../support/mirror-qr'

it('an attacker who mirrors the QR of a website to a thousand victims’ scans gets into none of the sessions', async () => {
  expect(await mirrorQr(1000)).toBe(0)
})
