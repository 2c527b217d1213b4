import { randomBytes } from 'node:crypto'
import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { type PortalPorts, readPortal } from '@nansha/citizen/src/online/read-portal'
import { createWalletSession } from '@nansha/citizen/src/wallet/wallet-session'
import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { ONLINE } from '@nansha/core/credential/status-series'
import { createSigner } from '@nansha/core/crypto/signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import {
  registerRelyingParty,
  vouchFor,
  withdrawRelyingParty,
} from '@nansha/core/organisation/register-relying-party'
import { carry } from '@nansha/core/present/carry'
import { ONLINE_STATUS_LISTS } from '@nansha/core/records/online-credentials'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { Ask } from '@nansha/kit/cloud/ask'
import { createTransactions, type Question, Refused, type RelyingParty } from '@nansha/relying-party'
import type { OrganisationEvent } from '@nansha/shared/api/organisation'
import type { PresentEvent } from '@nansha/shared/api/present'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import type { Path } from '@nansha/shared/openid4vp/asked-of'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import { createAuthorityCertificate, createCertificate } from '@nansha/shared/x509/create-certificate'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from './enrol-ports'
import { askWallet, enrolCitizen } from './enrolled-citizen'
import { ISSUER } from './issuer'
import { holderKey } from './keys'
import {
  ACCESS_AUTHORITY,
  OPEN_ACCOUNT,
  PORTAL_DOMAIN,
  PORTAL_KEY,
  registrantWith,
  registrarSigner,
  SIGN_IN,
} from './portal'
import { signTrustList, TRUST_LIST } from './trust'

const ISSUING_AUTHORITY = { key: holderKey(215), name: { commonName: 'issuing', organisation: '南沙身份' } }
const issuerKey = holderKey(214)
const YEAR = 365 * 86_400
export const OPERATOR = 'wxv:operator' as const
export const ALICE = 'wxc:alice' as const
export const PIN = '135246'
export const WALLET_LINK = 'https://id.example/vp/'

/**
 * One cloud, one citizen with a phone, one website, all in this process, and a clock to set.
 *
 * @param start Unix milliseconds
 */
export async function createOnlineWorld(start?: number) {
  const made = createEnrolPorts(start)
  const { clock } = made
  const seconds = () => unixSeconds(clock.now)
  const times = { notBefore: seconds() - 86_400, notAfter: seconds() + YEAR }
  const { issuerAuthority, issuerCertificate, accessAuthority } = certificates(times)
  const onlineSigner = createSigner(issuerKey.privateKey, issuerKey.publicJwk, { x5c: [issuerCertificate] })
  const [own] = TRUST_LIST.issuers
  if (!own) throw new Error('no issuer')
  const trust = {
    ...TRUST_LIST,
    iat: seconds(),
    exp: seconds() + YEAR,
    issuers: [
      {
        ...own,
        iss: ISSUER,
        logKeys: [],
        registrarKeys: [registrarSigner.publicJwk],
        accessAuthorities: [encodeBase64(accessAuthority)],
        issuingAuthorities: [encodeBase64(issuerAuthority)],
      },
    ],
  }
  const cloud = { ...made, ports: { ...made.ports, onlineSigner, trust, trustList: signTrustList(trust) } }
  const { database, now, randomId } = cloud.ports
  const publish = () =>
    publishStatusLists({ ...cloud.ports, vouched: database, signer: onlineSigner }, ONLINE)
  await publish()

  const verifySignature = createWebCryptoVerifier()
  const register = {
    database,
    now,
    randomId,
    operators: { accounts: new Set([OPERATOR]), keys: new Map() },
    registrar: {
      signer: registrarSigner,
      issuerUrl: ISSUER,
      authorities: [accessAuthority],
      verifySignature,
    },
  }

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
  const present = { trust, issuerUrl: ISSUER, now, verifySignature, post }

  const ask: Ask = async <Result>(name: string, event: object) => {
    if (name === 'present') return (await carry(present, event as PresentEvent)) as Result
    if (name === 'organisation') {
      const asked = event as Extract<OrganisationEvent, { action: 'relying-party' }>
      return (await vouchFor(register, asked.clientId)) as Result
    }
    const { request } = event as { request: string }
    return (await dispatch(cloud.ports, await openRequest(cloud.ports, ALICE, request))) as Result
  }

  const enrolled = (await enrolCitizen(cloud, ALICE)) as {
    readonly key: HolderKey
    readonly credential: string
  }
  const storage = new Map<string, string>()
  const wallet = createWalletSession({
    ask,
    storage: {
      get: async (key) => storage.get(key),
      set: async (key, value) => void storage.set(key, value),
      remove: async (key) => void storage.delete(key),
    },
    now,
    randomBytes: async (length) => Uint8Array.from(randomBytes(length)),
  })
  await wallet.keep({ key: enrolled.key, credential: enrolled.credential })
  await askWallet(cloud, ALICE, enrolled.key, { action: 'set-pin', pin: PIN })
  const phone: PortalPorts = {
    ask,
    wallet,
    trust: { read: async () => trust },
    now,
    randomBytes: async (length) => Uint8Array.from(randomBytes(length)),
  }

  return {
    cloud,
    clock,
    phone,
    enrolled,
    present,
    register,
    registrant,
    clientId,
    relyingParty,
    transactions,
    wire,
    publish,
    withdraw: () => withdrawRelyingParty(register, OPERATOR, clientId),
    /** The holder enters the PIN. */
    unlock: () => askWallet(cloud, ALICE, enrolled.key, { action: 'unlock', pin: PIN }),
    /** Reads the link and agrees to all that must be shown, and to what is chosen. */
    answer: async (link: string, chosen: readonly Path[] = []) =>
      answerPortal(phone, await readPortal(phone, link), chosen),
  }
}

