import { ASK_NAME, createOnlineWorld, refusalIn } from './online-world'

/** What one victim answers in a day stays below the phone's limit. */
const SESSIONS_A_VICTIM = 40
const BETWEEN_SESSIONS_MS = 61_000

/**
 * An attacker opens sessions at a website and shows its QR to victims, each of whom scans, agrees, and types the digits nowhere.
 * The attacker guesses.
 *
 * @returns how many sessions the attacker got into
 */
export async function mirrorQr(sessions: number): Promise<number> {
  let online = await createOnlineWorld()
  let completed = 0
  for (let session = 0; session < sessions; session++) {
    if (session > 0 && session % SESSIONS_A_VICTIM === 0) online = await createOnlineWorld()
    const { transactions, clock } = online
    const { id, link } = await transactions.begin('attacker', ASK_NAME, 'cross-device')
    const { sessionCode } = await online.answer(link)
    const guesses = ['000000', '123456', String((Number(sessionCode) + 1) % 1_000_000).padStart(6, '0')]
    for (const guess of guesses.filter((one) => one !== sessionCode)) {
      const outcome = await refusalIn(async () => transactions.confirm('attacker', id, guess))
      if (outcome === 'done') completed++
    }
    clock.now += BETWEEN_SESSIONS_MS
    if (session % 4 === 3) await online.unlock()
  }
  return completed
}
