import { deflateSync } from 'node:zlib'
import { SIGNING_CALLERS, type SigningCaller } from '@nansha/core/signing/signing-request'
import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { ISSUER } from '../support/issuer'
import { holderKey } from '../support/keys'
import { createSigning } from '../support/signing'

// Somebody who runs code in a function, and has the key by which it asks `signer`, but no key that signs.

const DAY = 86_400
const jwk = holderKey().publicJwk
const DIGEST = 'd'.repeat(43)
const common = {
  iss: ISSUER,
  iat: NOW,
  nbf: NOW,
  exp: NOW + DAY,
  cnf: { jwk },
  status: { status_list: { idx: 7, uri: `${ISSUER}/status/1` } },
  assurance: 'face+registry',
  issuer_id: 1,
}
const credential = {
  ...common,
  vct: `${ISSUER}/types/resident-id`,
  exp: NOW + 365 * DAY,
  _sd: [DIGEST],
  _sd_alg: 'sha-256',
}
const pass = {
  ...common,
  vct: `${ISSUER}/types/gate-pass`,
  jti: 'abcdef',
  unlock: 'pin',
  portrait_digest: 'p'.repeat(22),
  name: '李明',
  id_number_last4: '002X',
}
const lst = (bytes: Uint8Array) => deflateSync(bytes).toString('base64url')
const EMPTY = new Uint8Array(STATUS_LIST_SIZE / 4)
const statusList = {
  sub: `${ISSUER}/status/1`,
  iat: NOW,
  exp: NOW + DAY,
  ttl: 300,
  status_list: { bits: 2, lst: lst(EMPTY) },
}
const verdict = {
  iss: ISSUER,
  aud: 'organisation-0001',
  iat: NOW,
  ticket: DIGEST,
  use: 'u'.repeat(22),
  scenario: 'hotel',
  unlock: 'pin',
  claims: { name: '李明', id_number_last4: '002X' },
  portrait_digest: DIGEST,
}
const bundle = {
  iss: ISSUER,
  iat: NOW,
  exp: NOW + DAY,
  trust_list: 'a.b.c',
  status_lists: { [`${ISSUER}/status/1`]: DIGEST },
  licence: {
    organisationId: 'organisation-0001',
    name: { zh: '南沙酒店', en: 'Nansha Hotel' },
    scenarios: ['hotel'],
    expiresAt: NOW + DAY,
  },
}
const deskCode = { issuer: 1, scenario: 'bank', nonce: 'n'.repeat(22), iat: NOW, zh: '南沙银行', en: 'Bank' }
const head = { iss: ISSUER, iat: NOW, size: 3, hash: DIGEST }
const exported = { iss: ISSUER, iat: NOW, sha256: DIGEST }

const CREDENTIAL = 'dc+sd-jwt'
const GOOD = [
  ['enrol', CREDENTIAL, credential],
  ['wallet', CREDENTIAL, credential],
  ['wallet', CREDENTIAL, pass],
  ['wallet', 'nansha-export+jwt', exported],
  ['sweep', 'statuslist+jwt', statusList],
  ['sweep', 'nansha-log-head+jwt', head],
  ['verify', 'nansha-verdict+jwt', verdict],
  ['verify', 'nansha-bundle+jwt', bundle],
  ['verify', 'nansha-desk+jwt', deskCode],
] as const

let signing: ReturnType<typeof createSigning>
beforeEach(() => {
  signing = createSigning()
})
const ask = (caller: SigningCaller, typ: string, payload: object) =>
  signing.signerOf(caller).sign(typ, payload)

it.each(GOOD)('(honestly: %s has a %s signed)', async (caller, typ, payload) => {
  await expect(ask(caller, typ, payload)).resolves.toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
})

it('no function has signed what is the work of another', async () => {
  const rights = new Set(GOOD.map(([caller, typ, payload]) => `${caller} ${typ} ${'jti' in payload}`))
  let refused = 0
  for (const caller of SIGNING_CALLERS)
    for (const [, typ, payload] of GOOD) {
      if (rights.has(`${caller} ${typ} ${'jti' in payload}`)) continue
      await expect(ask(caller, typ, payload), `${caller} ${typ}`).rejects.toThrow(
        /CALLER_FORBIDDEN|INPUT_INVALID/,
      )
      refused++
    }
  // Of each credential both who enrol and who renew have it signed.
  expect(refused).toBe(GOOD.length * SIGNING_CALLERS.length - (GOOD.length + 2))
})

it.each(['JWT', 'nansha-trust-list+jwt', 'kb+jwt', 'openid4vci-proof+jwt', '', 'constructor', 'DC+SD-JWT'])(
  'nothing of the type "%s" is signed',
  async (typ) => {
    for (const [caller, , payload] of GOOD)
      await expect(ask(caller, typ, payload)).rejects.toThrow('CALLER_FORBIDDEN')
  },
)

it.each(GOOD)('for %s, no %s with a member too many or too few is signed', async (caller, typ, payload) => {
  await expect(ask(caller, typ, { ...payload, admin: true })).rejects.toThrow('INPUT_INVALID')
  for (const name of Object.keys(payload)) {
    if (typ === 'nansha-verdict+jwt' && name === 'portrait_digest') continue
    const { [name]: _, ...rest } = payload as Record<string, unknown>
    await expect(ask(caller, typ, rest), name).rejects.toThrow('INPUT_INVALID')
  }
})

