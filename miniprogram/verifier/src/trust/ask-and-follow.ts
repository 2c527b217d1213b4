import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { TrustSession } from './trust-session'

/**
 * Asks the cloud, and has the trust data follow what it says of the desk's rights: a desk whose licence was withdrawn
 * learns it with its next question, and must not go on with passes until the next download is due.
 */
export function askAndFollow(ask: Ask, trust: Pick<TrustSession, 'follow'>): Ask {
  return async (name, event, options) => {
    try {
      return await ask(name, event, options)
    } catch (error) {
      await trust.follow(codeOf(error))
      throw error
    }
  }
}
