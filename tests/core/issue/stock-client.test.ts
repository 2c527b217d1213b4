import { serveWallet } from '@nansha/core/issue/serve'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { expect, it } from 'vitest'
import { createWalletWorld } from '../../support/other-wallet'
import { createStockClient, newKey } from '../../support/stock-issuance'

it('a stock wallet of OpenID4VCI 1.0 gets a credential that is bound to its key and says so', async () => {
  // The stock library looks at the machine's clock.
  const made = await createWalletWorld(Date.now())
  const key = newKey()
  const asked: string[] = []
  const stock = createStockClient(async (input, init) => {
    const { pathname, host } = new URL(String(input))
    expect(host).toBe('id.example')
    asked.push(pathname)
    const headers = Object.fromEntries(new Headers(init?.headers))
    const { statusCode, ...answer } = await serveWallet(made.ports, {
      path: pathname,
      httpMethod: init?.method ?? 'GET',
      queryStringParameters: {},
      headers,
      body: init?.body ? String(init.body) : undefined,
      isBase64Encoded: false,
    })
    return new Response(answer.body, { status: statusCode, headers: answer.headers })
  }, key)
  const credential = await stock.collect(await made.offer())
  const jws = decodeJws(credential.split('~')[0] ?? '')
  expect(jws?.payload).toMatchObject({
    vct: 'https://id.example/trust/types/resident-id',
    cnf: { jwk: key.publicJwk },
    assurance: 'other-wallet',
    proofed: 'specimen',
    status: { status_list: { uri: expect.stringMatching(/\/online-status\//) } },
  })
  expect(jws?.payload).not.toHaveProperty('amr')
  expect(jws?.header.x5c).toHaveLength(1)
  expect(asked).toEqual([
    '/.well-known/openid-credential-issuer/issue',
    '/.well-known/oauth-authorization-server/issue',
    '/issue/token',
    '/issue/nonce',
    '/issue/credential',
  ])
})
