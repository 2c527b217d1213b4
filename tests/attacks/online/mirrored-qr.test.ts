import { expect, it } from 'vitest'
import { mirrorQr } from '../../support/mirror-qr'
import { ASK_NAME, createOnlineWorld } from '../../support/online-world'

it('an attacker who mirrors the QR of a website to victims gets into none of the sessions by guessing the digits', async () => {
  expect(await mirrorQr(6)).toBe(0)
})

it('an attacker gets in with the digits that a victim reads out, which docs/limits.md says', async () => {
  const online = await createOnlineWorld()
  const { id, link } = await online.transactions.begin('attacker', ASK_NAME, 'cross-device')
  const { sessionCode } = await online.answer(link)
  expect(online.transactions.confirm('attacker', id, sessionCode).claims).toHaveProperty('name')
})