/** What a hostile phone can vary in its answer. */
export interface Forgery {
  readonly key?: HolderKey
  readonly sdJwt?: string
  readonly request?: object
  readonly paths?: readonly Path[]
  readonly issuedAt?: number
}

/** Opens a transaction and makes an answer to it that says what `forged` says. @returns what the website makes of it */
export async function answerForged(
  { phone, transactions, clock }: OnlineWorld,
  question: Question,
  forged: Forgery = {},
): Promise<string> {
  const { id, link } = await transactions.begin('session', question, 'cross-device')
  const { verified, asked } = await readPortal(phone, link)
  const key = holderKey(77)
  const sdJwt =
    forged.sdJwt ??
    (await phone.wallet.client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined }))
  const response = createAnswer({ ...verified.request, ...forged.request }, verified.recipient, {
    credentialId: asked.credentialId,
    sdJwt,
    key: forged.key ?? key,
    paths: forged.paths ?? asked.required,
    issuedAt: forged.issuedAt ?? unixSeconds(clock.now),
    sessionCode: '246802',
    random: Uint8Array.from(randomBytes(60)),
  })
  return refusalIn(() => transactions.receive(id, response))
}

export type OnlineWorld = Awaited<ReturnType<typeof createOnlineWorld>>

export const ASK_NAME: Question = { purpose: 'sign-in', claims: [['name'], ['id_number']] }

/** The code of a refusal, of the phone or of the kit; its check behind a slash. */
export async function refusalIn(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Refused) return error.code
    if (!(error instanceof NanshaError)) throw error
    return [error.code, error.details.check].filter(Boolean).join('/')
  }
}

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

function certificates(times: { readonly notBefore: number; readonly notAfter: number }) {
  const { hostname } = new URL(ISSUER)
  const serial = Uint8Array.of(1)
  return {
    issuerAuthority: createAuthorityCertificate(ISSUING_AUTHORITY, { serial, ...times }),
    accessAuthority: createAuthorityCertificate(ACCESS_AUTHORITY, { serial, ...times }),
    issuerCertificate: encodeBase64(
      createCertificate(ISSUING_AUTHORITY, {
        serial: Uint8Array.of(2),
        subject: { commonName: hostname, organisation: '南沙身份' },
        publicJwk: issuerKey.publicJwk,
        domains: [hostname],
        ...times,
      }),
    ),
  }
}