it.each(GOOD)('for %s, no %s of another time is signed', async (caller, typ, payload) => {
  for (const iat of [NOW - 3600, NOW + 3600, NOW - 121, 0, '1', null]) {
    const lasting = 'exp' in payload ? { exp: Number(iat) + payload.exp - NOW } : {}
    const starting = 'nbf' in payload ? { nbf: iat } : {}
    await expect(ask(caller, typ, { ...payload, ...lasting, ...starting, iat })).rejects.toThrow(
      'INPUT_INVALID',
    )
  }
})

describe.each([
  ['a credential of another issuer', 'enrol', CREDENTIAL, credential, { iss: 'https://other.example' }],
  [
    'of a type that is never issued',
    'enrol',
    CREDENTIAL,
    credential,
    { vct: `${ISSUER}/types/driving-licence` },
  ],
  ['that is good for longer', 'enrol', CREDENTIAL, credential, { exp: NOW + 366 * DAY }],
  ['that is good before it is made', 'enrol', CREDENTIAL, credential, { nbf: NOW - 1 }],
  ['with a claim in clear', 'enrol', CREDENTIAL, credential, { name: '李明' }],
  ['with a digest twice', 'enrol', CREDENTIAL, credential, { _sd: [DIGEST, DIGEST] }],
  ['with more digests than claims', 'enrol', CREDENTIAL, credential, { _sd: manyDigests(20) }],
  ['with a weak hash', 'enrol', CREDENTIAL, credential, { _sd_alg: 'md5' }],
  ['of a private key', 'enrol', CREDENTIAL, credential, { cnf: { jwk: { ...jwk, d: DIGEST } } }],
  ['with a status elsewhere', 'enrol', CREDENTIAL, credential, statusAtOf('https://other.example/status/1')],
  [
    'without a place',
    'enrol',
    CREDENTIAL,
    credential,
    { status: { status_list: { idx: -1, uri: common.status } } },
  ],
  ['of a specimen', 'enrol', CREDENTIAL, credential, { assurance: 'specimen' }],
  ['of an assurance that there is not', 'enrol', CREDENTIAL, credential, { assurance: 'sworn' }],
  ['of the neighbour', 'enrol', CREDENTIAL, credential, { issuer_id: 2 }],
  ['a pass of two days', 'wallet', CREDENTIAL, pass, { exp: NOW + 2 * DAY }],
  ['that shows the whole number', 'wallet', CREDENTIAL, pass, { id_number: '11010519491231002X' }],
  ['that shows it as its last four', 'wallet', CREDENTIAL, pass, { id_number_last4: '11010519491231002X' }],
  ['for the age that names somebody', 'wallet', CREDENTIAL, pass, { vct: `${ISSUER}/types/age-pass` }],
  [
    'a list that revokes by a value without meaning',
    'sweep',
    'statuslist+jwt',
    statusList,
    listOf(EMPTY.map(() => 3)),
  ],
  ['of another size', 'sweep', 'statuslist+jwt', statusList, listOf(new Uint8Array(8))],
  ['that inflates without end', 'sweep', 'statuslist+jwt', statusList, listOf(new Uint8Array(5_000_000))],
  ['that is no list', 'sweep', 'statuslist+jwt', statusList, { status_list: { bits: 2, lst: 'AAAA' } }],
  ['that is good for a week', 'sweep', 'statuslist+jwt', statusList, { exp: NOW + 7 * DAY }],
  [
    'at an address of somebody else',
    'sweep',
    'statuslist+jwt',
    statusList,
    { sub: 'https://other.example/status/1' },
  ],
  [
    'a verdict that shows more than asked',
    'verify',
    'nansha-verdict+jwt',
    verdict,
    { claims: { address: '南沙' } },
  ],
  [
    'a verdict on a child for a bank',
    'verify',
    'nansha-verdict+jwt',
    verdict,
    { scenario: 'bank', claims: { name: '陈小雨', guardian_name: '李明', guardian_relation: 'mother' } },
  ],
  ['for a bar that says who it is', 'verify', 'nansha-verdict+jwt', verdict, { scenario: 'age' }],
  ['a bundle for a month', 'verify', 'nansha-bundle+jwt', bundle, { exp: NOW + 30 * DAY }],
  [
    'with lists of somebody else',
    'verify',
    'nansha-bundle+jwt',
    bundle,
    { status_lists: { 'https://other.example/1': DIGEST } },
  ],
  ['an export with the data in it', 'wallet', 'nansha-export+jwt', exported, { text: '{}' }],
  ['of another issuer', 'wallet', 'nansha-export+jwt', exported, { iss: 'https://other.example' }],
  ['a desk code where none is shown', 'verify', 'nansha-desk+jwt', deskCode, { scenario: 'gate' }],
  ['of another issuer', 'verify', 'nansha-desk+jwt', deskCode, { issuer: 2 }],
] as const)('%s', (_name, caller, typ, payload, change) => {
  it('is signed for nobody', async () => {
    await expect(ask(caller, typ, { ...payload, ...change })).rejects.toThrow('INPUT_INVALID')
  })
})

function manyDigests(count: number): string[] {
  return Array.from({ length: count }, (_, n) => String(n).padStart(43, 'd'))
}
function statusAtOf(uri: string): object {
  return { status: { status_list: { idx: 7, uri } } }
}
function listOf(bytes: Uint8Array): object {
  return { status_list: { bits: 2, lst: lst(bytes) } }
}
