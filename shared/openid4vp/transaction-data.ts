import * as v from 'valibot'
import { decodeBase64url } from '../encoding/base64url'
import { digestText } from '../encoding/digest'
import { parseJsonObject } from '../encoding/parse-json'
import { shownText } from '../fields'

const words = v.object({ zh: shownText(200), en: shownText(300) })

/** Opening of an account: what the holder agrees to besides showing who they are. */
const AccountOpening = v.object({
  type: v.literal('urn:nansha:account-opening'),
  credential_ids: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(8)),
  transaction_data_hashes_alg: v.optional(v.array(v.string())),
  bank: words,
  product: words,
  consents: v.pipe(v.array(words), v.minLength(1), v.maxLength(8)),
})

/** The types that the holder can be shown in words; any other must be refused (OpenID4VP 1.0 §8.4). */
export const TransactionData = v.variant('type', [AccountOpening])
export type TransactionData = v.InferOutput<typeof TransactionData>
export const TRANSACTION_TYPES = [AccountOpening.entries.type.literal] as const

/** @param text base64url of JSON. @returns `undefined` for what this wallet cannot show in words */
export function readTransactionData(text: string): TransactionData | undefined {
  const bytes = text.length <= 8192 ? decodeBase64url(text) : undefined
  const data = v.safeParse(TransactionData, bytes && parseJsonObject(bytes))
  if (!data.success) return undefined
  const { transaction_data_hashes_alg: algorithms } = data.output
  return algorithms === undefined || algorithms.includes('sha-256') ? data.output : undefined
}

/** What a KB-JWT says of the transaction data that it agrees to: digests of the texts as they were sent (Appendix B.3.3). */
export function transactionHashes(texts: readonly string[]) {
  return texts.length === 0
    ? {}
    : { transaction_data_hashes: texts.map(digestText), transaction_data_hashes_alg: 'sha-256' }
}
