import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createRequest, signRequest } from './create-request'
import { createOpenTransactions, type Flow } from './open-transactions'
import { readAnswer } from './read-answer'
import { Refused } from './refused'
import type { Question, RelyingParty, Transaction, VerifiedAnswer } from './relying-party'

/** From the wallet's first question to its answer, and again to the code. */
const STEP_SECONDS = 300
const CODE_TRIES = 3

/** What the page that asked may know. */
export type Progress = 'waiting' | 'opened' | 'answered' | 'declined' | 'expired'

/**
 * The questions that a website has open, in memory; each is asked once, answered once, and finished in the browser session that
 * began it. An answer alone signs nobody in: across devices the citizen types the code that their phone shows, on one device the
 * wallet leads back with a code that is made here. So a QR or link that was passed on to somebody else is worth nothing (OpenID4VP 1.0 §13.3 and §14.2).
 *
 * @param sessions are opaque; give each browser a random one in a cookie
 */
export function createTransactions(relyingParty: RelyingParty, returnUri: (responseCode: string) => string) {
  const open = createOpenTransactions(relyingParty.now)
  return { ...forBrowser(relyingParty, open), ...forWallet(relyingParty, open, returnUri) }
}

type OpenTransactions = ReturnType<typeof createOpenTransactions>

/** What the browser session does that asked: begins, waits, and finishes. */
function forBrowser(relyingParty: RelyingParty, open: OpenTransactions) {
  return {
    /** @returns the text of the QR, or of the link on the same phone */
    async begin(session: string, question: Question, flow: Flow) {
      const { transaction, link } = await createRequest(relyingParty, question)
      open.add(transaction, session, flow)
      return { id: transaction.id, link }
    },

    /** What the page shows meanwhile. */
    progress(session: string, id: string): Progress {
      try {
        const { answer, opened, declined } = open.ofSession(session, id)
        if (declined) return 'declined'
        if (answer) return 'answered'
        return opened ? 'opened' : 'waiting'
      } catch {
        return 'expired'
      }
    },

    /**
     * Finishes across devices. @param code as typed into the page
     * @throws Refused CODE_WRONG; after the third time the transaction is gone
     */
    confirm(session: string, id: string, code: string): VerifiedAnswer {
      const found = open.ofSession(session, id)
      const expected = found.answer?.sessionCode
      found.tries++
      if (expected !== undefined && isSame(expected, code.replace(/\D/g, ''))) return open.finish(found)
      if (found.tries >= CODE_TRIES) open.delete(id)
      throw new Refused('CODE_WRONG')
    },

    /** Finishes on one device, in the browser to which the wallet led back. @throws Refused SESSION_MISMATCH in any other */
    arrive(session: string, responseCode: string): VerifiedAnswer {
      for (const found of open.all()) {
        if (found.responseCode === undefined || !isSame(found.responseCode, responseCode)) continue
        return open.finish(open.ofSession(session, found.transaction.id))
      }
      throw new Refused('TRANSACTION_UNKNOWN')
    },
  }
}

/** What a wallet does that scanned the QR or followed the link: fetches the request, and answers it. */
function forWallet(
  relyingParty: RelyingParty,
  open: OpenTransactions,
  returnUri: (responseCode: string) => string,
) {
  const { now } = relyingParty

  return {
    /** Hands the request to the first wallet that asks; a second one is not answered. */
    async sign(id: string, walletNonce: string | undefined): Promise<string> {
      const found = open.find(id)
      if (found.opened) throw new Refused('TRANSACTION_USED')
      found.opened = true
      found.until = now() + STEP_SECONDS * 1000
      return signRequest(relyingParty, found.transaction, walletNonce)
    },

    /** @returns what the wallet gets: on one device, where to lead its citizen back to */
    async receive(id: string, response: string): Promise<{ readonly redirect_uri?: string }> {
      const found = open.find(id)
      if (!found.opened || found.answer || found.declined) throw new Refused('TRANSACTION_USED')
      const answer = await readUnlessDeclined(relyingParty, found.transaction, response)
      if (!answer) {
        found.declined = true
        return {}
      }
      // Reading takes time, in which another answer may have come.
      if (found.answer || found.declined) throw new Refused('TRANSACTION_USED')
      found.answer = answer
      found.until = now() + STEP_SECONDS * 1000
      if (found.flow === 'cross-device') return {}
      found.responseCode = randomBytes(24).toString('base64url')
      return { redirect_uri: returnUri(found.responseCode) }
    },
  }
}

/** @returns `undefined` when the citizen declined */
async function readUnlessDeclined(
  relyingParty: RelyingParty,
  transaction: Transaction,
  response: string,
): Promise<VerifiedAnswer | undefined> {
  try {
    return await readAnswer(relyingParty, transaction, response)
  } catch (error) {
    if (error instanceof Refused && error.code === 'DECLINED') return undefined
    throw error
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
