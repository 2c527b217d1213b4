import type { Complaint } from '@nansha/shared/api/wallet'
import type { FoundDesk, Handles, Passes, Receipt } from '@nansha/shared/api/wallet-answers'
import type { PassScenario } from '@nansha/shared/scenarios'
import type { SignAndSend } from './sign-and-send'

/** A pass, and the portrait that is shown in turn with it. */
export interface HeldPass {
  /** `<jws>~` */
  readonly pass: string
  /** Grey WebP, base64. */
  readonly portrait: string
  /** Unix seconds. */
  readonly expiresAt: number
}

/** What a phone needs to show the identity at a desk, and what became of that. */
export interface ShowingClient {
  fetchHandles(count: number): Promise<Handles['handles']>
  fetchPasses(scenario: PassScenario, count: number): Promise<readonly HeldPass[]>
  /** The text of the desk's code that eight digits stand for. @throws NanshaError DESK_DIGITS_UNKNOWN, DESK_CODE_USED, TOO_MANY_CODES */
  findDesk(digits: string): Promise<string>
  /** Hands a ticket to the desk whose code it answers. Sent again, the same ticket changes nothing. */
  answerDesk(code: string, ticket: string): Promise<void>
  /** What became of what was shown. @param use the handle, or the digest of the pass */
  fetchReceipt(use: string): Promise<Receipt>
  /** "That was not me": freezes, and warns the desk. */
  disputeUse(use: string): Promise<void>
  /** Complains of the desk of a use, or asks it to erase what it got. @throws NanshaError USE_UNKNOWN, ATTEMPTS_EXHAUSTED */
  reportDesk(use: string, kind: Complaint): Promise<void>
}

export function createShowingClient(send: SignAndSend): ShowingClient {
  return {
    fetchHandles: async (count) => (await send<Handles>({ action: 'handles', count })).handles,
    async fetchPasses(scenario, count) {
      const { passes, portrait, expiresAt } = await send<Passes>({ action: 'passes', scenario, count })
      return passes.map((pass) => ({ pass, portrait, expiresAt }))
    },
    findDesk: async (digits) => (await send<FoundDesk>({ action: 'find-desk', digits })).code,
    answerDesk: async (code, ticket) => void (await send({ action: 'present', code, ticket })),
    fetchReceipt: (use) => send<Receipt>({ action: 'receipt', use }),
    disputeUse: async (use) => void (await send({ action: 'not-me', use })),
    reportDesk: async (use, kind) => void (await send({ action: 'report-desk', use, kind })),
  }
}
