import { randomBytes } from 'node:crypto'
import type { CardRead, EnrolEvent, EnrolSubmitted, LivenessStep } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HistoryEntry, Receipt, WalletStatus } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { ErrorCode } from '@nansha/shared/errors'
import { createJws } from '@nansha/shared/jws/create-jws'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import * as v from 'valibot'

const DAY = 86_400
const NETWORK_ID = { orgId: '00000304', businessId: '0003', serial: '0123456789abcdef0123456789abcdef' }
const issuerKey = createHolderKey(new Uint8Array(48).fill(9))

/** A stand-in for the functions `enrol` and `wallet`, as one phone meets them. */
export interface CitizenCloud {
  /** Every action asked for, in order. */
  readonly actions: string[]
  /** What an enrolment ends in; by default a credential for `holder`. */
  submitted:
    | 'issued'
    | EnrolSubmitted
    | { readonly code: ErrorCode; readonly details?: Record<string, string | number> }
  /** The key of the phone: of the last submission's proof, or as the test says. */
  holder: EcPublicJwk
  status: WalletStatus
  entries: HistoryEntry[]
  receipt: Receipt
  network: boolean
  /** WeChat films, and the national network ID is asked for; a submission without it is refused. */
  networkId: boolean
  /** Actions that are refused, and with which code. */
  refusals: Partial<Record<string, ErrorCode>>
  /** @throws Error without network */
  answer(name: string, event: unknown): object
}

export function createCitizenCloud(): CitizenCloud {
  const cloud: CitizenCloud = {
    actions: [],
    submitted: 'issued',
    holder: createHolderKey(new Uint8Array(48).fill(1)).publicJwk,
    status: { status: 'valid', numberLocked: false },
    entries: [],
    receipt: { state: 'waiting' },
    network: true,
    networkId: false,
    refusals: {},
    answer(name, event) {
      if (!cloud.network) throw new Error('request:fail')
      const asked = name === 'enrol' ? (event as EnrolEvent) : openRequest(event)
      cloud.actions.push(asked.action)
      const code = cloud.refusals[asked.action]
      return code
        ? { ok: false, serverTime: Date.now(), code, details: {} }
        : { ok: true, serverTime: Date.now(), ...dispatch(cloud, asked) }
    },
  }
  return cloud
}

function openRequest(event: unknown): WalletAction | { readonly action: 'freeze' } {
  const { request } = event as { request?: string }
  if (request === undefined) return event as { action: 'freeze' }
  return decodeJws(request)?.payload as unknown as WalletAction
}

/** What the stand-in's challenge asks for, step by step. */
const REQUESTS = ['look-straight', 'turn-left', 'open-mouth', 'turn-right'] as const

function stepAt(number: number): LivenessStep | null {
  const request = REQUESTS[number]
  return request === undefined ? null : { number, request }
}

function dispatch(cloud: CitizenCloud, asked: EnrolEvent | ReturnType<typeof openRequest>): object {
  const now = unixSeconds(Date.now())
  switch (asked.action) {
    case 'begin':
      return {
        enrolmentId: 'enrolment-0000001',
        audience: 'https://id.example',
        nonce: 'nonce',
        expiresAt: now + 900,
        capture: cloud.networkId ? 'platform' : 'guided',
        networkId: cloud.networkId,
        uploads: {
          card: 'enrolments/1/card',
          emblem: 'enrolments/1/emblem',
          selfie: 'enrolments/1/selfie',
        },
      }
    case 'read-card':
      return { side: asked.side, fields: asked.side === 'portrait' ? readFields() : readEmblem() }
    case 'challenge':
      return { frames: 'enrolments/1/frame-c-', steps: REQUESTS.length, step: stepAt(0), expiresAt: now + 60 }
    case 'answer-step':
      return { step: stepAt(asked.step + 1) }
    case 'film':
      return { verifyId: 'verify-1', networkId: NETWORK_ID }
    case 'renew':
      return { credential: issueSpecimen(cloud) }
    case 'submit':
      cloud.holder = v.parse(EcPublicJwk, decodeJws(asked.proof)?.header.jwk)
      return cloud.networkId === (asked.idCardAuthData === `of ${NETWORK_ID.serial}`)
        ? submittedTo(cloud)
        : { ok: false, code: 'INPUT_INVALID', details: { field: 'idCardAuthData' } }
    case 'collect':
      return submittedTo(cloud)
    case 'handles':
      return { handles: Array.from({ length: asked.count }, () => newHandle(now + DAY)) }
    case 'passes':
      return {
        passes: Array.from({ length: asked.count }, () => `${randomBytes(8).toString('base64url')}~`),
        expiresAt: now + DAY,
        portrait: randomBytes(400).toString('base64'),
      }
    case 'status':
      return cloud.status
    case 'history':
      return { entries: cloud.entries }
    case 'receipt':
      return cloud.receipt
    case 'biometric-challenge':
      return { challenge: 'challenge', expiresAt: now + 120 }
    case 'freeze':
      cloud.status = { ...cloud.status, status: 'frozen' }
      return {}
    default:
      return {}
  }
}

function submittedTo({ submitted, holder }: CitizenCloud): object {
  if (submitted === 'issued') return { credential: issueSpecimen({ holder }) }
  return 'code' in submitted ? { ok: false, ...submitted } : submitted
}

function readFields(): CardRead['fields'] {
  const read = {
    number: '11010519491231002X',
    name: '李明',
    sex: 'female',
    ethnicity: '汉',
    birthdate: '1949-12-31',
    address: '广州市南沙区港前大道南1号',
  }
  return fieldsOf(read)
}

function readEmblem(): CardRead['fields'] {
  return fieldsOf({ authority: '广州市公安局南沙分局', validFrom: '2016-05-20', validUntil: 'long-term' })
}

function fieldsOf(read: Readonly<Record<string, string>>): CardRead['fields'] {
  const field = (value: string) => ({ value, confidence: 0.99, confirm: false })
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, field(value)]))
}

const goodAlways = (end: number) => ({
  'pin-or-biometric': end,
  'fresh-face-or-pin': end,
  'fresh-face-or-fresh-pin': end,
})

function newHandle(expiresAt: number) {
  return { handle: randomBytes(16).toString('base64url'), expiresAt, goodUntil: goodAlways(expiresAt) }
}

export interface Specimen {
  readonly holder: EcPublicJwk
  /** Of a person who does not exist, in place of the usual ones. */
  readonly claims?: object
  readonly validDays?: number
}

export function issueSpecimen({ holder, claims = {}, validDays = 365 }: Specimen): string {
  const person = { name: '李明', id_number: '11010519491231002X', ...claims }
  const disclosures = Object.entries(person).map(([name, value]) =>
    createDisclosure(new Uint8Array(randomBytes(16)), name, value),
  )
  const iat = unixSeconds(Date.now())
  const jws = createJws(
    issuerKey.privateKey,
    { typ: 'dc+sd-jwt' },
    {
      iss: 'https://id.example',
      issuer_id: 7,
      iat,
      exp: iat + validDays * DAY,
      assurance: 'specimen',
      cnf: { jwk: holder },
      _sd_alg: 'sha-256',
      _sd: disclosures.map(digestText),
    },
  )
  return `${[jws, ...disclosures].join('~')}~`
}
