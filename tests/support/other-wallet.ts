import { randomBytes, randomInt } from 'node:crypto'
import type { IssuePorts } from '@nansha/core/issue/issue-to-wallet'
import { serveWallet } from '@nansha/core/issue/serve'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { CredentialOffered, OtherWallets } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { TestClock } from './clock'
import { askWallet } from './enrolled-citizen'
import { RECORD_KEYS } from './kept-database'
import { ALICE, PIN } from './online-phone'
import { createOnlineWorld, type OnlineWorld } from './online-world'
import { newKey } from './stock-issuance'

export const ISSUE = 'https://id.example/issue'
const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** Asks the issuer over HTTP. @returns the status and the JSON of its answer */
export type AskIssuer = (
  path: string,
  request: { readonly method?: string; readonly body?: string; readonly token?: string },
) => Promise<{ readonly status: number; readonly body: Record<string, unknown> }>

/** The function `issue` in this process, of a world in which somebody has an identity. */
export function issuerOf({ cloud }: Pick<OnlineWorld, 'cloud'>) {
  const ports: IssuePorts = {
    ...cloud.ports,
    signer: cloud.ports.onlineSigner,
    index: RECORD_KEYS.reference,
    randomBytes,
    randomInt,
  }
  const askIssuer: AskIssuer = async (path, { method = 'POST', body = '', token }) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const answer = await serveWallet(ports, {
      path,
      httpMethod: method,
      headers,
      body,
      queryStringParameters: {},
      isBase64Encoded: false,
    })
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : {} }
  }
  return { ports, askIssuer }
}

/** A citizen whose phone was just unlocked, and the function `issue` beside it. */
export async function createWalletWorld(start?: number) {
  const online = await createOnlineWorld(start)
  await online.unlock()
  const ask = <Result>(action: WalletAction) =>
    askWallet<Result>(online.cloud, ALICE, online.enrolled.key, action)
  return {
    ...online,
    ...issuerOf(online),
    ask,
    offer: () => ask<CredentialOffered>({ action: 'offer-credential' }),
    wallets: async () => (await ask<OtherWallets>({ action: 'other-wallets' })).wallets,
    unlockAgain: () => askWallet(online.cloud, ALICE, online.enrolled.key, { action: 'unlock', pin: PIN }),
  }
}

export type WalletWorld = Awaited<ReturnType<typeof createWalletWorld>>

/** The pre-authorised code in an offer. */
export function codeIn({ offer }: Pick<CredentialOffered, 'offer'>): string {
  const text = new URL(offer).searchParams.get('credential_offer') ?? ''
  return JSON.parse(text).grants[GRANT]['pre-authorized_code']
}

/** Redeems a code by hand. @returns the access token, or the error */
export async function redeem({ askIssuer }: Pick<WalletWorld, 'askIssuer'>, code: string, txCode: string) {
  const form = new URLSearchParams({ grant_type: GRANT, 'pre-authorized_code': code, tx_code: txCode })
  const { body } = await askIssuer('/token', { body: form.toString() })
  return String(body.access_token ?? body.error)
}

export async function nonceOf({ askIssuer }: Pick<WalletWorld, 'askIssuer'>): Promise<string> {
  return String((await askIssuer('/nonce', {})).body.c_nonce)
}

/** A key that another wallet made, and its proof; what a hostile one can vary. */
export function proofBy(
  clock: TestClock,
  nonce: string,
  { key = newKey(), audience = ISSUE }: { readonly key?: HolderKey; readonly audience?: string } = {},
): string {
  return createProofOfPossession({ key, audience, nonce, issuedAt: unixSeconds(clock.now) })
}

/** Asks for the credential by hand. @returns it, or the error */
export async function collect({ askIssuer }: Pick<WalletWorld, 'askIssuer'>, token: string, proof: string) {
  const body = JSON.stringify({ credential_configuration_id: 'resident-id', proofs: { jwt: [proof] } })
  const answer = await askIssuer('/credential', { token, body })
  const [issued] = (answer.body.credentials ?? []) as { credential: string }[]
  return issued?.credential ?? String(answer.body.error)
}

/** From the offer to the credential, as an honest wallet goes. */
export async function addWallet(made: WalletWorld, key = newKey()): Promise<string> {
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  return collect(made, token, proofBy(made.clock, await nonceOf(made), { key }))
}
