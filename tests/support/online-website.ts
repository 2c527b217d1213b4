import { randomBytes } from 'node:crypto'
import { registerRelyingParty } from '@nansha/core/organisation/register-relying-party'
import { ONLINE_STATUS_LISTS } from '@nansha/core/records/online-credentials'
import { createTransactions, Refused, type RelyingParty } from '@nansha/relying-party'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createCertificate } from '@nansha/shared/x509/create-certificate'
import { ISSUER } from './issuer'
import { type OnlineCloud, OPERATOR } from './online-cloud'
import {
  ACCESS_AUTHORITY,
  OPEN_ACCOUNT,
  PORTAL_DOMAIN,
  PORTAL_KEY,
  registrantWith,
  SIGN_IN,
} from './registered-portal'

export const WALLET_LINK = 'https://id.example/vp/'

/** A website that the operator registered, and what goes over the wire between it and the relay. */
export async function registerWebsite({ cloud, register, issuerAuthority, times }: OnlineCloud) {
  const { database, now } = cloud.ports
  const certificate = createCertificate(ACCESS_AUTHORITY, {
    serial: Uint8Array.of(1, ...randomBytes(8)),
    subject: { commonName: PORTAL_DOMAIN, organisation: '南沙政务大厅' },
    publicJwk: PORTAL_KEY.publicJwk,
    domains: [PORTAL_DOMAIN],
    ...times,
  })
  const registrant = registrantWith(certificate, {
    purposes: [
      { ...SIGN_IN, claims: [...SIGN_IN.claims, ['pairwise_id']] },
      { ...OPEN_ACCOUNT, unlock: 'fresh-face' },
    ],
  })
  const { clientId } = await registerRelyingParty(register, OPERATOR, { registrant })

  const relyingParty: RelyingParty = {
    key: { ...PORTAL_KEY.publicJwk, d: PORTAL_KEY.privateKey },
    certificate: encodeBase64(certificate),
    walletLink: WALLET_LINK,
    requestUri: (id) => `https://${PORTAL_DOMAIN}/request/${id}`,
    responseUri: (id) => `https://${PORTAL_DOMAIN}/answer/${id}`,
    issuers: async () => [{ iss: ISSUER, authorities: [encodeBase64(issuerAuthority)] }],
    fetchStatusList: async (uri) => {
      const list = await database.in(ONLINE_STATUS_LISTS).get(uri.slice(uri.lastIndexOf('/') + 1))
      return list?.token ?? ''
    },
    now,
    assurances: ['specimen', 'guided-face', 'platform-face', 'face+registry', 'in-person'],
  }
  const transactions = createTransactions(
    relyingParty,
    (code) => `https://${PORTAL_DOMAIN}/back?response_code=${code}`,
  )

  /** What went over the wire between relay and portal. */
  const wire: {
    readonly address: string
    readonly fields: Readonly<Record<string, string>>
    readonly body: string
  }[] = []
  const post = async (address: string, fields: Readonly<Record<string, string>>) => {
    const answered = await servePortal(transactions, address, fields)
    wire.push({ address, fields, body: answered.body })
    return answered
  }

  return { registrant, clientId, relyingParty, transactions, wire, post }
}

export type OnlineWebsite = Awaited<ReturnType<typeof registerWebsite>>

/** The website's two addresses for wallets, as web/portal serves them. */
async function servePortal(
  transactions: ReturnType<typeof createTransactions>,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; body: string }> {
  const [, place = '', id = ''] = /^https:\/\/[^/]+\/(request|answer)\/([\w-]+)$/.exec(address) ?? []
  try {
    if (place === 'request') return { status: 200, body: await transactions.sign(id, fields.wallet_nonce) }
    return { status: 200, body: JSON.stringify(await transactions.receive(id, fields.response ?? '')) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: place === 'request' ? 410 : 400, body: JSON.stringify({ error: 'invalid_request' }) }
  }
}
