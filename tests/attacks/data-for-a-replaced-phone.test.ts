import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { signRequest } from '../support/enrolled-citizen'
import { moveToAnotherPhone } from '../support/move-to-another-phone'
import { ALICE } from '../support/online-phone'
import { createOnlineWorld } from '../support/online-world'

// Somebody whose phone loses the identity at a counter has asked a moment before: what is known of its holder by then is not theirs.
it.each([
  { action: 'export' },
  { action: 'passes', scenario: 'gate', count: 1 },
] as const satisfies WalletAction[])(
  'a phone that is replaced while it asks is given nothing of the next one’s holder: $action',
  async (action) => {
    const { cloud, enrolled, unlock } = await createOnlineWorld()
    await unlock()
    const request = signRequest(enrolled.key, action, cloud.clock.now)
    const opened = await openRequest(cloud.ports, ALICE, request)
    await moveToAnotherPhone({ cloud })
    await expect(dispatch(cloud.ports, opened)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  },
)
