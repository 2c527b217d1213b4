import { CounterEvent } from '@nansha/shared/api/counter'
import { EnrolEvent } from '@nansha/shared/api/enrol'
import { SignedCall } from '@nansha/shared/api/operator'
import { OrganisationEvent } from '@nansha/shared/api/organisation'
import { PresentEvent } from '@nansha/shared/api/present'
import { SpecimenEvent } from '@nansha/shared/api/specimen'
import { StaysEvent } from '@nansha/shared/api/stays'
import { TelephoneEvent } from '@nansha/shared/api/telephone'
import { TrustEvent } from '@nansha/shared/api/trust'
import { VerifyEvent } from '@nansha/shared/api/verify'
import { WalletAction, WalletEvent } from '@nansha/shared/api/wallet'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { type Edges, list, members, oneOf, optional, text, whole, YES, YES_OR_NO } from './edges'
import {
  ADDRESS,
  COUNTRY,
  DAY,
  DIGEST,
  FILE,
  GROUP,
  ID,
  JWS,
  NAME,
  NUMBER,
  SECONDS,
  SIDE,
  shown,
  upTo,
  VALIDITY,
} from './fields'
import { STAYS } from './stays-table'

type Fields = Readonly<Record<string, Edges>>

const SCENARIO = oneOf('hotel', 'gate', 'counter', 'bank', 'age', 'roadside', 'car-rental', 'medical')
const PASS_SCENARIO = oneOf('gate', 'age', 'roadside')
const DOCUMENT = oneOf('driving-licence', 'social-security-card')
const PIN = text(['000000', '999999'], ['', '00000', '0000000', '00000a', '٠٠٠٠٠٠', ' 00000'])
const CONSENT = { face: YES_OR_NO, version: upTo(16) }
const CORRECTIONS = members({
  ethnicity: optional(
    { good: ['', ...GROUP.good], bad: GROUP.bad.filter((bad) => bad !== '') },
    { exact: true },
  ),
  address: optional(ADDRESS, { exact: true }),
})
const FRAMES = list(FILE, 1, 11)
const bySelfie = members({ card: FILE, selfie: FILE })
const byFrames = members({ card: FILE, frames: FRAMES })
const FILES: Edges = {
  good: [...byFrames.good, ...bySelfie.good],
  bad: [...byFrames.bad, ...bySelfie.bad, { card: 'cloud://a', selfie: 'cloud://a', frames: ['cloud://a'] }],
}
const PORTRAIT = text(['AAAA', 'A'.repeat(90_000)], ['AAA', 'A=AA', 'A-AA', 'A'.repeat(90_004)])

