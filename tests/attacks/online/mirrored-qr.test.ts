import { beforeAll, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

/** Sessions of the attacker: a dozen with the other tests, as many as SESSIONS says for whoever wants to see more. */
const SESSIONS = Number(process.env.SESSIONS ?? 12)
const A_SESSION_MS = 5_000
/** What one victim answers in a day stays below the phone's limit. */
const SESSIONS_A_VICTIM = 40
let online: OnlineWorld
beforeAll(async () => {
  online = await createOnlineWorld()
})

it(
  'an attacker who mirrors the QR of a website to victims gets into none of the sessions by guessing the digits',
  async () => {
    let completed = 0
    for (let session = 0; session < SESSIONS; session++) {
      if (session > 0 && session % SESSIONS_A_VICTIM === 0) online = await createOnlineWorld()
      const { id, link } = await online.transactions.begin('attacker', ASK_NAME, 'cross-device')
      const { sessionCode } = await online.answer(link) // the victim scans, agrees, and types the digits nowhere
      const guesses = ['000000', '123456', String((Number(sessionCode) + 1) % 1_000_000).padStart(6, '0')]
      for (const guess of guesses.filter((one) => one !== sessionCode)) {
        const outcome = await refusalIn(async () => online.transactions.confirm('attacker', id, guess))
        if (outcome === 'done') completed++
      }
      online.world.time += 61_000
      if (session % 4 === 3) await online.unlock()
    }
    expect(completed).toBe(0)
  },
  180_000 + SESSIONS * A_SESSION_MS,
)

it('an attacker gets in with the digits that a victim reads out, which docs/limits.md says', async () => {
  await online.unlock()
  const { id, link } = await online.transactions.begin('attacker', ASK_NAME, 'cross-device')
  const { sessionCode } = await online.answer(link)
  expect(online.transactions.confirm('attacker', id, sessionCode).claims).toHaveProperty('name')
})
