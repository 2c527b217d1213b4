import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBridge } from '@nansha/relying-party/openid-connect'
import { exportJWK, generateKeyPair } from 'jose'
import { expect, it } from 'vitest'
import { sendRaw } from '../../support/http'
import { createOnlineWorld } from '../../support/online-world'

it('a request for an address that is none does not end the OpenID Connect bridge for everybody', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const failures: unknown[] = []
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // Nobody catches this where the bridge is the server's handler, and Node.js ends the process.
      failures.push(error)
      response.end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const handle = createBridge({
    issuer,
    relyingParty: (await createOnlineWorld(Date.now())).relyingParty,
    purpose: 'sign-in',
    clients: [],
    keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', kid: '1', use: 'sig' }],
    cookieSecret: randomBytes(32).toString('hex'),
    subjectSecret: randomBytes(32),
  })
  try {
    for (const address of ['//', '///', '//[', '/\\'])
      expect([address, (await sendRaw(issuer, 'GET', address)).status]).toEqual([address, 400])
    expect(failures).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
