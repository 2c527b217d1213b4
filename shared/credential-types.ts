import { CLAIM_LABELS } from './claim-labels'
import type { ClaimName } from './claims'
import { DAY_MS } from './clock/durations'
import { PASS_SCENARIOS, type PassScenario, passClaims, SCENARIOS, type Scenario } from './scenarios'

/** A credential is renewed, without its holder's doing anything, in the last thirty days before it ends. */
export const RENEWABLE_MS = 30 * DAY_MS

/** What a type of credential is: data, so that a new one needs no code. */
export interface CredentialType {
  readonly title: { readonly zh: string; readonly en: string }
  /** Days from issuance to `exp`. */
  readonly validDays: number
  /** Renewed, without its holder's doing anything, when less than so many days are left. */
  readonly renewDays?: number
  /** Whether the holder discloses claim by claim, or all of it as it is. */
  readonly disclosure: 'selective' | 'whole'
  /** Paths of the claims, with their display names. */
  readonly claims: readonly CredentialClaim[]
}

export interface CredentialClaim {
  readonly path: readonly [string] | readonly [string, string]
  readonly title: { readonly zh: string; readonly en: string }
}

const claim = (path: CredentialClaim['path'], zh: string, en: string): CredentialClaim => ({
  path,
  title: { zh, en },
})

/** A claim that screens show too, under the same name. */
const shown = (name: ClaimName, path: CredentialClaim['path'] = [name]): CredentialClaim => ({
  path,
  title: CLAIM_LABELS[name],
})

const STANDING_TYPES = {
  'resident-id': {
    title: { zh: '居民身份证', en: 'Resident identity card' },
    validDays: 365,
    disclosure: 'selective',
    claims: [
      shown('name'),
      shown('id_number'),
      shown('id_number_last4'),
      shown('sex'),
      shown('ethnicity'),
      shown('birthdate'),
      shown('nationality'),
      shown('chinese_name'),
      shown('address', ['address', 'formatted']),
      shown('card_validity'),
      claim(['pairwise_id'], '网站专用编号', 'Identifier for this website'),
      claim(['age_equal_or_over', '14'], '年满14周岁', 'Aged 14 or over'),
      claim(['age_equal_or_over', '18'], '年满18周岁', 'Aged 18 or over'),
      claim(['age_equal_or_over', '60'], '年满60周岁', 'Aged 60 or over'),
    ],
  },
  'driving-licence': {
    title: { zh: '机动车驾驶证', en: 'Driving licence' },
    validDays: 1,
    renewDays: 0.5,
    disclosure: 'selective',
    claims: [
      shown('name'),
      claim(['document_number'], '证号', 'Licence number'),
      shown('sex'),
      shown('birthdate'),
      shown('nationality'),
      shown('address', ['address', 'formatted']),
      claim(['driving_privileges'], '准驾车型', 'Vehicle classes'),
      claim(['first_issue_date'], '初次领证日期', 'First issued'),
      claim(['valid_from'], '有效起始日期', 'Valid from'),
      claim(['valid_until'], '有效期至', 'Valid until'),
      claim(['file_number'], '档案编号', 'File number'),
      claim(['issuing_authority'], '发证机关', 'Issued by'),
      claim(['penalty_points'], '累积记分', 'Penalty points'),
      claim(['licence_status'], '驾驶证状态', 'Licence status'),
    ],
  },
  'social-security-card': {
    title: { zh: '社会保障卡', en: 'Social security card' },
    validDays: 30,
    renewDays: 23,
    disclosure: 'selective',
    claims: [
      shown('name'),
      claim(['social_security_number'], '社会保障号码', 'Social security number'),
      claim(['card_number'], '卡号', 'Card number'),
      claim(['issuing_region'], '发卡地区', 'Issuing region'),
      claim(['issuing_authority'], '发卡机构', 'Issued by'),
      claim(['issue_date'], '发卡日期', 'Issued'),
      claim(['valid_until'], '有效期至', 'Valid until'),
      claim(['bank_name'], '服务银行', 'Bank'),
      claim(['bank_account_last4'], '银行账户末四位', 'Last four of the bank account'),
      claim(['card_status'], '卡状态', 'Card status'),
    ],
  },
  'child-card': {
    title: { zh: '儿童证件', en: 'Child’s card' },
    validDays: 30,
    renewDays: 23,
    disclosure: 'selective',
    claims: [
      shown('name'),
      shown('id_number'),
      shown('sex'),
      shown('birthdate'),
      shown('ethnicity'),
      shown('address', ['address', 'formatted']),
      shown('guardian_relation'),
    ],
  },
} as const satisfies Readonly<Record<string, CredentialType>>

type PassTypeName = `${PassScenario}-pass`

/** The pass of each scenario that has one is a type too: what the scenario shows, with the portrait as a digest. */
const PASS_TYPES = Object.fromEntries(
  PASS_SCENARIOS.map((scenario): [string, CredentialType] => {
    const { title, passTitle = title }: Scenario = SCENARIOS[scenario]
    const claims = [
      ...passClaims(scenario).map((name) => shown(name, splitName(name))),
      claim(['portrait_digest'], '照片摘要', 'Digest of the portrait'),
    ]
    return [`${scenario}-pass`, { title: passTitle, validDays: 1, disclosure: 'whole', claims }]
  }),
) as Readonly<Record<PassTypeName, CredentialType>>

export const CREDENTIAL_TYPES = { ...STANDING_TYPES, ...PASS_TYPES }

export type CredentialTypeName = keyof typeof CREDENTIAL_TYPES

/** `age_equal_or_over.18` is a member of an object. */
function splitName(name: string): CredentialClaim['path'] {
  const [first = name, second] = name.split('.')
  return second === undefined ? [first] : [first, second]
}

/** `vct` of a type (draft-ietf-oauth-sd-jwt-vc §3.2.2.1): the address of its type metadata. */
export function vctOf(issuerUrl: string, type: CredentialTypeName): string {
  return `${issuerUrl}/types/${type}`
}

/** @returns the type that a `vct` of this issuer names, or `undefined` */
export function typeOfVct(issuerUrl: string, vct: unknown): CredentialTypeName | undefined {
  const names = Object.keys(CREDENTIAL_TYPES) as CredentialTypeName[]
  return names.find((name) => vctOf(issuerUrl, name) === vct)
}