const CHILD = { applicationId: ID, name: NAME, idNumber: NUMBER, cardValidity: VALIDITY }
const COUNTER: Record<string, Fields> = {
  'counter-begin': {},
  'counter-apply': { applicationId: ID, proof: JWS, forChild: optional(YES) },
  'counter-collect': { applicationId: ID },
  'counter-open': { code: text(['00000000'], ['', '0000000', '000000000', '0000000a', ' 00000000']) },
  'counter-read-card': { applicationId: ID, side: SIDE, card: FILE },
  'counter-refuse': { applicationId: ID },
  'counter-approve': {
    applicationId: ID,
    name: NAME,
    idNumber: NUMBER,
    ethnicity: optional(GROUP),
    address: optional(ADDRESS),
    nationality: optional(COUNTRY),
    chineseName: optional(NAME),
    cardValidity: VALIDITY,
    portrait: FILE,
    portraitDigest: DIGEST,
    guardian: optional(members({ name: NAME, idNumber: NUMBER })),
  },
  'counter-find-child': CHILD,
  'counter-approve-child': { ...CHILD, portraitDigest: DIGEST },
  'counter-freeze': { name: NAME, idNumber: NUMBER },
}
const ENROL: Record<string, Fields> = {
  begin: { consent: members(CONSENT) },
  'read-card': { enrolmentId: ID, side: SIDE, card: FILE },
  challenge: { enrolmentId: ID },
  'answer-step': { enrolmentId: ID, step: whole(0, 4), digests: list(DIGEST, 1, 6) },
  'check-selfie': { enrolmentId: ID },
  submit: {
    enrolmentId: ID,
    name: NAME,
    idNumber: NUMBER,
    corrections: optional(CORRECTIONS, { exact: true }),
    files: FILES,
    proof: JWS,
    idCardAuthData: optional(text(['!', '~'.repeat(8192)], ['', ' ', 'ü', '~'.repeat(8193)])),
  },
  film: { enrolmentId: ID, name: NAME, idNumber: NUMBER },
  cancel: { enrolmentId: ID },
  'face-begin': { request: JWS },
  'face-submit': { request: JWS },
  collect: { enrolmentId: ID },
}
const CLIENT = text(
  [`x509_hash:${'a'.repeat(43)}`],
  ['', 'a'.repeat(43), `x509_hash:${'a'.repeat(42)}`, `x509_hash:${'a'.repeat(44)}`],
)
const both = (most: number) => members({ zh: shown(most), en: shown(most) })
const PURPOSE = members({
  id: text(['a', 'a'.repeat(40)], ['', 'A', 'a'.repeat(41)]),
  title: both(60),
  claims: list(list(text(['name', 'a'.repeat(40)], ['', 'a'.repeat(41), 'a b']), 1, 3), 0, 24),
  legalBasis: both(200),
  retention: both(120),
  unlock: oneOf('pin-or-biometric', 'fresh-face-or-fresh-pin', 'fresh-face'),
})
const REGISTRANT = members({
  organisation: members({ zh: shown(60), en: shown(100) }),
  domains: list(text(['id.example'], ['', 'https://id.example', 'id example']), 1, 8),
  miniPrograms: optional(
    list(
      text(['wx0123456789abcdef'], ['', 'wx0123456789abcde', 'wx0123456789abcdef0', 'WX0123456789abcdef']),
      1,
      8,
    ),
  ),
  certificate: text(['AAAA', 'A'.repeat(4096)], ['A=AA', 'A'.repeat(4100)]),
  contact: shown(200),
  purposes: {
    good: [[PURPOSE.good[0]]],
    bad: [[], [PURPOSE.good[0], PURPOSE.good[0]], ...PURPOSE.bad.map((bad) => [bad])],
  },
})
const ORGANISATION: Record<string, Fields> = {
  onboard: {
    name: members({
      zh: shown(33),
      en: text(['a', 'a'.repeat(100)], ['', '张', 'a'.repeat(101), 'a\u202eb']),
    }),
    scenarios: list(SCENARIO, 1, 8),
    enrols: optional(YES_OR_NO),
    licenceExpiresAt: SECONDS,
  },
  organisations: {},
  renew: { organisationId: ID, licenceExpiresAt: SECONDS },
  suspend: { organisationId: ID },
  resume: { organisationId: ID },
  invite: { organisationId: ID, role: oneOf('manager', 'clerk') },
  invitations: { organisationId: ID },
  withdraw: { organisationId: ID, invitation: ID },
  staff: { organisationId: ID },
  dismiss: {
    organisationId: ID,
    account: text(
      ['a:b', `${'a'.repeat(64)}:${'_-'.repeat(32)}`],
      ['', 'ab', 'a:', ':b', 'a:b:c', 'a:b ', ' a:b', `${'a'.repeat(65)}:b`, `a:${'b'.repeat(65)}`],
    ),
  },
  join: { invitation: ID, name: shown(80) },
  'register-relying-party': { registrant: REGISTRANT },
  'withdraw-relying-party': { clientId: CLIENT },
  'relying-party': { clientId: CLIENT },
  'website-reports': {},
  'desk-reports': {},
}
const VERIFY: Record<string, Fields> = {
  session: {},
  ticket: { scenario: SCENARIO, ticket: upTo(512) },
  bundle: {},
  'desk-code': { scenario: SCENARIO, spoken: optional(YES) },
  collect: { nonces: list(ID, 1, 5) },
  'pass-use': { scenario: PASS_SCENARIO, proof: upTo(1024), at: SECONDS, accepted: YES_OR_NO },
  'card-check': {
    check: ID,
    scenario: SCENARIO,
    refused: text(['TICKET_REPLAYED', 'SERVICE_UNAVAILABLE'], ['', 'ticket_replayed', 'OTHER']),
    card: oneOf('matches', 'differs', 'missing'),
  },
  checks: { before: optional(whole(0, Number.MAX_SAFE_INTEGER)) },
  day: { day: DAY },
  warnings: { read: list(upTo(64), 0, 200) },
  'begin-comparison': { useId: ID, consented: YES },
  'compare-faces': { comparison: ID, photo: upTo(512) },
  confirm: { useId: ID, portraitMatches: YES_OR_NO, stay: optional(ID) },
}
const REGISTRATION = text(
  ['a.b.c', `a.b.${'c'.repeat(16_380)}`],
  ['', 'a.b', 'a..c', 'a.b.c.d', ' a.b.c', 'a.b.c\n', 'a.b.ü', `a.b.${'c'.repeat(16_381)}`],
)
const WEB_ADDRESS = text(
  ['https://id.example/', 'http://id.localhost:8080/vp?a=b', `https://a/${'b'.repeat(490)}`],
  [
    '',
    'https://id.example',
    'ftp://id.example/',
    'https://me@id.example/',
    'https://id.example/a b',
    ' https://a/',
    'https://例/',
    `https://a/${'b'.repeat(491)}`,
  ],
)
const PRESENT: Record<string, Fields> = {
  request: {
    registration: REGISTRATION,
    requestUri: WEB_ADDRESS,
    walletNonce: text(
      ['a'.repeat(16), 'AZ_-'.repeat(16)],
      ['', 'a'.repeat(15), 'a'.repeat(65), `${'a'.repeat(16)}.`],
    ),
  },
  answer: {
    registration: REGISTRATION,
    responseUri: WEB_ADDRESS,
    response: text(
      ['a..b.c.d', `a..b.c.${'d'.repeat(16_377)}`],
      ['', 'a.b.c', 'a.k.b.c.d', 'a..b.c', 'a..b.c.d.e', 'a..b.c.d\n', `a..b.c.${'d'.repeat(16_378)}`],
    ),
  },
}
/** The payload of a signed request, which has members of its own beside these. */
const ACTION: Record<string, Fields> = {
  handles: { count: whole(1, 20) },
  status: {},
  history: { after: optional(members({ at: SECONDS, id: ID }, { loose: true })) },
  export: {},
  unfreeze: {},
  'number-lock': { locked: YES_OR_NO },
  rebinding: { allowed: YES_OR_NO },
  'add-document': { type: DOCUMENT },
  'renew-document': { type: DOCUMENT },
  'remove-document': { type: DOCUMENT },
  'vouch-for-child': { application: ID },
  children: {},
  'renew-child': { child: whole(1, 6) },
  'remove-child': { child: whole(1, 6) },
  'set-pin': { pin: PIN, old: optional(PIN) },
  unlock: { pin: PIN },
  'biometric-challenge': {},
  'biometric-unlock': { json: upTo(1024, 1), signature: upTo(1024, 1) },
  passes: { scenario: PASS_SCENARIO, count: whole(1, 5) },
  trust: {},
  'find-desk': { digits: text(['00000000'], ['', '0000000', '000000000', '0000000a', ' 00000000']) },
  present: { code: upTo(512), ticket: upTo(512) },
  receipt: { use: ID },
  'not-me': { use: ID },
  issuances: {},
  renew: {},
  delete: {},
  'online-credential': {
    unlock: oneOf('pin-or-biometric', 'fresh-face-or-fresh-pin', 'fresh-face'),
    proof: text(['a.b.c', `a.b.${'c'.repeat(1020)}`], ['', 'a.b', `a.b.${'c'.repeat(1021)}`]),
    sector: optional(text(['id.example'], ['', 'https://id.example', 'id example'])),
  },
  'offer-credential': {},
  alerts: { wanted: YES_OR_NO },
  'other-wallets': {},
  'withdraw-wallet': {
    wallet: text(['1.0', '999999.9999999'], ['', '1', '1.', '.1', '1.0 ', '1.00000000', 'a.1']),
  },
  'report-desk': { use: ID, kind: oneOf('report', 'erase') },
  'report-website': {
    domain: text(['id.example'], ['', 'https://id.example', 'id example']),
    kind: oneOf('report', 'erase'),
  },
  'face-begin': { consent: members(CONSENT, { loose: true }) },
  'face-submit': { enrolment: ID },
}

