import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the way back in another browser than the one that asked finishes nothing, for the attacker or for the victim', async () => {
  const { link } = await online.transactions.begin('attacker', ASK_NAME, 'same-device')
  const { returnTo = '' } = await online.answer(link) // the victim followed the attacker's link
  const code = new URL(returnTo).searchParams.get('response_code') ?? ''
  expect(await refusalIn(async () => online.transactions.arrive('victim', code))).toBe('SESSION_MISMATCH')
  expect(await refusalIn(async () => online.transactions.arrive('attacker', 'a guess'))).toBe(
    'TRANSACTION_UNKNOWN',
  )
})
