import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBridge } from '@nansha/relying-party/openid-connect'
import { exportJWK, generateKeyPair } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createVisitor, type Visitor } from '../../../support/cookie-browser'
import { createOnlineWorld, type OnlineWorld } from '../../../support/online-world'
import { PORTAL_DOMAIN } from '../../../support/registered-portal'

const REDIRECT = 'https://shop.example/cb'
const sites = ['shop', 'club'] as const
type Site = (typeof sites)[number]

let online: OnlineWorld
let server: Server
let issuer: string
/** Where the bridge led the last wallet back to. */
let ledTo: string

beforeAll(async () => {
  online = await createOnlineWorld(Date.now())
  server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const handle = createBridge({
    issuer,
    relyingParty: online.relyingParty,
    purpose: 'sign-in',
    clients: sites.map((site) => ({
      client_id: site,
      client_secret: `secret of ${site}`,
      redirect_uris: [REDIRECT.replace('shop', site)],
    })),
    keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', kid: '1', use: 'sig' }],
    cookieSecret: randomBytes(32).toString('hex'),
    subjectSecret: randomBytes(32),
  })
  // The relay reaches the certified domain; here it is this machine.
  online.present.post = async (address, fields) => {
    const response = await fetch(address.replace(`https://${PORTAL_DOMAIN}`, issuer), {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    const body = await response.text()
    ledTo = /"redirect_uri":"([^"]+)"/.exec(body)?.[1] ?? ''
    return { status: response.status, body }
  }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('a site that knows OpenID Connect alone', () => {
  let visitor: Visitor
  beforeEach(() => {
    visitor = createVisitor(issuer)
  })

  it('gets a pseudonym, how strongly it was verified, and no name, with the scope openid alone', async () => {
    const { claims, userinfo } = await signIn('shop', 'openid', visitor)
    expect(claims).toMatchObject({ acr: 'urn:nansha:assurance:specimen', amr: ['pin'] })
    expect(claims?.sub).toMatch(/^[\w-]{43}$/)
    expect({ ...claims, ...userinfo }).not.toHaveProperty('name')
    expect(JSON.stringify([claims, userinfo])).not.toContain('李明')
  })

  it('gets what its scopes say, from the userinfo endpoint', async () => {
    const { userinfo } = await signIn('shop', 'openid profile identity address', visitor)
    expect(userinfo).toMatchObject({ name: '李明', id_number: '11010519491231002X' })
    expect(userinfo).toHaveProperty('address.formatted')
  })

  it('knows a citizen again, whom another site knows by another name', async () => {
    const first = await signIn('shop', 'openid', visitor)
    const again = await signIn('shop', 'openid', createVisitor(issuer))
    const elsewhere = await signIn('club', 'openid', createVisitor(issuer))
    expect(again.claims?.sub).toBe(first.claims?.sub)
    expect(elsewhere.claims?.sub).not.toBe(first.claims?.sub)
  })

  it('has every sign-in asked of the wallet, and gets nothing of an earlier one in the same browser', async () => {
    await signIn('shop', 'openid profile', visitor)
    const { page } = await begin('shop', 'openid profile', visitor)
    expect(page).toContain('data-link=')
  })

  it('signs in on one device whoever the wallet leads back to the browser that began, and nobody in another', async () => {
    await online.unlock()
    const { place } = await begin('shop', 'openid', visitor)
    await online.answer((await visitor.get(`${place}/here`)).location)
    const stranger = await createVisitor(issuer).get(ledTo)
    expect(stranger.location).toBe('')
    const arrived = await visitor.get(ledTo)
    expect(new URL(arrived.location).searchParams.get('code')).toMatch(/./)
  })

  it('hears that the visitor cancelled', async () => {
    const { place } = await begin('shop', 'openid', visitor)
    const arrived = await visitor.post(`${place}/cancel`, {})
    expect(new URL(arrived.location).searchParams.get('error')).toBe('access_denied')
  })

  it('gets nobody for other digits than the phone shows', async () => {
    const { page, place } = await begin('shop', 'openid', visitor)
    const { sessionCode } = await online.answer(linkOn(page))
    const wrong = sessionCode === '000000' ? '000001' : '000000'
    const answered = await visitor.post(`${place}/code`, { code: wrong })
    expect(answered.page).toContain('数字不对')
  })

  it('gets nobody who comes with the cookie of no interaction', async () => {
    const { place } = await begin('shop', 'openid', visitor)
    expect((await createVisitor(issuer).get(place)).status).toBe(400)
  })
})

async function begin(site: Site, scope: string, visitor: Visitor) {
  const config = await client.discovery(new URL(issuer), site, `secret of ${site}`, undefined, {
    execute: [client.allowInsecureRequests],
  })
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT.replace('shop', site),
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const { page, place } = await visitor.get(address.href)
  return { config, verifier, state, nonce, page, place }
}

async function signIn(site: Site, scope: string, visitor: Visitor) {
  await online.unlock()
  const { config, verifier, state, nonce, page, place } = await begin(site, scope, visitor)
  const { sessionCode } = await online.answer(linkOn(page))
  const { location } = await visitor.post(`${place}/code`, { code: sessionCode })
  const tokens = await client.authorizationCodeGrant(config, new URL(location), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
  })
  const claims = tokens.claims()
  const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
  return { claims, userinfo }
}

function linkOn(page: string): string {
  return (/data-link="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&#38;', '&')
}