type Case = readonly [name: string, v.GenericSchema, Edges]
const actions = (
  name: string,
  schema: v.GenericSchema,
  events: Record<string, Fields>,
  loose = false,
): Case[] =>
  Object.entries(events).map(([action, fields]) => [
    `${name} ${action}`,
    schema,
    members({ action: oneOf(action as string), ...fields }, { loose }),
  ])

const CASES: readonly Case[] = [
  ...actions('counter', CounterEvent, COUNTER),
  ...actions('enrol', EnrolEvent, ENROL),
  ...actions('organisation', OrganisationEvent, ORGANISATION),
  ...actions('present', PresentEvent, PRESENT),
  ...actions('stays', StaysEvent, STAYS),
  ...actions('verify', VerifyEvent, VERIFY),
  ...actions('wallet', WalletEvent, { freeze: {} }),
  ...actions('signed wallet', WalletAction, ACTION, true),
  ...actions('specimen', SpecimenEvent, {
    register: {
      name: NAME,
      idNumber: NUMBER,
      portrait: PORTRAIT,
      ethnicity: optional(GROUP),
      address: optional(ADDRESS),
    },
  }),
  ...actions('telephone', TelephoneEvent, {
    'telephone-freeze': { name: NAME, idNumber: NUMBER, reference: shown(64) },
  }),
  ['wallet request', WalletEvent, members({ request: JWS })],
  ['signed call', SignedCall, members({ signed: JWS })],
  ['trust', TrustEvent, members({ log: list(upTo(64, 1), 1, 8) })],
]

