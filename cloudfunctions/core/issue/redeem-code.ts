import { timingSafeEqual } from 'node:crypto'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { Database, Transaction } from '../platform/database'
import { CREDENTIAL_OFFERS, type CredentialOffer } from '../records/credential-offers'
import { PRE_AUTHORISED_GRANT } from './credential-issuer'
import { OAuthError } from './oauth-error'

const TOKEN_MS = 5 * MINUTE_MS
/** Wrong digits after which an offer is worth nothing. */
const MOST_WRONG = 3

export interface TokenPorts {
  readonly database: Database
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
}

/**
 * Answers the token endpoint (OpenID4VCI 1.0 §6). A code is given for one token. Who sends it again ends that token, because one of the
 * two is not the citizen's wallet (RFC 6749 §4.1.2).
 *
 * @param form fields of the request
 * @throws OAuthError
 */
export async function redeemCode(
  { database, now, randomBytes }: TokenPorts,
  form: URLSearchParams,
): Promise<{ access_token: string; token_type: string; expires_in: number }> {
  if (form.get('grant_type') !== PRE_AUTHORISED_GRANT) throw new OAuthError('unsupported_grant_type')
  const code = form.get('pre-authorized_code')
  const txCode = form.get('tx_code')
  if (!code || !txCode) throw new OAuthError('invalid_request')
  const id = digestText(code)
  const secret = Buffer.from(randomBytes(32)).toString('base64url')
  // What was counted must last, so that a refusal is not thrown in the transaction.
  const isRight = await database.transaction(async (transaction) => {
    const offer = await transaction.in(CREDENTIAL_OFFERS).get(id)
    if (!offer || offer.expiresAt.getTime() <= now()) return false
    if (offer.tokenDigest !== null) {
      await transaction.in(CREDENTIAL_OFFERS).remove(id)
      return false
    }
    if (!isSame(offer.txCode, txCode)) {
      await countWrong(transaction, offer)
      return false
    }
    const expiresAt = new Date(now() + TOKEN_MS)
    await transaction.in(CREDENTIAL_OFFERS).update(id, { tokenDigest: digestText(secret), expiresAt })
    return true
  })
  if (!isRight) throw new OAuthError('invalid_grant')
  return { access_token: `${id}.${secret}`, token_type: 'Bearer', expires_in: TOKEN_MS / 1000 }
}

async function countWrong(transaction: Transaction, { _id, wrong }: CredentialOffer): Promise<void> {
  const offers = transaction.in(CREDENTIAL_OFFERS)
  if (wrong + 1 >= MOST_WRONG) await offers.remove(_id)
  else await offers.update(_id, { wrong: wrong + 1 })
}

/** The offer that an access token was given for. @throws OAuthError invalid_token */
export async function offerOfToken(
  records: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  token: string,
  now: number,
): Promise<CredentialOffer> {
  const [id = '', secret = '', ...more] = token.split('.')
  const offer = more.length === 0 && id ? await records.in(CREDENTIAL_OFFERS).get(id) : null
  const digest = offer?.tokenDigest
  if (!offer || !digest || !isSame(digest, digestText(secret)) || offer.expiresAt.getTime() <= now)
    throw new OAuthError('invalid_token')
  return offer
}

function isSame(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
