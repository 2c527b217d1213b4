import type { ServerResponse } from 'node:http'
import { type createTransactions, Refused } from '@nansha/relying-party'
import { answerJson, HEADERS } from './http'

/**
 * Serves the two addresses that wallets use: no cookie, no page.
 *
 * @param place `request`, where a wallet fetches the request, or `answer`, where it posts its response
 * @param id of the transaction
 */
export async function serveWallet(
  transactions: ReturnType<typeof createTransactions>,
  place: string,
  id: string,
  form: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  try {
    if (place === 'request') {
      const object = await transactions.sign(id, form.get('wallet_nonce') ?? undefined)
      response.writeHead(200, { ...HEADERS, 'content-type': 'application/oauth-authz-req+jwt' }).end(object)
      return
    }
    answerJson(response, 200, await transactions.receive(id, form.get('response') ?? ''))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    answerJson(response, place === 'request' ? 410 : 400, { error: 'invalid_request' })
  }
}