it.each(CASES)('%s is accepted to its edges and no further', (_, schema, { good, bad }) => {
  const isAccepted = (event: unknown) => v.safeParse(schema, event).success
  expect(good.filter((event) => !isAccepted(event))).toEqual([])
  expect(bad.filter(isAccepted)).toEqual([])
})

it.each([
  ['counter', CounterEvent, COUNTER],
  ['enrol', EnrolEvent, ENROL],
  ['organisation', OrganisationEvent, ORGANISATION],
  ['present', PresentEvent, PRESENT],
  ['stays', StaysEvent, STAYS],
  ['verify', VerifyEvent, VERIFY],
  ['signed wallet', WalletAction, ACTION],
] as const)('the table has every action of %s', (_, schema, events) => {
  const known = schema.options.map(({ entries }) => entries.action.literal)
  expect(Object.keys(events).sort()).toEqual([...known].sort())
})

it('a signed request is parsed to what its action has, whatever else was signed', () => {
  const payload = { action: 'status', aud: 'https://id.nansha.test', iat: 1, jti: 'x' }
  expect(v.parse(WalletAction, payload)).toEqual({ action: 'status' })
})

it('an organisation enrols nobody unless its onboarding says so', () => {
  const onboard = { action: 'onboard', name: { zh: '酒店', en: 'Hotel' }, scenarios: ['hotel'] }
  expect(v.parse(OrganisationEvent, { ...onboard, licenceExpiresAt: 1 })).toMatchObject({ enrols: false })
})
