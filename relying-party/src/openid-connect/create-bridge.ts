import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JWK } from 'jose'
import { type ClientMetadata, type Configuration, interactionPolicy, Provider } from 'oidc-provider'
import { Refused } from '../refused'
import type { RelyingParty } from '../relying-party'
import { createTransactions } from '../transactions'
import { readForm } from './read-form'
import { createSignInPages, leadBack } from './serve-sign-in'
import { acrOf, CLAIMS_OF_SCOPES, claimsFor, createSignIns } from './sign-ins'

/** Long enough for one sign-in and the questions that follow it; nothing here outlives it. */
const KEPT_SECONDS = 600

export interface BridgeOptions {
  /** `https://login.example`, on a domain of the certificate. */
  readonly issuer: string
  readonly relyingParty: RelyingParty
  /** The purpose of the registration for which sites sign people in. */
  readonly purpose: string
  /** Sites, as OpenID Connect Dynamic Client Registration 1.0 §2 describes them. */
  readonly clients: readonly ClientMetadata[]
  /** Private keys with `alg` and `kid`; ID tokens are signed with the first unless a site asks otherwise. */
  readonly keys: readonly JWK[]
  /** Signs cookies. */
  readonly cookieSecret: string
  /** 32 random bytes from which `sub` is derived. Keep them: with others every visitor is a stranger. */
  readonly subjectSecret: Uint8Array
  /** Where codes and tokens lie. Left out, in the memory of this process. */
  readonly adapter?: Configuration['adapter']
}

export type Bridge = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * An OpenID Connect provider whose sign-in is a Nansha ID, for sites that know nothing else: `sub` is pairwise, `acr` says how
 * strongly the identity was verified, and with the scope `openid` alone no name is disclosed. Every sign-in is asked of the
 * wallet; there is no session of the bridge's own that would sign somebody in without it.
 *
 * @returns a handler for `http.createServer`
 */
export function createBridge(options: BridgeOptions): Bridge {
  const { issuer, relyingParty, purpose } = options
  const transactions = createTransactions(relyingParty, (code) => `${issuer}/back?response_code=${code}`)
  const signIns = createSignIns(options.subjectSecret, relyingParty.now)
  const provider = new Provider(issuer, configurationOf(options, signIns))
  // What it believes of the headers is set by `fromIssuer` for every request.
  provider.proxy = true
  const setAddress = fromIssuer(new URL(issuer))
  const question = (scopes: readonly string[]) => ({ purpose, claims: claimsFor(scopes) })
  const serveSignIn = createSignInPages({ provider, transactions, signIns, question })
  const handle = provider.callback()

  const serveWallet = async (
    place: string,
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const reply = (status: number, type: string, body: string) =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    try {
      const form = await readForm(request)
      if (place === 'request') {
        const object = await transactions.sign(id, form.get('wallet_nonce') ?? undefined)
        return reply(200, 'application/oauth-authz-req+jwt', object)
      }
      const answer = await transactions.receive(id, form.get('response') ?? '')
      return reply(200, 'application/json', JSON.stringify(answer))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return reply(place === 'request' ? 410 : 400, 'application/json', '{"error":"invalid_request"}')
    }
  }

  return async (request, response) => {
    try {
      setAddress(request)
      // Throws for what is no address, such as `//`.
      const { pathname } = new URL(request.url ?? '/', issuer)
      const [, place = '', id = ''] = /^\/(request|answer)\/([\w-]+)$/.exec(pathname) ?? []
      if (place && request.method === 'POST') return await serveWallet(place, id, request, response)
      if (pathname === '/back') return leadBack(request, response)
      if (/^\/interaction\/[\w-]+(\/\w+)?$/.test(pathname))
        return await serveSignIn(request, response, pathname)
      await handle(request, response)
    } catch {
      // An interaction that ran out, or of another browser. What went wrong inside is the provider's to report.
      if (!response.headersSent) response.writeHead(400, { 'cache-control': 'no-store' })
      response.end()
    }
  }
}

/**
 * The provider builds addresses from a request's headers, which whoever asks can write. Here they say what the issuer says, so
 * that no metadata or redirect leads elsewhere, whatever a proxy lets through.
 */
function fromIssuer({ host, protocol }: URL) {
  return ({ headers }: IncomingMessage): void => {
    for (const name of Object.keys(headers)) if (/^(x-)?forwarded/.test(name)) delete headers[name]
    headers.host = host
    headers['x-forwarded-proto'] = protocol.slice(0, -1)
  }
}

function configurationOf(
  { clients, keys, cookieSecret, adapter, relyingParty }: BridgeOptions,
  signIns: ReturnType<typeof createSignIns>,
): Configuration {
  const alg = keys[0]?.alg
  return {
    clients: [...clients],
    jwks: { keys: keys.map((key) => ({ ...key, kty: key.kty ?? 'EC' })) },
    cookies: { keys: [cookieSecret] },
    ...(adapter && { adapter }),
    ...(alg && { clientDefaults: { id_token_signed_response_alg: alg as 'ES256' } }),
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_, accountId, client) =>
      signIns.subjectOf(accountId, String(client.sectorIdentifier)),
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      ...Object.fromEntries(
        Object.entries(CLAIMS_OF_SCOPES).map(([scope, [claim = '']]) => [scope, [claim]]),
      ),
    },
    ttl: {
      Interaction: KEPT_SECONDS,
      Grant: KEPT_SECONDS,
      Session: KEPT_SECONDS,
      AccessToken: KEPT_SECONDS,
      IdToken: KEPT_SECONDS,
    },
    acrValues: relyingParty.assurances.map(acrOf),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}`, policy: alwaysAsk() },
    findAccount: (_, accountId) => {
      const claims = signIns.claimsOf(accountId)
      return claims && { accountId, claims: async () => claims }
    },
    // The citizen agreed on the phone, to exactly these scopes.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope([...oidc.requestParamScopes].join(' '))
      await grant.save()
      return grant
    },
  }
}

function alwaysAsk() {
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')
    ?.checks.add(
      new Check('ask_wallet', 'every sign-in is asked of the wallet', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  return policy
}
