import { unixSeconds } from '@nansha/shared/clock/durations'
import { bindToKey } from '@nansha/shared/sd-jwt/create-key-binding'
import { verifyCredential } from '@nansha/shared/sd-jwt/verify-credential'
import { expect, it } from 'vitest'
import { ISSUER } from '../../support/issuer'
import { BACKENDS, holderKey } from '../../support/keys'
import { createOnlineWorld, refusalIn } from '../../support/online-world'

it.each(BACKENDS)(
  'a credential with `x5c` in its header is refused where the QR profile is read: $name',
  async ({ verify }) => {
    const online = await createOnlineWorld()
    const key = holderKey(77)
    const sdJwt = await online.phone.wallet.client.fetchOnlineCredential({
      key,
      unlock: 'pin-or-biometric',
      sector: undefined,
    })
    const now = unixSeconds(online.clock.now)
    const shown = bindToKey(sdJwt, { key, audience: 'desk', nonce: 'n', issuedAt: now })
    const expected = { audience: 'desk', nonce: () => true, window: { before: 10, after: 10 } }
    const trust = await online.phone.trust.read()
    expect(trust.issuers[0]?.iss).toBe(ISSUER)
    expect(await refusalIn(() => verifyCredential(shown, trust, expected, now, verify))).toBe(
      'CREDENTIAL_INVALID/CRITICAL',
    )
  },
)
