import { expect, it } from 'vitest'
import { mirrorQr } from '../../support/mirror-qr'

const SESSIONS = 1000
const A_SESSION_MS = 5_000

it(
  'an attacker who mirrors the QR of a website to a thousand victims’ scans gets into none of the sessions',
  async () => {
    expect(await mirrorQr(SESSIONS)).toBe(0)
  },
  SESSIONS * A_SESSION_MS,
)
